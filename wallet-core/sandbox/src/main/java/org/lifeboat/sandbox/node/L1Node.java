package org.lifeboat.sandbox.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.transaction.GasPool;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.evm.transaction.TransactionRunner;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.chain.BlockAttributes;
import org.lifeboat.sandbox.chain.BlockBuilder;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.Environments;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.pool.Mempool;
import org.lifeboat.sandbox.pool.PoolRefusal;
import org.lifeboat.sandbox.pool.Selection;

/// The node. Blocks are made one at a time; questions go on meanwhile, on blocks that never change.
public final class L1Node {
    /// How far the tags `safe` and `finalized` stay behind the newest block: one and two epochs of 32 slots.
    /// Source: consensus-specs, phase0, `SLOTS_PER_EPOCH`; anvil keeps the same distances.
    private static final long SAFE_DISTANCE = 32;

    private static final long FINAL_DISTANCE = 64;

    private final ChainSettings settings;
    private final Secp256k1 curve;
    private final TransactionSender senders;
    private final NodeClock clock;
    private final History history;
    private final Mempool pool = new Mempool();

    // Guarded by `this`, like the pool.
    private Mining mining;
    private long finalNumber;

    public L1Node(Genesis genesis, Secp256k1 curve, NodeClock clock, Mining mining) {
        this.settings = genesis.settings();
        this.curve = curve;
        this.senders = new TransactionSender(curve);
        this.clock = clock;
        this.mining = mining;
        this.history = new History(genesis.seal());
    }

    public ChainSettings settings() {
        return settings;
    }

    public NodeClock clock() {
        return clock;
    }

    public History history() {
        return history;
    }

    public Questions questions() {
        return new Questions(settings, history, curve);
    }

    public synchronized void setMining(Mining when) {
        this.mining = when;
    }

    // ---- tags

    /// The newest block that the tag `safe` names.
    public synchronized SealedBlock safe() {
        return behind(SAFE_DISTANCE);
    }

    /// The newest block that the tag `finalized` names.
    public synchronized SealedBlock finalised() {
        return behind(FINAL_DISTANCE);
    }

    /// Makes the newest block final.
    public synchronized void finaliseNewest() {
        finalNumber = history.newest().number();
    }

    private SealedBlock behind(long distance) {
        long number = Math.max(finalNumber, history.newest().number() - distance);
        return history.at(number).orElseThrow();
    }

    // ---- transactions

    /// Whose signature a transaction has.
    /// @return empty if no account can have made it
    public Optional<SenderTransaction> sender(SignedTransaction signed) {
        return SenderTransaction.of(signed, senders);
    }

    /// Takes a transaction, and mines where blocks are made at once.
    public synchronized Admission send(SenderTransaction sent) {
        if (history.transaction(sent.hash()).isPresent()) {
            return new Admission.NotPooled(PoolRefusal.ALREADY_KNOWN);
        }
        Optional<InvalidReason> reason = check(sent).filter(each -> !mayWait(each));
        if (reason.isPresent()) {
            return new Admission.Invalid(reason.get());
        }
        Optional<PoolRefusal> refusal = pool.add(sent);
        if (refusal.isPresent()) {
            return new Admission.NotPooled(refusal.get());
        }
        if (mining == Mining.AT_ONCE && selection().next().isPresent()) {
            mine();
        }
        return new Admission.Taken();
    }

    /// One that waits.
    public synchronized Optional<SenderTransaction> pending(Hash32 hash) {
        return pool.find(hash);
    }

    public synchronized int pendingCount() {
        return pool.size();
    }

    /// The nonce for the account's next transaction, those that wait counted.
    public synchronized long pendingNonce(Address account) {
        return pool.nonceAfterAll(account, nonce(account));
    }

    private Optional<InvalidReason> check(SenderTransaction sent) {
        SealedBlock newest = history.newest();
        WorldState state = new WorldState(
                newest.state().reader(_ -> Hash32.ZERO), newest.state().codes());
        TransactionRunner runner = new TransactionRunner(
                settings.rules(),
                settings.chain(),
                Environments.next(
                        settings, newest, attributes(newest, newest.header().unixSeconds() + 1)),
                state,
                Precompiles.of(settings.rules()),
                curve,
                Optional.empty());
        return runner.check(
                sent.transaction(), sent.from(), new GasPool(settings.gasLimit().amount(), 0));
    }

    /// What time, or another transaction, may mend.
    private static boolean mayWait(InvalidReason reason) {
        return reason == InvalidReason.NONCE_MISMATCH_TOO_HIGH || reason == InvalidReason.INSUFFICIENT_MAX_FEE_PER_GAS;
    }

    // ---- blocks

    /// Makes the next block out of what waits; an empty one where nothing does.
    public synchronized SealedBlock mine() {
        SealedBlock parent = history.newest();
        BlockAttributes attributes =
                attributes(parent, clock.take(parent.header().unixSeconds()));
        BlockBuilder builder = BlockBuilder.begin(settings, history.upTo(parent), attributes, curve);
        fill(builder);
        SealedBlock block = builder.seal();
        history.append(block);
        pool.forgetBelow(this::nonce);
        return block;
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
            if (reason.get() != InvalidReason.GAS_ALLOWANCE_EXCEEDED) {
                hopeless.add(sent);
            }
        }
        hopeless.forEach(pool::forget);
    }

    private Selection selection() {
        return pool.select(this::nonce, Environments.nextBaseFee(history.newest()));
    }

    private long nonce(Address account) {
        return history.newest()
                .state()
                .account(account)
                .map(StoredAccount::nonce)
                .orElse(0L);
    }

    /// The randomness follows from the parent, so that a world repeats itself.
    private static BlockAttributes attributes(SealedBlock parent, long unixSeconds) {
        return new BlockAttributes(unixSeconds, Keccak256.hash(parent.hash().toArray()), Hash32.ZERO);
    }
}
