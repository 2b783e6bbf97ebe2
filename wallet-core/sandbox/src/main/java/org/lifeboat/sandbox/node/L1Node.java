package org.lifeboat.sandbox.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.evm.transaction.TransactionParts;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.beacon.BeaconChain;
import org.lifeboat.sandbox.beacon.Payloads;
import org.lifeboat.sandbox.beacon.PlayNetwork;
import org.lifeboat.sandbox.blob.BlobKeeper;
import org.lifeboat.sandbox.blob.PlayBlob;
import org.lifeboat.sandbox.chain.BlockAttributes;
import org.lifeboat.sandbox.chain.BlockBuilder;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.Environments;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.pool.Mempool;
import org.lifeboat.sandbox.pool.Selection;
import org.lifeboat.sandbox.simulation.Layer1Habits;
import org.lifeboat.sandbox.simulation.Simulation;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.block.EthereumRules;

/// The node, with the beacon chain whose slots its blocks fill. Blocks are made one at a time; questions go on
/// meanwhile, on blocks that never change.
public final class L1Node implements ChainNode {
    /// There is no deposit contract here.
    public static final Address NO_DEPOSITS = Address.ZERO;

    private final ChainSettings settings;
    private final Secp256k1 curve;
    private final TransactionSender senders;
    private final NodeClock clock;
    private final History history;
    private final BeaconChain beacon;
    private final Mempool pool = new Mempool();
    private final BlobKeeper blobs = new BlobKeeper();
    private final Intake intake;

    /// The number of the newest block from before this node; final.
    private final long inherited;

    /// Source: consensus-specs, phase0/beacon-chain.md, `process_justification_and_finalization`.
    private static final int EPOCHS_TO_FINALITY = 2;

    /// What another block has room for.
    private static final Set<InvalidReason> WAITS_FOR_ROOM =
            Set.of(InvalidReason.GAS_ALLOWANCE_EXCEEDED, InvalidReason.TYPE_3_TX_MAX_BLOB_GAS_ALLOWANCE_EXCEEDED);

    // Guarded by `this`, like the pool.
    private Mining mining;
    private int branches;
    private Journal journal = Journal.NONE;
    private Consumer<BlockBuilder> traffic = _ -> {};

    public L1Node(Genesis genesis, Secp256k1 curve, NodeClock clock, Mining mining) {
        this(genesis.settings(), new History(genesis.seal()), curve, clock, mining);
    }

    /// The same on a chain that has begun elsewhere.
    /// @param history whose newest block counts as that of the beacon chain's slot 0
    public L1Node(ChainSettings settings, History history, Secp256k1 curve, NodeClock clock, Mining mining) {
        this.settings = settings;
        this.curve = curve;
        this.senders = new TransactionSender(curve);
        this.clock = clock;
        this.mining = mining;
        this.history = history;
        this.intake = new Intake(settings, history, curve, pool);
        this.inherited = history.newest().number();
        long begun = history.newest().header().unixSeconds();
        this.beacon = new BeaconChain(PlayNetwork.ofSandbox(begun), clock::now);
        beacon.append(0, Payloads.of(history.newest().header()));
    }

    @Override
    public ChainSettings settings() {
        return settings;
    }

    public NodeClock clock() {
        return clock;
    }

    @Override
    public History history() {
        return history;
    }

    /// The chain of beacon blocks whose payloads the blocks of this one are.
    public BeaconChain beacon() {
        return beacon;
    }

    /// The blobs that were sent beside transactions.
    public BlobKeeper blobs() {
        return blobs;
    }

    /// Keeps a blob, so that a transaction that names it may be sent.
    public synchronized void takeBlob(PlayBlob blob) {
        blobs.keep(blob);
        journal.blob(blob);
    }

    @Override
    public Questions questions() {
        return new Questions(settings, history, curve);
    }

    @Override
    public Simulation simulation() {
        return new Simulation(settings, history, curve, new Layer1Habits(settings));
    }

    @Override
    public Replay replay() {
        EthereumChain chain = new EthereumChain(settings.chain(), settings.forks(), NO_DEPOSITS);
        return new Replay(new EthereumRules(chain), history, curve);
    }

    public synchronized Mining mining() {
        return mining;
    }

    public synchronized void setMining(Mining when) {
        this.mining = when;
    }

