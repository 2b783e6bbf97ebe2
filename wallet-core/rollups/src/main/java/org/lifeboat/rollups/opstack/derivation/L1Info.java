package org.lifeboat.rollups.opstack.derivation;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;
import org.lifeboat.rollups.opstack.execution.L1Attributes;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.verifier.block.ForkSchedule;

/// The transaction that opens every block and tells it of L1. Source: deposits, "L1 Attributes Deposited
/// Transaction"; the l1-attributes pages of Ecotone, Isthmus and Jovian. A fork's first block still has the
/// form before it.
final class L1Info {
    /// Source: deposits, since Regolith.
    private static final Gas GAS = new Gas(1_000_000);

    private static final int DEFAULT_FOOTPRINT_SCALAR = 400;

    private final RollupConfig rollup;
    private final SystemConfig config;
    private final Epoch epoch;
    private final long sequenceNumber;
    private final long unixSeconds;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /// @param unixSeconds of the L2 block
    L1Info(RollupConfig rollup, SystemConfig config, Epoch epoch, long sequenceNumber, long unixSeconds) {
        this.rollup = rollup;
        this.config = config;
        this.epoch = epoch;
        this.sequenceNumber = sequenceNumber;
        this.unixSeconds = unixSeconds;
    }

    /// @return empty where the configured scalars are of a version nobody knows
    Optional<Bytes> encoded() {
        if (has(OpFork.ECOTONE)) {
            Optional<SystemConfig.Scalars> scalars = config.ecotone();
            if (scalars.isEmpty()) {
                return Optional.empty();
            }
            packed(scalars.get());
        } else {
            bedrock();
        }
        return Optional.of(new DepositTransaction(
                        SourceHash.ofL1Info(epoch.block().hash(), sequenceNumber),
                        L1Attributes.DEPOSITOR,
                        Optional.of(L1Attributes.CONTRACT),
                        Wei.ZERO,
                        Wei.ZERO,
                        GAS,
                        false,
                        Bytes.of(data.toByteArray()))
                .encoded());
    }

    private boolean has(OpFork fork) {
        return rollup.has(fork, unixSeconds) && !rollup.begins(fork, unixSeconds);
    }

    private void bedrock() {
        bytes(Bytes.fromHex("0x015d8eb9"));
        number(epoch.number(), 32);
        number(epoch.unixSeconds(), 32);
        number(baseFee(), 32);
        word(epoch.block().hash());
        number(sequenceNumber, 32);
        word(config.batcher().toWord());
        word(config.overhead());
        word(config.scalar());
    }

    private void packed(SystemConfig.Scalars scalars) {
        boolean jovian = has(OpFork.JOVIAN);
        boolean isthmus = has(OpFork.ISTHMUS);
        bytes(Bytes.fromHex(jovian ? "0x3db6be2b" : isthmus ? "0x098999be" : "0x440a5e20"));
        number(scalars.baseFee(), 4);
        number(scalars.blobBaseFee(), 4);
        number(sequenceNumber, 8);
        number(epoch.unixSeconds(), 8);
        number(epoch.number(), 8);
        number(baseFee(), 32);
        number(blobBaseFee(), 32);
        word(epoch.block().hash());
        word(config.batcher().toWord());
        if (isthmus) {
            number(config.operatorFeeScalar(), 4);
            number(config.operatorFeeConstant(), 8);
        }
        if (jovian) {
            number(config.footprintScalar() == 0 ? DEFAULT_FOOTPRINT_SCALAR : config.footprintScalar(), 2);
        }
    }

    private BigInteger baseFee() {
        return epoch.header().baseFeePerGas().orElse(Wei.ZERO).value();
    }

    /// One where L1 has no blobs yet.
    private BigInteger blobBaseFee() {
        Optional<Gas> excess = epoch.header().excessBlobGas();
        if (excess.isEmpty()) {
            return BigInteger.ONE;
        }
        boolean late = rollup.pectraBlobs().isPresent()
                && epoch.unixSeconds() < rollup.pectraBlobs().get();
        Optional<BlobSchedule> schedule = late
                ? Optional.of(Fork.CANCUN.rules().blobs())
                : rollup.l1().at(epoch.number(), epoch.unixSeconds()).map(ForkSchedule.Step::blobs);
        return schedule.map(blobs -> blobs.baseFee(excess.get().amount())).orElse(BigInteger.ONE);
    }

    private void bytes(Bytes part) {
        data.writeBytes(part.toArray());
    }

    private void word(Hash32 part) {
        data.writeBytes(part.toArray());
    }

    /// @param part unsigned
    private void number(long part, int size) {
        for (int i = size - 1; i >= 0; i--) {
            data.write(i < Long.BYTES ? (int) (part >>> (8 * i)) : 0);
        }
    }

    private void number(BigInteger part, int size) {
        byte[] word = Hash32.ofNumber(part).toArray();
        data.write(word, Hash32.SIZE - size, size);
    }
}
