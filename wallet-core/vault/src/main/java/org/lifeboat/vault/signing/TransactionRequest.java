package org.lifeboat.vault.signing;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.Transaction;

/// A transaction of type 0, 1, 2 or 4. Blob transactions (type 3) are for sequencers, not for people.
/// @param authorities whose accounts the authorizations of a type 4 are about, in their order; empty for one
/// whose signature belongs to nobody
public record TransactionRequest(Transaction transaction, List<Optional<Address>> authorities)
        implements SigningRequest {
    public TransactionRequest {
        if (transaction instanceof Transaction.Blob) {
            throw new IllegalArgumentException("blob transactions are not signed here");
        }
        authorities = List.copyOf(authorities);
        if (authorities.size() != authorizations(transaction).size()) {
            throw new IllegalArgumentException("one account belongs to each authorization");
        }
    }

    /// A transaction without authorizations.
    public TransactionRequest(Transaction transaction) {
        this(transaction, List.of());
    }

    /// @param senders finds out whose the authorizations are
    public static TransactionRequest of(Transaction transaction, TransactionSender senders) {
        return new TransactionRequest(
                transaction,
                authorizations(transaction).stream().map(senders::of).toList());
    }

    private static List<SignedAuthorization> authorizations(Transaction transaction) {
        return transaction instanceof Transaction.SetCode setCode ? setCode.authorizations() : List.of();
    }

    @Override
    public Optional<ChainId> chain() {
        return transaction.chain();
    }

    @Override
    public Hash32 digest() {
        return transaction.signingHash();
    }

    @Override
    public Description describe(Address signer, Facts facts) {
        Lines lines = new Lines(facts, chain());
        lines.add(Severity.NOTE, "transaction.who", lines.address(signer));
        describeAction(lines);
        List<SignedAuthorization> authorizations = authorizations(transaction);
        for (int i = 0; i < authorizations.size(); i++) {
            AuthorizationRequest.describe(authorizations.get(i).authorization(), authorities.get(i), lines);
        }
        describeFee(lines);
        chain().ifPresentOrElse(lines::chainLine, () -> lines.add(Severity.DANGER, "chain.every"));
        lines.add(Severity.CALM, "nonce", Lines.number(transaction.nonce().value()));
        return lines.toDescription(signer, digest());
    }

    private void describeAction(Lines lines) {
        BigInteger value = transaction.value().value();
        Optional<Address> recipient = transaction.recipient();
        if (recipient.isEmpty()) {
            lines.add(Severity.DANGER, "create", Lines.number(transaction.data().size()));
            if (value.signum() > 0) {
                lines.add(Severity.WARNING, "create.value", lines.coins(value));
            }
            return;
        }
        Address to = recipient.get();
        if (transaction.data().isEmpty()) {
            lines.add(Severity.NOTE, "send", lines.coins(value), lines.address(to));
            return;
        }
        lines.add(Severity.NOTE, "call.contract", lines.address(to));
        if (value.signum() > 0) {
            lines.add(Severity.NOTE, "call.value", lines.coins(value));
        }
        CallDescriber.describe(to, transaction.value(), transaction.data(), lines);
    }

    private void describeFee(Lines lines) {
        BigInteger gas = BigInteger.valueOf(transaction.gasLimit().amount());
        BigInteger price = transaction.maxGasPrice().value();
        lines.fee(gas.multiply(price), gas, price);
    }
}
