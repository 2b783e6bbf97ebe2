/// The page of exits: whether one could leave each L2 today, and every withdrawal in flight with where it stands,
/// whose turn it is, and what to press now.
///
/// Nothing is decided here: what a withdrawal calls for is the engine's word, the same as on the command line.
@NullMarked
package org.lifeboat.ui.exits;

import org.jspecify.annotations.NullMarked;
