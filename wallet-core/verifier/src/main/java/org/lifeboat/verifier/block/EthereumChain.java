package org.lifeboat.verifier.block;

import java.util.List;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// An Ethereum chain by its numbers.
/// @param depositContract whose events are the deposits of EIP-6110
public record EthereumChain(ChainId id, ForkSchedule forks, Address depositContract) {
    /// Source: EIP-6110, `DEPOSIT_CONTRACT_ADDRESS` of mainnet.
    private static final Address MAINNET_DEPOSITS = Address.fromHex("0x00000000219ab540356cbb839cbe05303d7705fa");

    /// The first block of mainnet with proof of stake. Source: execution-specs, "Paris".
    private static final long MAINNET_PARIS = 15_537_394;

    /// Mainnet from the Merge on.
    ///
    /// Source: go-ethereum `params/config.go`, `MainnetChainConfig`, at 2026-08-20: activation times (Unix
    /// seconds) and the blob-parameter forks BPO1 and BPO2.
    public static EthereumChain mainnet() {
        ForkSchedule.Step paris = new ForkSchedule.Step(
                MAINNET_PARIS, 0, Fork.PARIS, Fork.PARIS.rules().blobs());
        ForkSchedule forks = new ForkSchedule(List.of(paris))
                .atTime(1_681_338_455, Fork.SHANGHAI)
                .atTime(1_710_338_135, Fork.CANCUN)
                .atTime(1_746_612_311, Fork.PRAGUE)
                .atTime(1_764_798_551, Fork.OSAKA)
                .blobsAtTime(1_765_290_071, new BlobSchedule(10, 15, 8_346_193))
                .blobsAtTime(1_767_747_671, new BlobSchedule(14, 21, 11_684_671));
        return new EthereumChain(new ChainId(1), forks, MAINNET_DEPOSITS);
    }
}