    /// What others have in each block from now on, after what waits. Blocks that are played again are as they were.
    public synchronized void setTraffic(Consumer<BlockBuilder> others) {
        this.traffic = others;
    }

    // ---- tags

    /// The newest block that the tag `safe` names: the justified one.
    @Override
    public synchronized SealedBlock safe() {
        return history.at(beacon.justifiedNumber().orElse(inherited)).orElseThrow();
    }

    /// The newest block that the tag `finalized` names; the one this node began with before another is final.
    @Override
    public synchronized SealedBlock finalised() {
        return history.at(beacon.finalizedNumber().orElse(inherited)).orElseThrow();
    }

    @Override
    public Wei baseFeeAfter(SealedBlock block) {
        return Environments.nextBaseFee(block);
    }

    /// Lets as much time pass as makes the newest block final, and makes the block whose beacon state says so.
    /// @return the block that is final now
    public synchronized SealedBlock finaliseNewest() {
        Preset preset = beacon.network().preset();
        long begun = Math.ceilDiv(beacon.head(), (long) preset.slotsPerEpoch());
        long enough = beacon.network().timeOf((begun + EPOCHS_TO_FINALITY) * preset.slotsPerEpoch());
        clock.setNext(Math.max(enough, clock.now()));
        mine();
        return finalised();
    }

    // ---- transactions

    @Override
    public Optional<SenderTransaction> sender(SignedTransaction signed) {
        return SenderTransaction.of(signed, senders);
    }

    /// Takes a transaction, and mines where blocks are made at once.
    @Override
    public Admission send(SenderTransaction sent) {
        return send(sent, List.of());
    }

    @Override
    public synchronized Admission send(SenderTransaction sent, List<PlayBlob> blobs) {
        SealedBlock newest = history.newest();
        Admission admission = intake.take(
                sent,
                Environments.next(
                        settings, newest, attributes(newest, newest.header().unixSeconds() + 1)));
        if (!(admission instanceof Admission.Taken)) {
            return admission;
        }
        blobs.forEach(this::takeBlob);
        if (mining == Mining.AT_ONCE && selection().next().isPresent()) {
            mine();
        }
        return admission;
    }

    @Override
    public synchronized Optional<SenderTransaction> pending(Hash32 hash) {
        return pool.find(hash);
    }

    public synchronized int pendingCount() {
        return pool.size();
    }

    @Override
    public synchronized List<SenderTransaction> allPending() {
        return pool.all();
    }

    @Override
    public synchronized long pendingNonce(Address account) {
        return pool.nonceAfterAll(account, intake.nonce(account));
    }

    // ---- blocks

    /// Makes the next block out of what waits; an empty one where nothing does. Where the clock was moved over
    /// sync-committee periods, a few empty blocks come before it, so that light clients can follow.
    public synchronized SealedBlock mine() {
        long time = clock.take(history.newest().header().unixSeconds());
        BeaconNetwork network = beacon.network();
        CommitteePath path = new CommitteePath(network.preset(), beacon.head(), beacon.finalizedSlot());
        for (long slot : path.upTo(network.slotAt(time))) {
            seal(network.timeOf(slot), traffic);
        }
        SealedBlock block = seal(time, this::fill);
        pool.forgetBelow(intake::nonce);
        return block;
    }

    /// Makes the block after the newest one and keeps nothing of it.
    /// @param chosen what is to stand in it; empty: what waits
    public synchronized BlockTrial tryOut(BlockAttributes attributes, Optional<List<SenderTransaction>> chosen) {
        BlockBuilder builder = BlockBuilder.begin(settings, history.upTo(history.newest()), attributes, curve);
        return chosen.map(all -> BlockTrial.of(builder, all)).orElseGet(() -> BlockTrial.of(builder, selection()));
    }

    /// Makes a block if the last one is so old, as blocks come on a real chain whether or not anybody pays.
    /// Where blocks are made when told, nothing happens.
    public synchronized void mineIfIdle(Duration since) {
        long age = clock.now() - history.newest().header().unixSeconds();
        if (mining == Mining.AT_ONCE && age >= since.toSeconds()) {
            mine();
        }
    }

