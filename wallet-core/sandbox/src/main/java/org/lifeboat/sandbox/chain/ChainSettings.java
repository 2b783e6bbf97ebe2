package org.lifeboat.sandbox.chain;

import org.lifeboat.evm.block.BaseFee;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;

/// What is the same in every block of a chain.
/// @param fork the rules from the first block on
/// @param gasLimit of every block
/// @param feeRecipient who gets the tips
/// @param initialBaseFee of the genesis block, wei a gas
public record ChainSettings(ChainId chain, Fork fork, Gas gasLimit, Address feeRecipient, Wei initialBaseFee) {
    /// As of Ethereum since November 2025 (EIP-7935 names it as the default). Unit: gas.
    private static final Gas MAINNET_GAS_LIMIT = new Gas(60_000_000);

    /// Nobody's: the tips of the sandbox are burnt.
    private static final Address NOBODY = Address.fromHex("0x00000000000000000000000000000000000b0a75");

    /// An L1 like Ethereum today.
    public static ChainSettings l1(ChainId chain) {
        return new ChainSettings(chain, Fork.OSAKA, MAINNET_GAS_LIMIT, NOBODY, BaseFee.INITIAL);
    }

    /// What the blobs of a block may use. Unit: blob gas.
    public long blobGasLimit() {
        return rules().blobs().maximum() * BlobSchedule.GAS_PER_BLOB;
    }

    public ForkRules rules() {
        return fork.rules();
    }
}
