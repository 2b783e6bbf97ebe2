/// JSON-RPC 2.0 and Ethereum's execution API (github.com/ethereum/execution-apis) as text: questions are written,
/// answers are read strictly into claims.
///
/// A wrong shape is an error with a sentence, never a default. Nothing is believed here: whether a claim is
/// true is checked elsewhere.
@NullMarked
package org.lifeboat.rpc.wire;

import org.jspecify.annotations.NullMarked;
