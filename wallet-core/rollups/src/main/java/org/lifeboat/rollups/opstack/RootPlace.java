package org.lifeboat.rollups.opstack;

import org.lifeboat.primitives.Hash32;

/// Where a root was met: looked up there it is found however many were posted since.
/// @param index in the list of the factory or oracle; after a reorganisation another root can stand there
public record RootPlace(long index, Hash32 root) {}
