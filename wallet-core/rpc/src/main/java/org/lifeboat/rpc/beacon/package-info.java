/// The beacon node API: light client messages as servers write them, and the client that asks for them.
///
/// Source: ethereum/beacon-APIs, `apis/beacon/light_client`. Decoding only says what a server claimed; the
/// module `lightclient` decides what is true.
@NullMarked
package org.lifeboat.rpc.beacon;

import org.jspecify.annotations.NullMarked;
