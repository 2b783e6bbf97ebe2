package org.lifeboat.engine.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.block.BlockHeader;

/// Finds the transaction that used up a nonce, wherever it was made: the block in which the account's nonce
/// passed it, and in that block the one that the account signed.
///
/// Where the block is, is the source's word; that the transaction stands in a block of this header and that the
/// account signed it is checked. A nonce that an authorization used up (EIP-7702) has no such transaction.
final class NonceTaker {
    /// How far back is looked, as a power of two: 16,384 blocks, more than two days on L1. Ordinary servers
    /// forget the state long before.
    private static final int STEPS = 14;

    private final Source source;
    private final TransactionSender senders;
    private final Deadline deadline;

    NonceTaker(Source source, TransactionSender senders, Deadline deadline) {
        this.source = source;
        this.senders = senders;
        this.deadline = deadline;
    }

    /// @param head a block in which the nonce was used up
    /// @return empty where it cannot be found out here
    Optional<Hash32> find(Address account, Nonce nonce, long head) {
        return blockOf(account, nonce, head).flatMap(number -> in(number, account, nonce));
    }

    private Optional<Long> blockOf(Address account, Nonce nonce, long head) {
        List<Long> below = new ArrayList<>();
        List<Reply<Nonce>> counts = new ArrayList<>();
        Batch batch = new Batch();
        for (int step = 0; step <= STEPS && head - (1L << step) >= 0; step++) {
            long number = head - (1L << step);
            below.add(number);
            batch.add(new Query.NonceOf(account, new BlockSelector.AtNumber(number)), counts::add);
        }
        batch.ask(source, Purpose.FOLLOW_TRANSACTION, deadline.remaining());
        long used = head;
        for (int i = 0; i < counts.size(); i++) {
            Optional<Nonce> count = counts.get(i).got();
            if (count.isEmpty()) {
                return Optional.empty();
            }
            if (count.get().compareTo(nonce) <= 0) {
                return between(below.get(i), used, account, nonce);
            }
            used = below.get(i);
        }
        return Optional.empty();
    }

    /// @param free a block after which the nonce was not used up
    /// @param used a block after which it was
    private Optional<Long> between(long free, long used, Address account, Nonce nonce) {
        long low = free;
        long high = used;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            Optional<Nonce> count = source.ask(
                            new Query.NonceOf(account, new BlockSelector.AtNumber(middle)),
                            Purpose.FOLLOW_TRANSACTION,
                            deadline.remaining())
                    .got();
            if (count.isEmpty()) {
                return Optional.empty();
            }
            if (count.get().compareTo(nonce) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Optional.of(high);
    }

    private Optional<Hash32> in(long number, Address account, Nonce nonce) {
        Found found = new Found();
        Batch batch = new Batch();
        batch.add(new Query.HeaderOf(new BlockSelector.AtNumber(number)), reply -> found.header = reply);
        batch.add(
                new Query.Probe("eth_getBlockByNumber", "[\"0x" + Long.toHexString(number) + "\",true]"),
                reply -> found.block = reply);
        batch.ask(source, Purpose.FOLLOW_TRANSACTION, deadline.remaining());
        Optional<BlockHeader> header = found.header
                .got()
                .flatMap(claim -> claim)
                .map(claim -> BlockHeader.fromFields(claim.fields(), claim.claimedHash()))
                .flatMap(answer -> answer instanceof Answer.Proven<BlockHeader>(BlockHeader whole)
                        ? Optional.of(whole)
                        : Optional.empty());
        return header.flatMap(whole -> found.block
                .got()
                .flatMap(BlockTransactions::read)
                .filter(transactions -> transactions.hasRoot(whole.transactionsRoot()))
                .flatMap(transactions -> transactions.by(account, nonce, senders)));
    }

    private static final class Found {
        private Reply<Optional<HeaderClaim>> header = Reply.notAsked();
        private Reply<String> block = Reply.notAsked();
    }
}
