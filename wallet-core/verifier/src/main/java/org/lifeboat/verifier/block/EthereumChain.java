package org.lifeboat.verifier.block;

import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// An Ethereum chain by its numbers. The one place where it stands when which fork of Ethereum begins.
///
/// Source of every number: go-ethereum at 02b73d4ea7 (2026-08-20), `params/config.go`, `MainnetChainConfig`,
/// `SepoliaChainConfig`, `HoodiChainConfig`, `HoleskyChainConfig`: activation times in Unix seconds, the
/// blob-parameter forks BPO1 and BPO2, `DepositContractAddress`.
/// @param depositContract whose events are the deposits of EIP-6110
public record EthereumChain(ChainId id, ForkSchedule forks, Address depositContract) {
    /// When that source was written, in Unix seconds.
    private static final long REVIEWED = 1_787_216_294;

    /// The first block of mainnet with proof of stake. Source: execution-specs, "Paris".
    private static final long MAINNET_PARIS = 15_537_394;

    /// Source: as above, `DefaultBPO1BlobConfig`.
    private static final BlobSchedule FIRST_BLOBS = new BlobSchedule(10, 15, 8_346_193);

    /// Source: as above, `DefaultBPO2BlobConfig`.
    private static final BlobSchedule SECOND_BLOBS = new BlobSchedule(14, 21, 11_684_671);

    /// The newest rules known here: what a chain that nobody described is taken to run.
    public static final ForkSchedule.Step NEWEST = new ForkSchedule.Step(0, 0, Fork.OSAKA, SECOND_BLOBS);

    /// The public chain with that id.
    public static Optional<EthereumChain> of(ChainId id) {
        return List.of(mainnet(), sepolia(), hoodi(), holesky()).stream()
                .filter(chain -> chain.id().equals(id))
                .findFirst();
    }

    /// From the Merge on.
    public static EthereumChain mainnet() {
        ForkSchedule forks = new ForkSchedule(List.of(step(MAINNET_PARIS, 0, Fork.PARIS)))
                .atTime(1_681_338_455, Fork.SHANGHAI)
                .atTime(1_710_338_135, Fork.CANCUN)
                .atTime(1_746_612_311, Fork.PRAGUE)
                .atTime(1_764_798_551, Fork.OSAKA)
                .blobsAtTime(1_765_290_071, FIRST_BLOBS)
                .blobsAtTime(1_767_747_671, SECOND_BLOBS);
        return new EthereumChain(
                new ChainId(1),
                forks.reviewed(REVIEWED),
                Address.fromHex("0x00000000219ab540356cbb839cbe05303d7705fa"));
    }

    /// From Shanghai on: the source does not name the first block with proof of stake.
    public static EthereumChain sepolia() {
        ForkSchedule forks = new ForkSchedule(List.of(step(0, 1_677_557_088, Fork.SHANGHAI)))
                .atTime(1_706_655_072, Fork.CANCUN)
                .atTime(1_741_159_776, Fork.PRAGUE)
                .atTime(1_760_427_360, Fork.OSAKA)
                .blobsAtTime(1_761_017_184, FIRST_BLOBS)
                .blobsAtTime(1_761_607_008, SECOND_BLOBS);
        return new EthereumChain(
                new ChainId(11_155_111),
                forks.reviewed(REVIEWED),
                Address.fromHex("0x7f02c3e3c98b133055b8b348b2ac625669ed295d"));
    }

    public static EthereumChain hoodi() {
        ForkSchedule forks = ForkSchedule.always(Fork.CANCUN)
                .atTime(1_742_999_832, Fork.PRAGUE)
                .atTime(1_761_677_592, Fork.OSAKA)
                .blobsAtTime(1_762_365_720, FIRST_BLOBS)
                .blobsAtTime(1_762_955_544, SECOND_BLOBS);
        return new EthereumChain(
                new ChainId(560_048),
                forks.reviewed(REVIEWED),
                Address.fromHex("0x00000000219ab540356cbb839cbe05303d7705fa"));
    }

    public static EthereumChain holesky() {
        ForkSchedule forks = ForkSchedule.always(Fork.PARIS)
                .atTime(1_696_000_704, Fork.SHANGHAI)
                .atTime(1_707_305_664, Fork.CANCUN)
                .atTime(1_740_434_112, Fork.PRAGUE)
                .atTime(1_759_308_480, Fork.OSAKA)
                .blobsAtTime(1_759_800_000, FIRST_BLOBS)
                .blobsAtTime(1_760_389_824, SECOND_BLOBS);
        return new EthereumChain(
                new ChainId(17_000),
                forks.reviewed(REVIEWED),
                Address.fromHex("0x4242424242424242424242424242424242424242"));
    }

    private static ForkSchedule.Step step(long fromNumber, long fromTime, Fork fork) {
        return new ForkSchedule.Step(fromNumber, fromTime, fork, fork.rules().blobs());
    }
}
