/// The sandbox as other programs see it: JSON-RPC 2.0 over HTTP on loopback, as Ethereum nodes speak it
/// (ethereum/execution-apis; errors by code as geth gives them).
///
/// Takes whatever comes: garbage is answered by an error, never by a fault of the server. Refuses web pages
/// (by the headers `Host` and `Origin`), and listens on nothing but loopback.
@NullMarked
package org.lifeboat.sandbox.rpc;

import org.jspecify.annotations.NullMarked;
