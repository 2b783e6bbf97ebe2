/// Blocks that nobody made, one on the other: what would be in them, and what they would leave behind
/// (`eth_simulateV1`). Read in this order: [org.lifeboat.sandbox.simulation.BlockWish],
/// [org.lifeboat.sandbox.simulation.Simulation].
@NullMarked
package org.lifeboat.sandbox.simulation;

import org.jspecify.annotations.NullMarked;
