package org.lifeboat.rollups.opstack.derivation;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.derivation.format.SpanBatch;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.verifier.block.ForkSchedule;

/// What tells one chain of the OP Stack from another, as far as derivation goes.
/// @param delta Unix seconds from which batches may span blocks; empty where they may not
/// @param pectraBlobs Unix seconds of L1 until which the chain counted blobs' fees as before Pectra; empty
/// on all but a few test nets. Source: pectra-blob-schedule/derivation
/// @param l1 the forks of L1, for the price of blobs
/// @param keepsKarstGas whether the gas limit of Karst's first block stayed, as on chains that ran programs
/// with that fault
/// @param dataOnL1 whether the chain is known to keep all its data there: then a commitment to data elsewhere counts
/// for nothing. Where it is not known, such a commitment ends the reading: what it stands for may count
public record RollupConfig(
        OpChain chain,
        Genesis genesis,
        Contracts contracts,
        Limits limits,
        Optional<Long> delta,
        Optional<Long> pectraBlobs,
        ForkSchedule l1,
        boolean keepsKarstGas,
        boolean dataOnL1) {
    /// The first block.
    public record Genesis(Origin l1, long l2Number, Hash32 l2Hash, long l2UnixSeconds, SystemConfig config) {}

    /// A block of L1 by number and hash.
    public record Origin(long number, Hash32 hash) {}

    /// Addresses on L1.
    public record Contracts(Address batchInbox, Address portal, Address systemConfig) {}

    /// @param sequencingWindow L1 blocks within which a batch must be included
    /// @param channelTimeout L1 blocks, before Granite
    /// @param sequencerDrift seconds, before Fjord
    public record Limits(long sequencingWindow, long channelTimeout, long sequencerDrift) {
        /// Those of the superchain's standard configuration.
        public static final Limits STANDARD = new Limits(3_600, 300, 600);
    }

    /// Source: granite/derivation, `CHANNEL_TIMEOUT`. Unit: L1 blocks.
    private static final long GRANITE_CHANNEL_TIMEOUT = 50;

    /// Source: fjord/derivation, `max_sequencer_drift`. Unit: seconds.
    private static final long FJORD_SEQUENCER_DRIFT = 1_800;

    /// Source: derivation, "Protocol Parameters", `MAX_RLP_BYTES_PER_CHANNEL`. Unit: bytes.
    private static final int BEDROCK_CHANNEL_BYTES = 10_000_000;

    private static final int FJORD_CHANNEL_BYTES = 100_000_000;

    /// Source: derivation, "Protocol Parameters", `MAX_CHANNEL_BANK_SIZE`. Unit: bytes.
    private static final long BEDROCK_BANK_BYTES = 100_000_000;

    private static final long FJORD_BANK_BYTES = 1_000_000_000;

    /// Whether a fork's rules hold at that time. Rules of derivation mostly begin by the L1 block's time.
    boolean has(OpFork fork, long unixSeconds) {
        return chain.forks().at(unixSeconds).isAtLeast(fork);
    }

    boolean hasDelta(long unixSeconds) {
        return delta.isPresent() && Long.compareUnsigned(delta.get(), unixSeconds) <= 0;
    }

    /// Whether an L2 block is the first of a fork.
    boolean begins(OpFork fork, long unixSeconds) {
        return chain.forks().begins(fork, unixSeconds - chain.blockSeconds(), unixSeconds);
    }

    long channelTimeout(long l1Seconds) {
        return has(OpFork.GRANITE, l1Seconds) ? GRANITE_CHANNEL_TIMEOUT : limits.channelTimeout();
    }

    long sequencerDrift(long l1Seconds) {
        return has(OpFork.FJORD, l1Seconds) ? FJORD_SEQUENCER_DRIFT : limits.sequencerDrift();
    }

    int channelBytes(long l1Seconds) {
        return has(OpFork.FJORD, l1Seconds) ? FJORD_CHANNEL_BYTES : BEDROCK_CHANNEL_BYTES;
    }

    long bankBytes(long l1Seconds) {
        return has(OpFork.FJORD, l1Seconds) ? FJORD_BANK_BYTES : BEDROCK_BANK_BYTES;
    }

    SpanBatch.Chain spans() {
        return new SpanBatch.Chain(chain.id(), genesis.l2UnixSeconds(), chain.blockSeconds());
    }
}
