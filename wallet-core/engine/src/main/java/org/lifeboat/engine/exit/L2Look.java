package org.lifeboat.engine.exit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Withdrawal;

/// Asks the servers of an L2, which need not be believed: what they say of a withdrawal is proven against a
/// root before it is used.
final class L2Look {
    private final Network l2;
    private final List<Source> sources;
    private final Deadline deadline;

    L2Look(Network l2, List<Source> sources, Deadline deadline) {
        this.l2 = l2;
        this.sources =
                sources.stream().filter(source -> !source.health().setAside()).toList();
        this.deadline = deadline;
    }

    /// A transaction that took a withdrawal off the L2, or should have. One source that has it is enough:
    /// what it says is proven before it is used. It failed, or is not there, only where no source has it.
    /// @param state of the plan whose withdrawal is wanted: the very one that it knows, else one like it
    ExitSight.OfL2 transaction(Hash32 hash, ExitState state) {
        ExitSight.OfL2 seen = new ExitSight.OfL2.Silent("no source is set up");
        for (Source source : sources) {
            Reply<Optional<ReceiptClaim>> reply =
                    source.ask(new Query.ReceiptOf(hash), Purpose.FOLLOW_TRANSACTION, deadline.remaining());
            if (reply instanceof Reply.Got<Optional<ReceiptClaim>>(Optional<ReceiptClaim> receipt)) {
                ExitSight.OfL2 told = receipt.map(one -> ofReceipt(one, state)).orElseGet(ExitSight.OfL2.Absent::new);
                if (told instanceof ExitSight.OfL2.Has) {
                    return told;
                }
                seen = seen instanceof ExitSight.OfL2.Failed ? seen : told;
            } else if (seen instanceof ExitSight.OfL2.Silent) {
                seen = new ExitSight.OfL2.Silent(source.id().shown() + ": " + reply.problem());
            }
        }
        return seen;
    }

    private static ExitSight.OfL2 ofReceipt(ReceiptClaim receipt, ExitState state) {
        List<Withdrawal> like =
                withdrawals(receipt.logs()).stream().filter(state::isOf).toList();
        return like.stream()
                .filter(one -> state.withdrawal().filter(one::equals).isPresent())
                .findFirst()
                .or(() -> like.stream().findFirst())
                .<ExitSight.OfL2>map(found -> new ExitSight.OfL2.Has(found, new L2Block(receipt.blockNumber())))
                .orElseGet(ExitSight.OfL2.Failed::new);
    }

    static List<Withdrawal> withdrawals(List<LogClaim> logs) {
        List<Withdrawal> found = new ArrayList<>();
        for (LogClaim log : logs) {
            if (Withdrawal.of(new Log(log.emitter(), log.topics(), log.data()))
                    instanceof Answer.Proven<Withdrawal>(Withdrawal withdrawal)) {
                found.add(withdrawal);
            }
        }
        return found;
    }

    /// A withdrawal that an account sent itself.
    /// @param transaction that did it; it may have sent several
    record Own(Hash32 transaction, Withdrawal withdrawal, L2Block block) {}

