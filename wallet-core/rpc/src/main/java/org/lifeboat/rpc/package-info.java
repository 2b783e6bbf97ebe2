/// Sources over HTTP: JSON-RPC in batches, with deadlines, repeats and a health record.
///
/// Implements `engine.source` with web3j's service interface over the JDK's HTTP client. Follows JSON-RPC 2.0 and
/// Ethereum's execution API. Never believes an answer, never turns a failure into a value, never repeats a
/// transaction by itself, and sends nothing to an address that the user has not agreed to.
@NullMarked
package org.lifeboat.rpc;

import org.jspecify.annotations.NullMarked;
