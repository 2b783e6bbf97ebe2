package org.lifeboat.rollups.opstack.derivation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.SentWithdrawal;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockFault;
import org.lifeboat.verifier.block.BlockOutput;
import org.lifeboat.verifier.block.MissingPart;
import org.lifeboat.verifier.trie.MissingNode;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;

/// Checks what somebody claims of L2 blocks: derives them from L1, executes them, and compares the output
/// roots. Like the derivation it reads nothing itself. State may come from anybody: it is hashed here. It
/// keeps the state that it was given or computed until it is told to forget it.
public final class ChainCheck {
    /// The predeployed `L2ToL1MessagePasser`. Source: predeploys.
    private static final Address MESSAGE_PASSER = Address.fromHex("0x4200000000000000000000000000000000000016");

    /// More blocks than stand on the L1 blocks that a derivation can go back by.
    private static final int REMEMBERED = 8_192;

    /// How far the check has come.
    public sealed interface Progress {
        /// Something of L1, or an L2 block: [#give].
        record Needs(Need need) implements Progress {}

        /// A part of the state after `parent`, which running the next block asks for: [#giveState]. A
        /// server's witness of the block with number `parent.number() + 1` mostly holds all of them.
        record NeedsState(BlockRef parent, MissingPart missing) implements Progress {}

        /// A block was derived and executed.
        record Derived(BlockRef block, Hash32 outputRoot) implements Progress {}

        /// Blocks after `head` are none any more, because L1 has reorganised.
        record WentBack(BlockRef head) implements Progress {}

        record Done(Verdict verdict) implements Progress {}
    }

    private final Derivation derivation;
    private final BlockBuilder builder;
    private final SortedMap<Long, Hash32> claims;
    private PreimageStore store = new PreimageStore();

    /// The newest blocks, as many as L1 can take back; at first the anchor alone.
    private final List<BlockHeader> headers = new ArrayList<>();

    private Optional<Verdict> verdict = Optional.empty();
    private List<DroppedBatch> dropped = new ArrayList<>();
    private List<SentWithdrawal> sent = new ArrayList<>();

    /// @param derivation fresh, after `anchor`
    /// @param claims output roots by the number of their block; the check ends at the greatest. Empty: nothing is
    /// compared, and blocks are made for as long as L1 is brought
    public ChainCheck(Derivation derivation, BlockBuilder builder, BlockHeader anchor, SortedMap<Long, Hash32> claims) {
        if (!claims.isEmpty() && claims.firstKey() <= anchor.number()) {
            throw new IllegalArgumentException("nothing to check after the anchor");
        }
        this.derivation = derivation;
        this.builder = builder;
        this.claims = new TreeMap<>(claims);
        headers.add(anchor);
    }

    /// Goes on: by one block at most, so that whoever asks can show it, or stop.
    public Progress step() {
        if (verdict.isPresent()) {
            return new Progress.Done(verdict.get());
        }
        Step step = derivation.step();
        dropped.addAll(derivation.takeDropped());
        return switch (step) {
            case Step.Needs(Need need) -> new Progress.Needs(need);
            case Step.Attributes(PayloadAttributes attributes) -> build(attributes);
            case Step.Reorganised(BlockRef _, BlockRef head) -> {
                headers.removeIf(each -> each.number() > head.number());
                yield new Progress.WentBack(head);
            }
            case Step.Stopped(Answer.Cause cause, String reason) -> done(new Verdict.CouldNotCheck(cause, reason));
        };
    }

    /// As [Derivation#give].
    public Optional<String> give(Given given) {
        return derivation.give(given);
    }

    /// @param preimages trie nodes and codes, as many as there may be, of whatever block
    public void giveState(Collection<Bytes> preimages) {
        preimages.forEach(store::add);
    }

    /// Forgets all state: of the next block everything is asked for anew. For long ranges, where servers have it.
    public void forgetState() {
        store = new PreimageStore();
    }

    /// Takes a state whole, so that nothing of it will be asked for.
    /// @param whole all of the anchor's state; it is added to
    public void standOn(PreimageStore whole) {
        store = whole;
    }

    /// Forgets what the newest block's state does not hold, where that is whole. For long ranges without servers.
    public void forgetOldState() {
        if (StateTrie.of(headers.getLast().stateRoot(), store).alone()
                instanceof TrieResult.Known<StateTrie>(StateTrie newest)) {
            store = newest.store();
        }
    }

    /// The newest block that was derived, at first the anchor.
    public BlockHeader newest() {
        return headers.getLast();
    }

    /// The state after [#newest], as far as it is known here.
    public StateTrie state() {
        return StateTrie.of(newest().stateRoot(), store);
    }

    /// How many nodes and codes of the state are kept.
    public int stateSize() {
        return store.size();
    }

    /// The newest block of L1 whose reading was begun; empty at the start.
    public Optional<BlockRef> l1() {
        return derivation.l1();
    }

