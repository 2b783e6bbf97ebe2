package org.lifeboat.sandbox.node;

import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.transaction.GasPool;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.evm.transaction.TransactionRunner;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.pool.Mempool;
import org.lifeboat.sandbox.pool.PoolRefusal;

/// Decides whether a transaction may wait for a block. Not for use by two threads.
public final class Intake {
    private final ChainSettings settings;
    private final History history;
    private final Secp256k1 curve;
    private final Mempool pool;

    public Intake(ChainSettings settings, History history, Secp256k1 curve, Mempool pool) {
        this.settings = settings;
        this.history = history;
        this.curve = curve;
        this.pool = pool;
    }

    /// @param next the block that it would stand in
    public Admission take(SenderTransaction sent, BlockEnvironment next) {
        if (history.transaction(sent.hash()).isPresent()) {
            return new Admission.NotPooled(PoolRefusal.ALREADY_KNOWN);
        }
        Optional<InvalidReason> reason = check(sent, next).filter(each -> !mayWait(each));
        if (reason.isPresent()) {
            return new Admission.Invalid(reason.get());
        }
        return pool.add(sent).<Admission>map(Admission.NotPooled::new).orElseGet(Admission.Taken::new);
    }

    private Optional<InvalidReason> check(SenderTransaction sent, BlockEnvironment next) {
        SealedBlock newest = history.newest();
        WorldState state = new WorldState(
                newest.state().reader(_ -> Hash32.ZERO), newest.state().codes());
        TransactionRunner runner = new TransactionRunner(
                settings.rules(),
                settings.chain(),
                next,
                state,
                Precompiles.of(settings.rules()),
                curve,
                Optional.empty());
        return runner.check(sent.transaction(), sent.from(), new GasPool(next.gasLimit(), settings.blobGasLimit()));
    }

    /// What time, or another transaction, may mend.
    private static boolean mayWait(InvalidReason reason) {
        return reason == InvalidReason.NONCE_MISMATCH_TOO_HIGH || reason == InvalidReason.INSUFFICIENT_MAX_FEE_PER_GAS;
    }

    /// The account's nonce in the newest state.
    public long nonce(Address account) {
        return history.newest()
                .state()
                .account(account)
                .map(StoredAccount::nonce)
                .orElse(0L);
    }
}