    /// All withdrawals that an account sent itself, as sources have it.
    Optional<List<Own>> ownWithdrawals(Address account, long fromBlock) {
        for (Source source : sources) {
            Optional<List<LogClaim>> logs =
                    newest(source).flatMap(head -> logs(source, fromBlock, head.number(), Optional.of(account)));
            if (logs.isPresent()) {
                List<Own> found = new ArrayList<>();
                for (LogClaim log : logs.get()) {
                    withdrawals(List.of(log))
                            .forEach(one -> found.add(new Own(log.transaction(), one, new L2Block(log.blockNumber()))));
                }
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// What the portal needs to believe a withdrawal, checked here.
    sealed interface Evidence {
        /// @param nodes in the portal's form
        record Checked(BlockHeader header, OutputRoot root, List<Bytes> nodes) implements Evidence {}

        /// The block that a source has is not the one that the root on L1 speaks of: one of the two is
        /// false.
        record OtherRoot(String source, Hash32 own) implements Evidence {}

        record Silent(String why) implements Evidence {}
    }

    /// By a server's proof or, where none gives one, out of all that the message passer ever wrote.
    /// @param root that must come out, of the block's header
    Evidence evidence(Withdrawal withdrawal, L2Block block, Hash32 root) {
        return evidence(withdrawal, block, root, true);
    }

    /// By a server's proof alone, which is little to ask.
    Evidence proof(Withdrawal withdrawal, L2Block block, Hash32 root) {
        return evidence(withdrawal, block, root, false);
    }

    private Evidence evidence(Withdrawal withdrawal, L2Block block, Hash32 root, boolean rebuild) {
        Evidence seen = new Evidence.Silent("no source of the L2 is set up");
        for (Source source : sources) {
            Evidence one = evidence(source, withdrawal, block, root, rebuild);
            if (one instanceof Evidence.Checked) {
                return one;
            }
            seen = seen instanceof Evidence.OtherRoot ? seen : one;
        }
        return seen;
    }

    private Evidence evidence(Source source, Withdrawal withdrawal, L2Block block, Hash32 expected, boolean rebuild) {
        Optional<BlockHeader> header = header(source, new BlockSelector.AtNumber(block.number()));
        Optional<OutputRoot> root = header.flatMap(OutputRoot::of);
        if (root.isEmpty()) {
            return new Evidence.Silent(source.id().shown() + " has no header of block " + block.number()
                    + " that could be checked and holds the root of withdrawals");
        }
        if (!root.get().hash().equals(expected)) {
            return new Evidence.OtherRoot(source.id().shown(), root.get().hash());
        }
        for (BlockSelector selector :
                List.of(new BlockSelector.ByHash(root.get().blockHash()), new BlockSelector.AtNumber(block.number()))) {
            Optional<List<Bytes>> nodes = source.ask(
                            new Query.ProofOf(OpStack.MESSAGE_PASSER, List.of(withdrawal.slot()), selector),
                            Purpose.PREPARE_TRANSACTION,
                            deadline.remaining())
                    .got()
                    .map(ProofClaim::slots)
                    .filter(slots -> slots.size() == 1)
                    .map(slots -> slots.getFirst().proof());
            if (nodes.isPresent()
                    && OpStack.storageProof(root.get(), withdrawal, nodes.get())
                            instanceof Answer.Proven<List<Bytes>>(List<Bytes> whole)) {
                return new Evidence.Checked(header.orElseThrow(), root.get(), whole);
            }
        }
        if (!rebuild) {
            return new Evidence.Silent(source.id().shown() + " gives no proof of block " + block.number());
        }
        return rebuilt(source, header.orElseThrow(), root.get(), withdrawal, block);
    }

    /// Without a proof: out of everything that the message passer ever wrote.
    private Evidence rebuilt(Source source, BlockHeader header, OutputRoot root, Withdrawal withdrawal, L2Block block) {
        Optional<List<LogClaim>> logs = logs(source, 0, block.number(), Optional.empty());
        if (logs.isEmpty()) {
            return new Evidence.Silent(source.id().shown() + " gives neither a proof nor all withdrawals");
        }
        Map<Hash32, BigInteger> others = new HashMap<>();
        for (Hash32 slot : OpStack.otherSlots()) {
            source.ask(
                            new Query.StorageOf(
                                    OpStack.MESSAGE_PASSER, slot, new BlockSelector.AtNumber(block.number())),
                            Purpose.PREPARE_TRANSACTION,
                            deadline.remaining())
                    .got()
                    .ifPresent(word -> others.put(slot, word.toNumber()));
        }
        List<Hash32> all =
                withdrawals(logs.get()).stream().map(Withdrawal::hash).toList();
        return switch (OpStack.rebuiltProof(root, withdrawal, all, others)) {
            case Answer.Proven<List<Bytes>>(List<Bytes> nodes) -> new Evidence.Checked(header, root, nodes);
            case Answer.Refuted<List<Bytes>>(String why) -> new Evidence.Silent(why);
            case Answer.Unknown<List<Bytes>>(var _, String why) ->
                new Evidence.Silent(source.id().shown() + ": " + why);
        };
    }

    /// What may be posted with a bond behind it.
    sealed interface Fixed {
        /// @param named the source that named the block
        /// @param alike sources that have it, that one included
        record Root(L2Block block, OutputRoot root, String named, int alike) implements Fixed {}

        /// Two sources have different blocks there: one of them lies, and the bond would hang on which.
        record Differ(String source) implements Fixed {}

        record Silent() implements Fixed {}
    }

    /// The root of a block that the L2's data on L1 already fixes, as its sources have it; all that answer
    /// must have the same.
    Fixed fixedRoot() {
        Optional<Fixed.Root> found = Optional.empty();
        for (Source source : sources) {
            if (found.isEmpty()) {
                Optional<BlockHeader> header = header(source, BlockSelector.SAFE);
                found = header.flatMap(OutputRoot::of)
                        .map(root -> new Fixed.Root(
                                new L2Block(header.orElseThrow().number()),
                                root,
                                source.id().shown(),
                                1));
                continue;
            }
            Optional<BlockHeader> same = header(
                    source, new BlockSelector.AtNumber(found.get().block().number()));
            Hash32 expected = found.get().root().blockHash();
            if (same.filter(header -> !header.hash().equals(expected)).isPresent()) {
                return new Fixed.Differ(source.id().shown());
            }
            if (same.isPresent()) {
                found = found.map(one -> new Fixed.Root(one.block(), one.root(), one.named(), one.alike() + 1));
            }
        }
        return found.<Fixed>map(root -> root).orElseGet(Fixed.Silent::new);
    }

    /// The root of a block as each source has it that answers.
    List<OutputRoot> rootsAt(L2Block block) {
        return sources.stream()
                .flatMap(source -> header(source, new BlockSelector.AtNumber(block.number())).stream())
                .flatMap(header -> OutputRoot.of(header).stream())
                .toList();
    }

    private Optional<BlockHeader> newest(Source source) {
        return header(source, BlockSelector.LATEST);
    }

    private Optional<BlockHeader> header(Source source, BlockSelector block) {
        return switch (HeadQuestion.ask(source, l2.chain(), block, Purpose.PREPARE_TRANSACTION, deadline.remaining())) {
            case Head.Usable usable -> usable.header();
            case Head.Lied(var _, Contradiction contradiction) -> {
                source.refuted(contradiction.refutation());
                yield Optional.empty();
            }
            case Head.Silent _ -> Optional.empty();
        };
    }

    private Optional<List<LogClaim>> logs(Source source, long from, long to, Optional<Address> sender) {
        List<List<Hash32>> topics = new ArrayList<>(List.of(List.of(Withdrawal.EVENT)));
        sender.ifPresent(account -> topics.addAll(List.of(List.of(), List.of(account.toWord()))));
        return LogSpans.ask(source, from, to, OpStack.MESSAGE_PASSER, topics, deadline);
    }
}