    /// What of the batcher's did not count since the last time this was asked.
    public List<DroppedBatch> takeDropped() {
        List<DroppedBatch> taken = dropped;
        dropped = new ArrayList<>();
        return taken;
    }

    /// The withdrawals that the blocks sent which were derived since the last time this was asked.
    public List<SentWithdrawal> takeSent() {
        List<SentWithdrawal> taken = sent;
        sent = new ArrayList<>();
        return taken;
    }

    /// The claims are about L1 up to the block that was read last: what is not there then, is not. To be said
    /// only where the next L1 header is needed, and something is claimed.
    public Progress l1Ends() {
        if (verdict.isPresent()) {
            return new Progress.Done(verdict.get());
        }
        BlockHeader last = headers.getLast();
        SortedMap<Long, Hash32> after = claims.tailMap(last.number() + 1);
        return OutputRoot.of(last)
                .map(root -> done(new Verdict.NotThere(
                        last.ref(),
                        root.hash(),
                        after.firstKey(),
                        after.firstEntry().getValue())))
                .orElseGet(() -> giveUp(
                        Answer.Cause.NOT_OFFERED, "the newest block is older than the form that is compared here"));
    }

    /// Ends the check where something cannot be had.
    public Progress giveUp(Answer.Cause cause, String reason) {
        return verdict.<Progress>map(Progress.Done::new)
                .orElseGet(() -> done(new Verdict.CouldNotCheck(cause, reason)));
    }

    private Progress done(Verdict reached) {
        verdict = Optional.of(reached);
        return new Progress.Done(reached);
    }

    private Progress build(PayloadAttributes attributes) {
        BlockHeader parent = headers.getLast();
        StateTrie state = StateTrie.of(parent.stateRoot(), store);
        return switch (builder.build(attributes, parent, state, this::blockHash)) {
            case BlockBuilder.Result.Built(Block block, BlockOutput output) -> built(block, output);
            case BlockBuilder.Result.Invalid(BlockFault fault) -> {
                derivation
                        .l1()
                        .ifPresent(l1 -> dropped.add(
                                new DroppedBatch(l1, parent.number() + 1, new DroppedBatch.Why.NotExecutable(fault))));
                derivation.rejected();
                yield step();
            }
            case BlockBuilder.Result.Incomplete(MissingPart missing) ->
                new Progress.NeedsState(attributes.parent(), missing);
            case BlockBuilder.Result.Unknown(String reason) ->
                done(new Verdict.CouldNotCheck(Answer.Cause.UPDATE_NEEDED, reason));
        };
    }

    private Optional<Hash32> blockHash(long number) {
        return derivation.blockHash(number);
    }

    private Progress built(Block block, BlockOutput output) {
        Progress progress = built(block.header(), output);
        if (progress instanceof Progress.Derived) {
            keepSent(block, output.receipts());
        }
        return progress;
    }

    private void keepSent(Block block, List<Receipt> receipts) {
        BlockRef at = block.header().ref();
        for (int i = 0; i < receipts.size(); i++) {
            Bytes transaction = block.transactions().get(i);
            for (Log log : receipts.get(i).logs()) {
                if (Withdrawal.of(log) instanceof Answer.Proven<Withdrawal>(Withdrawal withdrawal)) {
                    sent.add(new SentWithdrawal(Keccak256.hash(transaction), withdrawal, at));
                }
            }
        }
    }

    private Progress built(BlockHeader header, BlockOutput output) {
        Optional<OutputRoot> inHeader = OutputRoot.of(header);
        if (inHeader.isPresent()) {
            return compare(header, inHeader.get());
        }
        TrieResult<Hash32> passer = output.state()
                .account(MESSAGE_PASSER)
                .map(account -> account.map(StoredAccount::storageRoot).orElse(TrieProof.EMPTY_ROOT));
        return switch (passer) {
            case TrieResult.Missing<Hash32>(MissingNode node) ->
                new Progress.NeedsState(derivation.head(), new MissingPart.Node(node, Optional.empty()));
            case TrieResult.Known<Hash32>(Hash32 root) ->
                compare(header, new OutputRoot(header.stateRoot(), root, header.hash()));
        };
    }

    private Progress compare(BlockHeader header, OutputRoot root) {
        derivation.applied(header);
        headers.add(header);
        if (headers.size() > 2 * REMEMBERED) {
            headers.subList(0, REMEMBERED).clear();
        }
        Hash32 computed = root.hash();
        Optional<Hash32> claimed = Optional.ofNullable(claims.get(header.number()));
        BlockRef block = header.ref();
        if (claimed.isPresent() && !claimed.get().equals(computed)) {
            verdict = Optional.of(new Verdict.False(block, claimed.get(), computed));
        } else if (!claims.isEmpty() && header.number() == claims.lastKey()) {
            verdict = Optional.of(new Verdict.True(block, computed));
        }
        return new Progress.Derived(block, computed);
    }
}
