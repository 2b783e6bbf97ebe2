package org.lifeboat.rollups.opstack.execution;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lifeboat.primitives.ChainId;

/// The public chains of the OP Stack that are known by name. The one place where it stands when which of
/// their forks begins.
///
/// Sources: ethereum-optimism/superchain-registry at 8336d2aedd (2026-08-04), `superchain/configs`,
/// `[hardforks]`, `[optimism]` and `block_time`; Base's files from the last version that has them
/// (0d9aefc4^), and docs.base.org, "Upgrades", for Azul, with which Base goes a way of its own. Unix seconds.
public final class OpChains {
    /// How a chain prices gas, in the registry's words.
    private static final FeeParameters.Defaults SIX = new FeeParameters.Defaults(50, 250, 6);

    private static final FeeParameters.Defaults TEN = new FeeParameters.Defaults(50, 250, 10);

    /// Ink's denominator was 250 from the start.
    private static final FeeParameters.Defaults INK = new FeeParameters.Defaults(250, 250, 6);

    /// From the first block on.
    private static final long GENESIS = 0;

    private static final Map<OpFork, Long> MAINNETS = Map.of(
            OpFork.CANYON, 1_704_992_401L,
            OpFork.ECOTONE, 1_710_374_401L,
            OpFork.FJORD, 1_720_627_201L,
            OpFork.GRANITE, 1_726_070_401L,
            OpFork.HOLOCENE, 1_736_445_601L,
            OpFork.ISTHMUS, 1_746_806_401L,
            OpFork.JOVIAN, 1_764_691_201L,
            OpFork.KARST, 1_783_526_401L);

    private static final Map<OpFork, Long> SEPOLIAS = Map.of(
            OpFork.CANYON, 1_699_981_200L,
            OpFork.ECOTONE, 1_708_534_800L,
            OpFork.FJORD, 1_716_998_400L,
            OpFork.GRANITE, 1_723_478_400L,
            OpFork.HOLOCENE, 1_732_633_200L,
            OpFork.ISTHMUS, 1_744_905_600L,
            OpFork.JOVIAN, 1_763_568_001L,
            OpFork.KARST, 1_781_712_001L);

    private static final Map<OpFork, Long> WORLD = Map.of(
            OpFork.CANYON, GENESIS,
            OpFork.ECOTONE, GENESIS,
            OpFork.FJORD, 1_721_826_000L,
            OpFork.GRANITE, 1_727_780_400L,
            OpFork.HOLOCENE, 1_738_238_400L,
            OpFork.ISTHMUS, 1_764_072_000L,
            OpFork.JOVIAN, 1_777_593_600L);

    private static final Map<ChainId, OpChain> BY_ID = Stream.of(
                    chain(10, MAINNETS, SIX, 2), // OP Mainnet
                    chain(130, young(1_736_445_601L), SIX, 1), // Unichain
                    chain(480, WORLD, TEN, 2), // World Chain
                    chain(1_868, young(1_738_573_200L), SIX, 2), // Soneium
                    chain(34_443, MAINNETS, SIX, 2), // Mode
                    chain(57_073, young(1_742_396_400L), INK, 1), // Ink
                    chain(7_777_777, MAINNETS, SIX, 2), // Zora
                    chain(11_155_420, SEPOLIAS, SIX, 2), // OP Sepolia
                    base(8_453, MAINNETS, SIX, 1_779_991_200L), // Base
                    base(84_532, SEPOLIAS, TEN, 1_776_708_000L)) // Base Sepolia
            .collect(Collectors.toUnmodifiableMap(OpChain::id, Function.identity()));

    private OpChains() {}

    /// @return empty where this program does not know the chain
    public static Optional<OpChain> of(ChainId id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /// A mainnet that began with Granite.
    private static Map<OpFork, Long> young(long holocene) {
        Map<OpFork, Long> times = new EnumMap<>(MAINNETS);
        for (OpFork fork : OpFork.values()) {
            if (fork != OpFork.BEDROCK && !fork.isAtLeast(OpFork.HOLOCENE)) {
                times.put(fork, GENESIS);
            }
        }
        times.put(OpFork.HOLOCENE, holocene);
        return times;
    }

    private static OpChain chain(long id, Map<OpFork, Long> times, FeeParameters.Defaults fees, long blockSeconds) {
        return new OpChain(new ChainId(id), new OpForks(times), fees, blockSeconds, Optional.empty());
    }

    /// Azul comes in place of Karst.
    private static OpChain base(long id, Map<OpFork, Long> times, FeeParameters.Defaults fees, long azul) {
        Map<OpFork, Long> own = new EnumMap<>(times);
        own.remove(OpFork.KARST);
        return new OpChain(new ChainId(id), new OpForks(own), fees, 2, Optional.of(azul));
    }
}
