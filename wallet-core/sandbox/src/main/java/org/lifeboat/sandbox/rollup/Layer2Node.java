package org.lifeboat.sandbox.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.evm.interpreter.ContractAddress;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.evm.transaction.TransactionParts;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.rollups.opstack.derivation.BlockBuilder;
import org.lifeboat.rollups.opstack.derivation.PayloadAttributes;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;
import org.lifeboat.rollups.opstack.execution.FeeParameters;
import org.lifeboat.rollups.opstack.execution.L1Attributes;
import org.lifeboat.rollups.opstack.execution.L1Fee;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.rollups.opstack.execution.OpRules;
import org.lifeboat.sandbox.blob.PlayBlob;
import org.lifeboat.sandbox.chain.Ancestry;
import org.lifeboat.sandbox.chain.BlockAttributes;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.Environments;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.Admission;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.Intake;
import org.lifeboat.sandbox.node.Questions;
import org.lifeboat.sandbox.node.Replay;
import org.lifeboat.sandbox.pool.Mempool;
import org.lifeboat.sandbox.pool.Selection;
import org.lifeboat.sandbox.simulation.Simulation;
import org.lifeboat.verifier.block.BlockFault;
import org.lifeboat.verifier.block.BlockOutput;

/// A node of the L2. It makes no blocks by itself: its sequencer has them made, or L1 demands them.
public final class Layer2Node implements ChainNode {
    private final RollupConfig rollup;
    private final ChainSettings settings;
    private final Secp256k1 curve;
    private final TransactionSender senders;
    private final BlockBuilder builder;
    private final History history;
    private final Mempool pool = new Mempool();
    private final Intake intake;

    // Guarded by `this`, like the pool.
    private long safe;
    private long finalised;

    Layer2Node(RollupConfig rollup, ChainSettings settings, SealedBlock genesis, Secp256k1 curve) {
        this(rollup, settings, new History(genesis), curve);
    }

    private Layer2Node(RollupConfig rollup, ChainSettings settings, History history, Secp256k1 curve) {
        this.rollup = rollup;
        this.settings = settings;
        this.curve = curve;
        this.senders = new TransactionSender(curve);
        this.builder =
                new BlockBuilder(rollup.chain(), curve, history.newest().state().codes());
        this.history = history;
        this.intake = new Intake(settings, history, curve, pool);
    }

    public RollupConfig rollup() {
        return rollup;
    }

