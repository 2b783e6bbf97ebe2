package org.lifeboat.verifier.block;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.verifier.trie.StateTrie;

/// What came of running a block.
/// @param logsBloom 256 bytes
/// @param commitments the header's fields that follow from the run and differ by chain
/// @param state after the block
public record BlockOutput(
        List<Receipt> receipts, Gas gasUsed, Bytes logsBloom, Commitments commitments, StateTrie state) {
    public BlockOutput {
        receipts = List.copyOf(receipts);
    }

    /// @param blobGasUsed EIP-4844, Cancun
    /// @param withdrawalsRoot EIP-4895, Shanghai
    /// @param requestsHash EIP-7685, Prague
    public record Commitments(
            Optional<Gas> blobGasUsed, Optional<Hash32> withdrawalsRoot, Optional<Hash32> requestsHash) {
        public static final Commitments NONE = new Commitments(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Hash32 receiptsRoot() {
        return OrderedTrie.root(receipts.stream().map(Receipt::encoded).toList());
    }

    /// The block's header: `draft` with every field that follows from the run, and from the transactions.
    public BlockHeader seal(BlockHeader draft, List<Bytes> transactions) {
        return new BlockHeader(
                draft.parentHash(),
                draft.ommersHash(),
                draft.beneficiary(),
                state.root(),
                OrderedTrie.root(transactions),
                receiptsRoot(),
                logsBloom,
                draft.difficulty(),
                draft.number(),
                draft.gasLimit(),
                gasUsed,
                draft.unixSeconds(),
                draft.extraData(),
                draft.mixHash(),
                draft.nonce(),
                draft.baseFeePerGas(),
                commitments.withdrawalsRoot(),
                commitments.blobGasUsed(),
                draft.excessBlobGas(),
                draft.parentBeaconBlockRoot(),
                commitments.requestsHash());
    }
}
