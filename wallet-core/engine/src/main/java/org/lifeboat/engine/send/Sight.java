package org.lifeboat.engine.send;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.balances.CheckedAccounts;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.TransactionClaim;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

/// Looks at one transaction through one source. Used once.
final class Sight {
    private final OwnTransaction own;
    private final List<Hash32> rivals;
    private final Network network;
    private final Source source;
    private final TransactionSender senders;
    private final Instant now;
    private final Deadline deadline;

    private Reply<Optional<ReceiptClaim>> receipt = Reply.notAsked();
    private Reply<Optional<TransactionClaim>> transaction = Reply.notAsked();
    private Reply<Nonce> nonce = Reply.notAsked();
    private Reply<Optional<HeaderClaim>> head = Reply.notAsked();
    private Reply<Optional<HeaderClaim>> byHash = Reply.notAsked();
    private Reply<Optional<HeaderClaim>> byNumber = Reply.notAsked();

    /// @param rivals own transactions with the same nonce
    Sight(
            OwnTransaction own,
            List<Hash32> rivals,
            Network network,
            Source source,
            TransactionSender senders,
            Instant now,
            Deadline deadline) {
        this.own = own;
        this.rivals = List.copyOf(rivals);
        this.network = network;
        this.source = source;
        this.senders = senders;
        this.now = now;
        this.deadline = deadline;
    }

    Sighting look() {
        Batch batch = new Batch();
        batch.add(new Query.ReceiptOf(own.hash()), reply -> receipt = reply);
        batch.add(new Query.TransactionOf(own.hash()), reply -> transaction = reply);
        batch.add(new Query.NonceOf(own.account(), BlockSelector.LATEST), reply -> nonce = reply);
        batch.add(new Query.HeaderOf(BlockSelector.LATEST), reply -> head = reply);
        batch.ask(source, Purpose.FOLLOW_TRANSACTION, deadline.remaining());
        return switch (receipt) {
            case Reply.Got<Optional<ReceiptClaim>>(Optional<ReceiptClaim> claim) ->
                claim.map(this::inBlock).orElseGet(this::inNoBlock);
            case Reply.Refused<Optional<ReceiptClaim>> refused -> silent(refused);
            case Reply.Failed<Optional<ReceiptClaim>> failed -> silent(failed);
        };
    }

    private Sighting inBlock(ReceiptClaim claim) {
        if (!claim.transaction().equals(own.hash())) {
            return lied(Contradiction.What.OTHER_SUBJECT, claim.transaction(), own.hash());
        }
        Optional<HeaderClaim> block = askForBlock(claim);
        if (block.isEmpty()) {
            // Another server behind the same address may know it.
            block = askForBlock(claim);
        }
        if (block.isEmpty()) {
            return new Sighting.Silent(Note.of(
                    Note.Kind.BLOCK_NOT_KNOWN,
                    source.id().shown(),
                    claim.blockHash().toHex()));
        }
        return switch (BlockHeader.fromFields(block.get().fields(), block.get().claimedHash())) {
            case Answer.Proven<BlockHeader>(BlockHeader header) -> inBlock(claim, block.get(), header);
            case Answer.Refuted<BlockHeader>(String reason) ->
                lied(Contradiction.What.HEADER, block.get().claimedHash(), reason);
            case Answer.Unknown<BlockHeader> unknown ->
                new Sighting.Silent(Note.of(Note.Kind.UPDATE_NEEDED, unknown.reason()));
        };
    }

    private Optional<HeaderClaim> askForBlock(ReceiptClaim claim) {
        Batch batch = new Batch();
        batch.add(new Query.HeaderOf(new BlockSelector.ByHash(claim.blockHash())), reply -> byHash = reply);
        batch.add(new Query.HeaderOf(new BlockSelector.AtNumber(claim.blockNumber())), reply -> byNumber = reply);
        batch.ask(source, Purpose.FOLLOW_TRANSACTION, deadline.remaining());
        return byHash.got().flatMap(found -> found);
    }

