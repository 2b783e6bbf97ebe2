package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.vault.signing.TransactionRequest;
import org.lifeboat.verifier.call.Effects;

/// A transaction ready to be shown and signed, with everything that is to be said about it.
/// @param to who gets the money; for a token not the transaction's own recipient, which is the contract
/// @param units in the asset's smallest unit
/// @param replaces the transaction whose nonce it takes over
/// @param simulated what trying it out has shown, or why it was not tried
public record Draft(
        Network network,
        Address from,
        Address to,
        Asset asset,
        BigInteger units,
        OwnTransaction.Kind kind,
        Transaction transaction,
        FeeQuote fee,
        List<Check> checks,
        Optional<Hash32> replaces,
        String note,
        Simulated simulated) {
    public Draft {
        checks = List.copyOf(checks);
    }

    /// Not tried out yet.
    public Draft(
            Network network,
            Address from,
            Address to,
            Asset asset,
            BigInteger units,
            OwnTransaction.Kind kind,
            Transaction transaction,
            FeeQuote fee,
            List<Check> checks,
            Optional<Hash32> replaces,
            String note) {
        this(network, from, to, asset, units, kind, transaction, fee, checks, replaces, note, Simulated.NOT_TRIED);
    }

    Draft withChecks(List<Check> all) {
        return new Draft(network, from, to, asset, units, kind, transaction, fee, all, replaces, note, simulated);
    }

    /// The same with more to say, which is said first.
    public Draft saying(List<Check> first) {
        return withChecks(Stream.concat(first.stream(), checks.stream()).toList());
    }

    Draft with(Simulated tried) {
        FeeQuote known =
                tried instanceof Simulated.Shown shown && shown.effects().ending() instanceof Effects.Ending.Succeeds
                        ? fee.tried(shown.effects().gasUsed())
                        : fee;
        return new Draft(network, from, to, asset, units, kind, transaction, known, checks, replaces, note, tried);
    }

    /// What goes to the vault.
    public TransactionRequest request() {
        return new TransactionRequest(transaction);
    }

    /// Whether one yes is not enough.
    public boolean needsSecondYes() {
        return checks.stream().anyMatch(check -> check.severity() == Severity.DANGER);
    }
}