    /// Puts other blocks in place of the newest ones, at their slots, and one more on top, so that committees sign
    /// the new branch. What stood in the old blocks and now stands in none waits again, or is lost.
    /// @param depth how many blocks go, at least one
    /// @param keepTransactions those of the blocks that go wait for the new ones
    /// @return the newest block; empty if one of them is final, and nothing happened
    public synchronized Optional<SealedBlock> reorganise(int depth, boolean keepTransactions) {
        if (depth < 1 || history.newest().number() - depth < finalised().number()) {
            return Optional.empty();
        }
        List<SealedBlock> taken = dropNewest(depth);
        branches++;
        if (keepTransactions) {
            // What cannot wait beside what waits already is lost, as in any pool.
            taken.forEach(block -> block.transactions().forEach(each -> pool.add(each.sent())));
        }
        taken.forEach(block -> seal(block.header().unixSeconds(), this::fill));
        return Optional.of(mine());
    }

    private List<SealedBlock> dropNewest(int count) {
        List<SealedBlock> taken = history.takeBack(count);
        beacon.takeBack(beacon.network().slotAt(taken.getFirst().header().unixSeconds()));
        journal.takenBack(count);
        return taken;
    }

    // ---- a world that is played again

    /// Tells `journal` of everything from now on.
    public synchronized void keep(Journal journal) {
        this.journal = journal;
    }

    /// Makes a block that was made before.
    /// @param branches how often the chain had been reorganised
    /// @return empty if it cannot be made
    public synchronized Optional<SealedBlock> repeat(
            long unixSeconds, int branches, List<SignedTransaction> transactions) {
        List<SenderTransaction> sent =
                transactions.stream().flatMap(each -> sender(each).stream()).toList();
        boolean later = unixSeconds > history.newest().header().unixSeconds();
        if (sent.size() < transactions.size() || !later) {
            return Optional.empty();
        }
        this.branches = branches;
        boolean[] fits = {true};
        SealedBlock block = seal(
                unixSeconds,
                builder -> sent.forEach(each -> fits[0] &= builder.add(each).isEmpty()));
        return fits[0] ? Optional.of(block) : Optional.empty();
    }

    /// Takes back the newest blocks, as was done before.
    /// @return whether there were so many
    public synchronized boolean takeBack(int count) {
        boolean enough = count > 0 && count <= history.newest().number();
        if (enough) {
            dropNewest(count);
        }
        return enough;
    }

    private SealedBlock seal(long unixSeconds, Consumer<BlockBuilder> transactions) {
        SealedBlock parent = history.newest();
        BlockBuilder builder =
                BlockBuilder.begin(settings, history.upTo(parent), attributes(parent, unixSeconds), curve);
        transactions.accept(builder);
        SealedBlock block = builder.seal();
        journal.sealed(block, branches);
        history.append(block);
        beacon.append(beacon.network().slotAt(unixSeconds), Payloads.of(block.header()), blobsOf(block));
        return block;
    }

    private List<PlayBlob> blobsOf(SealedBlock block) {
        List<Hash32> hashes = block.transactions().stream()
                .flatMap(each -> TransactionParts.blobHashes(each.sent().transaction()).stream())
                .toList();
        return blobs.find(hashes).orElseThrow(() -> new IllegalStateException("a blob that nobody has sent"));
    }

    private void fill(BlockBuilder builder) {
        Selection selection = selection();
        List<SenderTransaction> hopeless = new ArrayList<>();
        for (Optional<SenderTransaction> next = selection.next(); next.isPresent(); next = selection.next()) {
            SenderTransaction sent = next.get();
            Optional<InvalidReason> reason = builder.add(sent);
            if (reason.isEmpty()) {
                selection.taken();
                continue;
            }
            selection.passedOver();
            if (!WAITS_FOR_ROOM.contains(reason.get())) {
                hopeless.add(sent);
            }
        }
        hopeless.forEach(pool::forget);
        traffic.accept(builder);
    }

    private Selection selection() {
        return pool.select(intake::nonce, baseFeeAfter(history.newest()));
    }

    /// The randomness follows from the parent and from how often the chain was reorganised, so that a world repeats
    /// itself, and a block put in the place of another is another.
    private BlockAttributes attributes(SealedBlock parent, long unixSeconds) {
        Hash32 parentBeaconRoot = beacon.rootAt(beacon.head()).orElseThrow();
        Bytes seed = Bytes.of(parent.hash().toArray())
                .plus(Bytes.of(Hash32.ofNumber(branches).toArray()));
        return new BlockAttributes(unixSeconds, Keccak256.hash(seed), parentBeaconRoot);
    }
}
