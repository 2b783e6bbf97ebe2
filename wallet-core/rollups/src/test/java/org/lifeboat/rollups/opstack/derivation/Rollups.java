package org.lifeboat.rollups.opstack.derivation;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.rollups.opstack.execution.FeeParameters;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.rollups.opstack.execution.OpForks;
import org.lifeboat.verifier.block.ForkSchedule;

/// A chain for tests: L2 blocks every 2 seconds from time 1,000 on, L1 blocks every 12.
final class Rollups {
    static final Address INBOX = Address.fromHex("0xff00000000000000000000000000000000000901");
    static final Address PORTAL = Address.fromHex("0x" + "10".repeat(20));
    static final Address CONFIG = Address.fromHex("0x" + "20".repeat(20));
    static final long GENESIS = 1_000;
    static final long L1_SECONDS = 12;
    static final long WINDOW = 10;
    static final Hash32 NO_OMMERS = Keccak256.hash(new RlpWriter().list(_ -> {}).toBytes());

    private Rollups() {}

    static Map<OpFork, Long> upTo(OpFork fork) {
        Map<OpFork, Long> times = new EnumMap<>(OpFork.class);
        for (OpFork each : OpFork.values()) {
            if (fork.isAtLeast(each)) {
                times.put(each, 0L);
            }
        }
        return times;
    }

    static RollupConfig config(Map<OpFork, Long> times, BlockHeader l1, BlockHeader l2, Address batcher) {
        Hash32 scalar = Hash32.ofNumber(BigInteger.ONE.shiftLeft(248).add(BigInteger.valueOf(7)));
        return new RollupConfig(
                new OpChain(new ChainId(901), new OpForks(times), FeeParameters.Defaults.STANDARD, 2, Optional.empty()),
                new RollupConfig.Genesis(
                        new RollupConfig.Origin(l1.number(), l1.hash()),
                        0,
                        l2.hash(),
                        GENESIS,
                        SystemConfig.of(batcher, Hash32.ZERO, scalar, 30_000_000)),
                new RollupConfig.Contracts(INBOX, PORTAL, CONFIG),
                new RollupConfig.Limits(WINDOW, 5, 20),
                Optional.of(0L),
                Optional.empty(),
                ForkSchedule.always(Fork.PRAGUE),
                false,
                true);
    }

    /// The same, where nobody has said that all data is on L1.
    static RollupConfig fromFile(RollupConfig config) {
        return new RollupConfig(
                config.chain(),
                config.genesis(),
                config.contracts(),
                config.limits(),
                config.delta(),
                config.pectraBlobs(),
                config.l1(),
                config.keepsKarstGas(),
                false);
    }

    static RollupConfig config(OpFork fork) {
        return config(upTo(fork), header(Hash32.ZERO, 0, GENESIS, Bytes.EMPTY), genesis(fork), Address.ZERO);
    }

    static BlockHeader genesis(OpFork fork) {
        Bytes extra = fork.isAtLeast(OpFork.JOVIAN)
                ? Bytes.fromHex("0x01000000fa000000060000000000000000")
                : fork.isAtLeast(OpFork.HOLOCENE) ? Bytes.fromHex("0x00000000fa00000006") : Bytes.EMPTY;
        return header(Hash32.ZERO, 0, GENESIS, extra);
    }

    static BlockHeader header(Hash32 parent, long number, long time, Bytes extra) {
        Hash32 empty = TrieProof.EMPTY_ROOT;
        return header(parent, number, time, extra, empty, empty, Bytes.of(new byte[BlockHeader.BLOOM_SIZE]));
    }

    static BlockHeader header(
            Hash32 parent, long number, long time, Bytes extra, Hash32 transactions, Hash32 receipts, Bytes bloom) {
        return new BlockHeader(
                parent,
                NO_OMMERS,
                Address.ZERO,
                TrieProof.EMPTY_ROOT,
                transactions,
                receipts,
                bloom,
                BigInteger.ZERO,
                number,
                new Gas(30_000_000),
                new Gas(0),
                time,
                extra,
                Hash32.ofNumber(number),
                Bytes.of(new byte[BlockHeader.NONCE_SIZE]),
                Optional.of(Wei.of(1_000)),
                Optional.of(Hash32.ZERO),
                Optional.of(new Gas(0)),
                Optional.of(new Gas(0)),
                Optional.of(Hash32.ofNumber(number + 500)),
                Optional.empty());
    }

    static BlockHeader withState(BlockHeader header, Hash32 stateRoot) {
        return new BlockHeader(
                header.parentHash(),
                header.ommersHash(),
                header.beneficiary(),
                stateRoot,
                header.transactionsRoot(),
                header.receiptsRoot(),
                header.logsBloom(),
                header.difficulty(),
                header.number(),
                header.gasLimit(),
                header.gasUsed(),
                header.unixSeconds(),
                header.extraData(),
                header.mixHash(),
                header.nonce(),
                header.baseFeePerGas(),
                header.withdrawalsRoot(),
                header.blobGasUsed(),
                header.excessBlobGas(),
                header.parentBeaconBlockRoot(),
                header.requestsHash());
    }

    static Epoch epoch(long number) {
        BlockHeader header = header(Hash32.ZERO, number, GENESIS + number * L1_SECONDS, Bytes.EMPTY);
        return new Epoch(header.ref(), header, List.of(), List.of());
    }

    static BlockRef l1(long number) {
        return epoch(number).block();
    }

    /// A head with that origin.
    static SafeHead head(RollupConfig config, long number, long origin) {
        BlockHeader header = header(Hash32.ZERO, number, GENESIS + 2 * number, Bytes.EMPTY);
        SafeBlock block = new SafeBlock(
                header.ref(),
                Hash32.ZERO,
                new RollupConfig.Origin(origin, l1(origin).hash()),
                0,
                SafeBlock.content(List.of()));
        return new SafeHead(header, block, config.genesis().config());
    }
}
