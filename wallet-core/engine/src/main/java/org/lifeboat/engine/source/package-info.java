/// The port to the networks: what may be asked of a remote source, and what may come back.
///
/// A [Source] is one endpoint that may lie, lag or vanish. It brings claims; checking them is the caller's work.
/// Implemented by `rpc`. Nothing here opens a connection by itself, and nothing turns a failure into a value.
@NullMarked
package org.lifeboat.engine.source;

import org.jspecify.annotations.NullMarked;