    private Sighting inBlock(ReceiptClaim claim, HeaderClaim block, BlockHeader header) {
        if (!block.claimedHash().equals(claim.blockHash())) {
            return lied(Contradiction.What.HEADER, block.claimedHash(), claim.blockHash());
        }
        if (header.number() != claim.blockNumber()) {
            return lied(Contradiction.What.RECEIPT, "block " + claim.blockNumber(), "block " + header.number());
        }
        Optional<Hash32> canonical = byNumber.got().flatMap(found -> found).map(HeaderClaim::claimedHash);
        if (canonical.isPresent() && !canonical.get().equals(claim.blockHash())) {
            // The block it was in is no longer on the chain.
            return seen(new Status.Sighting.Waiting(now));
        }
        BlockWord word = BlockWord.of(own.hash(), header, source, deadline);
        return switch (word) {
            case BlockWord.NotThere _ ->
                lied(Contradiction.What.RECEIPT, "block " + claim.blockNumber(), "none of its transactions");
            case BlockWord.Ended(boolean succeeded, var _, var _)
            when succeeded != claim.succeeded() ->
                lied(Contradiction.What.RECEIPT, inWords(claim.succeeded()), inWords(succeeded));
            case BlockWord.Ended(var _, Optional<Gas> used, var _)
            when used.filter(gas -> !gas.equals(claim.gasUsed())).isPresent() ->
                lied(
                        Contradiction.What.RECEIPT,
                        "gas " + claim.gasUsed().amount(),
                        "gas " + used.get().amount());
            case BlockWord.Ended _, BlockWord.CouldNotCheck _ ->
                wrongPrice(claim, header)
                        .map(right -> lied(
                                Contradiction.What.RECEIPT,
                                claim.effectiveGasPrice().map(Wei::value).orElseThrow() + " wei a gas",
                                right.value() + " wei a gas"))
                        .orElseGet(() -> new Sighting.Seen(
                                new Status.Sighting.InBlock(header.ref(), claim.succeeded(), network.isL2()),
                                confirmations(header),
                                word instanceof BlockWord.Ended,
                                paid(claim, header),
                                word instanceof BlockWord.Ended ended ? ended.proof() : Optional.empty()));
        };
    }

    /// On L1 the price follows from the block's base fee and what was signed (EIP-1559,
    /// `effective_gas_price`). Some L2s charge otherwise.
    /// @return the right one, where the source names another
    private Optional<Wei> wrongPrice(ReceiptClaim claim, BlockHeader header) {
        boolean byTheBook = network.layer() instanceof Network.Layer.L1;
        return claim.effectiveGasPrice()
                .flatMap(said -> byTheBook ? price(header).filter(right -> !right.equals(said)) : Optional.empty());
    }

    private Optional<Wei> price(BlockHeader header) {
        if (!(SignedTransaction.decode(own.signed()) instanceof Answer.Proven<SignedTransaction>(var signed))) {
            return Optional.empty();
        }
        return switch (signed.transaction()) {
            case Transaction.Legacy legacy -> Optional.of(legacy.gasPrice());
            case Transaction.AccessListTx old -> Optional.of(old.gasPrice());
            case Transaction.DynamicFee dynamic ->
                header.baseFeePerGas().map(base -> {
                    Wei offered = base.plus(dynamic.maxPriorityFeePerGas());
                    return offered.compareTo(dynamic.maxFeePerGas()) < 0 ? offered : dynamic.maxFeePerGas();
                });
            case Transaction.Blob _, Transaction.SetCode _ -> Optional.empty();
        };
    }

    private long confirmations(BlockHeader header) {
        return newest().map(number -> Math.max(1, number - header.number() + 1)).orElse(1L);
    }

    private Optional<Long> newest() {
        return head.got()
                .flatMap(found -> found)
                .map(claim -> BlockHeader.fromFields(claim.fields(), claim.claimedHash()))
                .flatMap(answer -> answer instanceof Answer.Proven<BlockHeader>(BlockHeader newest)
                        ? Optional.of(newest.number())
                        : Optional.empty());
    }

    private Optional<FeeParts> paid(ReceiptClaim claim, BlockHeader header) {
        Optional<Wei> byTheBook = network.layer() instanceof Network.Layer.L1 ? price(header) : Optional.empty();
        return claim.effectiveGasPrice()
                .or(() -> byTheBook)
                .map(price -> new FeeParts(
                        price.times(claim.gasUsed().amount()), claim.l1Fee().orElse(Wei.ZERO), Wei.ZERO));
    }

    private Sighting inNoBlock() {
        return switch (transaction) {
            case Reply.Got<Optional<TransactionClaim>>(Optional<TransactionClaim> claim) -> {
                if (claim.isPresent() && !claim.get().hash().equals(own.hash())) {
                    yield lied(Contradiction.What.OTHER_SUBJECT, claim.get().hash(), own.hash());
                }
                yield claim.isPresent() ? seen(new Status.Sighting.Waiting(now)) : gone();
            }
            case Reply.Refused<Optional<TransactionClaim>> refused -> silent(refused);
            case Reply.Failed<Optional<TransactionClaim>> failed -> silent(failed);
        };
    }

