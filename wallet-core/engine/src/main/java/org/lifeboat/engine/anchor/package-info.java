/// From a figure to the L1 header that vouches for it, and the way back for a second computer.
///
/// A proof is taken while its block is fresh and kept. Once a header at or above that block has been verified
/// ([org.lifeboat.engine.sync]), the block's hash is tied to it: by walking parent hashes (headers are
/// fetched and hashed here), or, further back, by a proof of the contract that keeps block hashes (EIP-2935).
/// A reorganisation drops the proof. The whole chain of evidence can be written into one file and checked
/// again without any network.
///
/// Never: a level above what the headers give, a proof that is not checked again before it is used.
@NullMarked
package org.lifeboat.engine.anchor;

import org.jspecify.annotations.NullMarked;
