package org.lifeboat.sandbox.chain;

import org.lifeboat.evm.block.BaseFee;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.verifier.block.ForkSchedule;

/// What is the same in every block of a chain.
/// @param forks the rules by block; every block made here follows the last of them
/// @param gasLimit of every block; one with another limit is brought nearer to it by the next ones
/// @param feeRecipient who gets the tips
/// @param initialBaseFee of the genesis block, wei a gas
public record ChainSettings(ChainId chain, ForkSchedule forks, Gas gasLimit, Address feeRecipient, Wei initialBaseFee) {
    /// As of Ethereum since November 2025 (EIP-7935 names it as the default). Unit: gas.
    private static final Gas MAINNET_GAS_LIMIT = new Gas(60_000_000);

    /// Nobody's: the tips of the sandbox are burnt.
    private static final Address NOBODY = Address.fromHex("0x00000000000000000000000000000000000b0a75");

    /// @param fork the rules from the first block on
    public ChainSettings(ChainId chain, Fork fork, Gas gasLimit, Address feeRecipient, Wei initialBaseFee) {
        this(chain, ForkSchedule.always(fork), gasLimit, feeRecipient, initialBaseFee);
    }

    /// An L1 like Ethereum today.
    public static ChainSettings l1(ChainId chain) {
        return new ChainSettings(chain, Fork.OSAKA, MAINNET_GAS_LIMIT, NOBODY, BaseFee.INITIAL);
    }

    /// What the blobs of a block may use. Unit: blob gas.
    public long blobGasLimit() {
        return blobs().maximum() * BlobSchedule.GAS_PER_BLOB;
    }

    /// Of the next block.
    public ForkRules rules() {
        return forks.steps().getLast().fork().rules();
    }

    /// Of the next block.
    public BlobSchedule blobs() {
        return forks.steps().getLast().blobs();
    }

    /// What holds in that block.
    public ForkSchedule.Step at(BlockHeader header) {
        return forks.at(header.number(), header.unixSeconds()).orElseThrow();
    }
}
