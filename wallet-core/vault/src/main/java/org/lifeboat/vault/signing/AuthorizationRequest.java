package org.lifeboat.vault.signing;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.tx.Authorization;

/// Lets a contract's code act as the account (EIP-7702), until it is taken back.
public record AuthorizationRequest(Authorization authorization) implements SigningRequest {
    @Override
    public Optional<ChainId> chain() {
        return authorization.chain();
    }

    @Override
    public Hash32 digest() {
        return authorization.signingHash();
    }

    @Override
    public Description describe(Address signer, Facts facts) {
        Lines lines = new Lines(facts, chain());
        describe(authorization, Optional.of(signer), lines);
        chain().ifPresent(lines::chainLine);
        lines.add(Severity.CALM, "nonce", Lines.number(authorization.nonce().value()));
        return lines.toDescription(signer, digest());
    }

    /// @param authority whose account it is about; empty if the signature under it belongs to nobody
    static void describe(Authorization authorization, Optional<Address> authority, Lines lines) {
        Line.Argument who = authority.<Line.Argument>map(lines::address).orElse(new Line.Argument.Word("word.nobody"));
        if (authorization.delegate().equals(Address.ZERO)) {
            lines.add(Severity.WARNING, "delegate.revoke", who);
        } else {
            lines.add(Severity.DANGER, "delegate.grant", who, lines.address(authorization.delegate()));
        }
        if (authorization.chain().isEmpty()) {
            lines.add(Severity.DANGER, "delegate.everyChain");
        }
    }
}