    @Override
    public ChainSettings settings() {
        return settings;
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public Questions questions() {
        return new Questions(settings, history, curve);
    }

    @Override
    public Simulation simulation() {
        return new Simulation(settings, history, curve, new Layer2Habits(rollup.chain(), this::baseFeeAfter));
    }

    @Override
    public Replay replay() {
        return new Replay(new OpRules(rollup.chain()), history, curve);
    }

    /// The newest block that L1 fixes.
    @Override
    public synchronized SealedBlock safe() {
        return history.at(safe).orElseThrow();
    }

    /// The newest block that a final block of L1 fixes.
    @Override
    public synchronized SealedBlock finalised() {
        return history.at(finalised).orElseThrow();
    }

    /// Source: holocene/exec-engine, "Dynamic EIP-1559 Parameters"; jovian/exec-engine.
    @Override
    public Wei baseFeeAfter(SealedBlock block) {
        BlockHeader header = block.header();
        OpFork fork = rollup.chain().forks().at(header.unixSeconds());
        long used = Math.max(
                header.gasUsed().amount(), header.blobGasUsed().map(Gas::amount).orElse(0L));
        return FeeParameters.from(header.extraData(), fork, fork, rollup.chain().fees())
                .orElseThrow()
                .next(header.gasLimit().amount(), used, block.baseFee());
    }

    @Override
    public Optional<SenderTransaction> sender(SignedTransaction signed) {
        return SenderTransaction.of(signed, senders);
    }

    @Override
    public synchronized Admission send(SenderTransaction sent) {
        SealedBlock newest = history.newest();
        BlockAttributes next = new BlockAttributes(
                newest.header().unixSeconds() + rollup.chain().blockSeconds(), Hash32.ZERO, Hash32.ZERO);
        return intake.take(sent, Environments.next(settings, newest, next));
    }

    /// An L2 of the OP Stack has no blobs of its own.
    @Override
    public Admission send(SenderTransaction sent, List<PlayBlob> blobs) {
        return blobs.isEmpty() ? send(sent) : new Admission.Invalid(InvalidReason.TYPE_3_TX_PRE_FORK);
    }

    @Override
    public synchronized Optional<SenderTransaction> pending(Hash32 hash) {
        return pool.find(hash);
    }

    @Override
    public synchronized List<SenderTransaction> allPending() {
        return pool.all();
    }

    @Override
    public synchronized long pendingNonce(Address account) {
        return pool.nonceAfterAll(account, intake.nonce(account));
    }

    /// Another node that has the same blocks, and what waits; from here on each goes its own way.
    synchronized Layer2Node fork() {
        Layer2Node other = new Layer2Node(rollup, settings, history.copy(), curve);
        other.markSafe(safe);
        other.markFinalised(finalised);
        pool.all().forEach(other.pool::add);
        return other;
    }

    // ---- for the sequencer

    /// What waits and can pay, best first.
    synchronized Selection waiting() {
        return pool.select(intake::nonce, baseFeeAfter(history.newest()));
    }

    synchronized void forget(SenderTransaction sent) {
        pool.forget(sent);
    }

    // ---- blocks

    /// What became of attributes.
    sealed interface Made {
        record Whole(SealedBlock block) implements Made {}

        record Impossible(BlockFault fault) implements Made {}
    }

    /// Runs a block on its parent, without putting it on the chain.
    Made make(PayloadAttributes attributes) {
        SealedBlock parent = history.find(attributes.parent().hash()).orElseThrow();
        Ancestry ancestry = history.upTo(parent);
        BlockBuilder.Result result = builder.build(
                attributes, parent.header(), parent.state().trie(), number -> Optional.of(ancestry.blockHash(number)));
        return switch (result) {
            case BlockBuilder.Result.Built built ->
                new Made.Whole(sealed(built.block().header(), built.block().transactions(), built.output(), parent));
            case BlockBuilder.Result.Invalid(BlockFault fault) -> new Made.Impossible(fault);
            case BlockBuilder.Result.Incomplete(var missing) ->
                throw new IllegalStateException("a state that is whole lacks " + missing);
            case BlockBuilder.Result.Unknown(String reason) -> throw new IllegalStateException(reason);
        };
    }

    private SealedBlock sealed(BlockHeader header, List<Bytes> transactions, BlockOutput output, SealedBlock parent) {
        List<ExecutedTransaction> executed = new ArrayList<>();
        L1Attributes l1 = attributes(transactions.getFirst());
        long gasBefore = 0;
        int logsBefore = 0;
        for (int i = 0; i < transactions.size(); i++) {
            Receipt receipt = output.receipts().get(i);
            SenderTransaction sent = read(transactions.get(i), receipt);
            long gasAfter = receipt.cumulativeGasUsed().amount();
            boolean deposit = receipt.type() == Receipt.DEPOSIT;
            executed.add(new ExecutedTransaction(
                    sent,
                    i,
                    logsBefore,
                    receipt,
                    new Gas(gasAfter - gasBefore),
                    deposit
                            ? Wei.ZERO
                            : TransactionParts.effectivePrice(
                                    sent.transaction(), header.baseFeePerGas().orElse(Wei.ZERO)),
                    sent.transaction().recipient().isPresent()
                            ? Optional.empty()
                            : Optional.of(ContractAddress.of(sent.from(), sent.nonce())),
                    deposit
                            ? Optional.empty()
                            : Optional.of(
                                    L1Fee.of(rollup.chain().forks().at(header.unixSeconds()), l1, sent.encoded()))));
            gasBefore = gasAfter;
            logsBefore += receipt.logs().size();
        }
        return SealedBlock.of(header, executed, parent.state().followedBy(output.state()));
    }

    private static L1Attributes attributes(Bytes first) {
        if (DepositTransaction.decode(first).then(L1Attributes::of)
                instanceof Answer.Proven<L1Attributes>(L1Attributes read)) {
            return read;
        }
        throw new IllegalStateException("a block of ours does not describe L1");
    }

    private SenderTransaction read(Bytes encoded, Receipt receipt) {
        if (receipt.type() == Receipt.DEPOSIT) {
            long nonce = receipt.deposit().map(Receipt.Deposit::nonce).orElse(0L);
            return DepositTransaction.decode(encoded)
                            instanceof Answer.Proven<DepositTransaction>(DepositTransaction deposit)
                    ? SenderTransaction.of(deposit, nonce)
                    : unreadable();
        }
        return SignedTransaction.decode(encoded) instanceof Answer.Proven<SignedTransaction>(SignedTransaction signed)
                ? sender(signed).orElseThrow()
                : unreadable();
    }

    private static SenderTransaction unreadable() {
        throw new IllegalStateException("a block of ours holds what cannot be read");
    }

    /// Puts a block on the chain.
    synchronized void append(SealedBlock block) {
        history.append(block);
        pool.forgetBelow(intake::nonce);
    }

    /// Takes back what is above a block; what people had sent waits again.
    synchronized void cutTo(long number) {
        int count = (int) (history.newest().number() - number);
        if (count <= 0) {
            return;
        }
        safe = Math.min(safe, number);
        finalised = Math.min(finalised, number);
        for (SealedBlock block : history.takeBack(count)) {
            block.transactions().stream()
                    .map(ExecutedTransaction::sent)
                    .filter(sent -> sent.origin() instanceof SenderTransaction.Origin.Signed)
                    .forEach(pool::add);
        }
    }

    synchronized void markSafe(long number) {
        safe = number;
    }

    synchronized void markFinalised(long number) {
        finalised = Math.min(number, safe);
    }
}
