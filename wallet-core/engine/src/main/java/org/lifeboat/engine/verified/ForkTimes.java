package org.lifeboat.engine.verified;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;

/// When each chain began to run which fork, from Prague on: a wallet reads new blocks only. Unix seconds.
///
/// Sources: go-ethereum `params/config.go` (`MainnetChainConfig`, `SepoliaChainConfig`, `HoodiChainConfig`,
/// `HoleskyChainConfig`); superchain-registry at 8336d2aedd, `superchain/configs`, `[hardforks]`;
/// docs.base.org, "Upgrades". Fork for fork, the OP Stack specification: Isthmus runs Prague, Karst (Base:
/// Azul) Osaka.
final class ForkTimes {
    /// Source: EIP-7691, "Specification".
    private static final BlobSchedule SIX_OF_NINE = new BlobSchedule(6, 9, 5_007_716);

    /// Source: go-ethereum `params/config.go`, `DefaultBPO1BlobConfig`.
    private static final BlobSchedule TEN_OF_FIFTEEN = new BlobSchedule(10, 15, 8_346_193);

    /// Source: go-ethereum `params/config.go`, `DefaultBPO2BlobConfig`.
    private static final BlobSchedule FOURTEEN_OF_TWENTY_ONE = new BlobSchedule(14, 21, 11_684_671);

    private static final List<Step> OP_MAINNETS =
            opStack(1_746_806_401L, 1_783_526_401L); // Isthmus and Karst of the superchain

    private static final Map<Long, List<Step>> BY_CHAIN = Map.ofEntries(
            Map.entry(1L, l1(1_746_612_311L, 1_764_798_551L, 1_765_290_071L, 1_767_747_671L)),
            Map.entry(11_155_111L, l1(1_741_159_776L, 1_760_427_360L, 1_761_017_184L, 1_761_607_008L)),
            Map.entry(560_048L, l1(1_742_999_832L, 1_761_677_592L, 1_762_365_720L, 1_762_955_544L)),
            Map.entry(17_000L, l1(1_740_434_112L, 1_759_308_480L, 1_759_800_000L, 1_760_389_824L)),
            Map.entry(10L, OP_MAINNETS),
            Map.entry(130L, OP_MAINNETS),
            Map.entry(1_868L, OP_MAINNETS),
            Map.entry(34_443L, OP_MAINNETS),
            Map.entry(57_073L, OP_MAINNETS),
            Map.entry(7_777_777L, OP_MAINNETS),
            Map.entry(11_155_420L, opStack(1_744_905_600L, 1_781_712_001L)),
            Map.entry(8_453L, opStack(1_746_806_401L, 1_779_991_200L)),
            Map.entry(84_532L, opStack(1_744_905_600L, 1_776_708_000L)),
            Map.entry(480L, List.of(new Step(1_764_072_000L, Fork.PRAGUE, SIX_OF_NINE))));

    private ForkTimes() {}

    /// @param from Unix seconds of the first block that may have it
    record Step(long from, Fork fork, BlobSchedule blobs) {}

    /// What runs from the newest known fork on, where nothing says otherwise.
    static final Step NEWEST = new Step(0, Fork.OSAKA, FOURTEEN_OF_TWENTY_ONE);

    /// The chain's steps, oldest first; empty where this program does not know the chain.
    static Optional<List<Step>> of(long chain) {
        return Optional.ofNullable(BY_CHAIN.get(chain));
    }

    private static List<Step> l1(long prague, long osaka, long firstBlobs, long secondBlobs) {
        return List.of(
                new Step(prague, Fork.PRAGUE, SIX_OF_NINE),
                new Step(osaka, Fork.OSAKA, SIX_OF_NINE),
                new Step(firstBlobs, Fork.OSAKA, TEN_OF_FIFTEEN),
                new Step(secondBlobs, Fork.OSAKA, FOURTEEN_OF_TWENTY_ONE));
    }

    /// No blobs there: their price stays at its least under any schedule.
    private static List<Step> opStack(long isthmus, long karst) {
        return List.of(new Step(isthmus, Fork.PRAGUE, SIX_OF_NINE), new Step(karst, Fork.OSAKA, SIX_OF_NINE));
    }
}
