/// The wallet in a world that misbehaves: its engine, its sources over HTTP, its records on disk and its vault,
/// against a sandbox whose actors, servers and chains are told to do wrong.
@NullMarked
package org.lifeboat.app.world;

import org.jspecify.annotations.NullMarked;
