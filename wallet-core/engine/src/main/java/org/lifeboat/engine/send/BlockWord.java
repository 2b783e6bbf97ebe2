package org.lifeboat.engine.send;

import java.util.Optional;
import java.util.OptionalInt;
import org.lifeboat.engine.activity.ReceiptProof;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;

/// What a block itself says of one transaction: its place by the transactions root, its outcome by the
/// receipt at that place under the receipts root.
sealed interface BlockWord {
    /// @param gasUsed empty if the place is not known, and only how all of the block's transactions ended
    /// @param proof for others; empty likewise
    record Ended(boolean succeeded, Optional<Gas> gasUsed, Optional<ReceiptProof> proof) implements BlockWord {
        Ended with(ReceiptProof found) {
            return new Ended(succeeded, gasUsed, Optional.of(found));
        }
    }

    /// All of the block's transactions are known, and it is none of them.
    record NotThere() implements BlockWord {}

    /// The source did not give what is needed, or the block holds what this program does not know.
    record CouldNotCheck() implements BlockWord {}

    /// Asks for everything in the block and rebuilds both tries.
    /// @param header its hash was recomputed
    static BlockWord of(Hash32 transaction, BlockHeader header, Source source, Deadline deadline) {
        Asked asked = new Asked();
        String hash = "\"" + header.hash().toHex() + "\"";
        Batch batch = new Batch();
        batch.add(new Query.Probe("eth_getBlockReceipts", "[" + hash + "]"), reply -> asked.receipts = reply);
        batch.add(new Query.Probe("eth_getBlockByHash", "[" + hash + ",true]"), reply -> asked.block = reply);
        batch.ask(source, Purpose.FOLLOW_TRANSACTION, deadline.remaining());
        Optional<BlockReceipts> receipts =
                asked.receipts.got().flatMap(BlockReceipts::read).filter(found -> found.hasRoot(header.receiptsRoot()));
        Optional<BlockTransactions> transactions = asked.block
                .got()
                .flatMap(BlockTransactions::read)
                .filter(found -> found.hasRoot(header.transactionsRoot()));
        return transactions
                .map(found -> placed(transaction, header, found, receipts))
                .orElseGet(() -> receipts.flatMap(BlockReceipts::commonOutcome)
                        .<BlockWord>map(succeeded -> new Ended(succeeded, Optional.empty(), Optional.empty()))
                        .orElseGet(CouldNotCheck::new));
    }

    private static BlockWord placed(
            Hash32 transaction, BlockHeader header, BlockTransactions all, Optional<BlockReceipts> receipts) {
        OptionalInt place = all.placeOf(transaction);
        if (place.isEmpty()) {
            return new NotThere();
        }
        return receipts.flatMap(found -> found.at(place.getAsInt())
                        .map(ended -> ended.with(ReceiptProof.of(
                                transaction, header, place.getAsInt(), all.encoded(), found.encoded()))))
                .<BlockWord>map(ended -> ended)
                .orElseGet(CouldNotCheck::new);
    }

    /// What came back.
    final class Asked {
        private Reply<String> receipts = Reply.notAsked();
        private Reply<String> block = Reply.notAsked();

        private Asked() {}
    }
}