    /// It is not known here: this server is behind, or its nonce is used up, or it can be sent again. Receipt
    /// and nonce came in one answer, so that two servers behind one address cannot make a replaced one of a
    /// mined one.
    private Sighting gone() {
        if (isBehind()) {
            return new Sighting.Silent(
                    Note.of(Note.Kind.SOURCE_BEHIND, source.id().shown()));
        }
        return switch (nonce) {
            case Reply.Got<Nonce>(Nonce count) ->
                count.compareTo(own.nonce()) > 0 ? replaced() : seen(new Status.Sighting.Unknown());
            case Reply.Refused<Nonce> refused -> silent(refused);
            case Reply.Failed<Nonce> failed -> silent(failed);
        };
    }

    private boolean isBehind() {
        Optional<Long> newest = newest();
        return switch (own.status()) {
            case Status.Accepted(BlockRef block) ->
                newest.filter(number -> number >= block.number()).isEmpty();
            case Status.Mined(BlockRef block) ->
                newest.filter(number -> number >= block.number()).isEmpty();
            case Status.Reverted(BlockRef block) ->
                newest.filter(number -> number >= block.number()).isEmpty();
            case Status.Saved _, Status.Sent _, Status.Replaced _, Status.Dropped _ -> false;
        };
    }

    /// That the nonce is used up is held against a proof before it is said, and the receipt is asked for once more: a
    /// block that came between the answers of one batch has used it up with this very transaction.
    private Sighting replaced() {
        return switch (CheckedAccounts.read(source, own.chain(), List.of(own.account()), deadline)) {
            case CheckedAccounts.Read read -> {
                CheckedAccounts.Facts facts = read.accounts().get(own.account());
                boolean used = facts != null && facts.nonce().compareTo(own.nonce()) > 0;
                yield used ? usedUp(read.block().number()) : seen(new Status.Sighting.Unknown());
            }
            case CheckedAccounts.Lied(var disagreement) -> new Sighting.Lied(disagreement.contradiction());
            case CheckedAccounts.Silent(var note) -> new Sighting.Silent(note);
        };
    }

    private Sighting usedUp(long head) {
        Batch batch = new Batch();
        batch.add(new Query.ReceiptOf(own.hash()), reply -> receipt = reply);
        batch.ask(source, Purpose.FOLLOW_TRANSACTION, deadline.remaining());
        return switch (receipt) {
            case Reply.Got<Optional<ReceiptClaim>>(Optional<ReceiptClaim> claim) ->
                claim.map(this::inBlock).orElseGet(() -> takenBy(taker(head)));
            case Reply.Refused<Optional<ReceiptClaim>> refused -> silent(refused);
            case Reply.Failed<Optional<ReceiptClaim>> failed -> silent(failed);
        };
    }

    /// Whoever finds the transaction itself in a block, and no receipt of it yet, knows no more than that it waits.
    private Sighting takenBy(Optional<Hash32> taker) {
        return seen(
                taker.filter(own.hash()::equals).isPresent()
                        ? new Status.Sighting.Waiting(now)
                        : new Status.Sighting.NonceTaken(taker));
    }

    /// Which transaction it was: one of ours that is in a block, else whatever the chain shows.
    private Optional<Hash32> taker(long head) {
        List<Hash32> inBlock = new ArrayList<>();
        Batch batch = new Batch();
        rivals.forEach(rival -> batch.add(
                new Query.ReceiptOf(rival),
                reply -> reply.got()
                        .flatMap(found -> found)
                        .filter(found -> found.transaction().equals(rival))
                        .ifPresent(_ -> inBlock.add(rival))));
        if (!rivals.isEmpty()) {
            batch.ask(source, Purpose.FOLLOW_TRANSACTION, deadline.remaining());
        }
        return inBlock.stream()
                .findFirst()
                .or(() -> new NonceTaker(source, senders, deadline).find(own.account(), own.nonce(), head));
    }

    private Sighting silent(Reply<?> reply) {
        return new Sighting.Silent(Note.of(Note.Kind.SOURCE_FAILED, source.id().shown(), reply.problem()));
    }

    private static Sighting seen(Status.Sighting what) {
        return new Sighting.Seen(what, 0, false, Optional.empty(), Optional.empty());
    }

    private Sighting lied(Contradiction.What what, Object said, Object shown) {
        return new Sighting.Lied(
                new Contradiction(what, own.hash().toHex(), String.valueOf(said), String.valueOf(shown)));
    }

    private static String inWords(boolean succeeded) {
        return succeeded ? "succeeded" : "failed";
    }
}
