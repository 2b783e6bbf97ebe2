/// How a chain of the OP Stack stands, told from its L1 before it is said: do its data still arrive there, does
/// anybody post roots, do the blocks that its sequencer names become those that L1 brings about?
///
/// [ChainMonitor] looks (one request to each side), [ChainTrack] is what is remembered of the looks, [Diagnosis]
/// what follows from it; the last two are pure. [Climb] is how far a payment on such a chain has come:
/// taken by the sequencer, its data on L1, covered by a root.
///
/// Never: a word about a source that L1 was not asked about first; a payment called safe because a sequencer
/// named its block.
@NullMarked
package org.lifeboat.engine.diagnosis;

import org.jspecify.annotations.NullMarked;
