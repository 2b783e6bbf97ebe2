/// A beacon chain to practise with: committees whose keys everybody can compute, served on loopback as a
/// beacon node serves its light clients, and able to lie on command.
///
/// Source: ethereum/beacon-APIs, `apis/beacon/light_client`, `apis/beacon/blocks/headers`,
/// `apis/config/spec`; consensus-specs, altair/light-client/full-node.md. Its state trees hold only what
/// light clients prove. Not for anything real: whoever follows such a chain believes what anybody may sign.
@NullMarked
package org.lifeboat.sandbox.beacon;

import org.jspecify.annotations.NullMarked;
