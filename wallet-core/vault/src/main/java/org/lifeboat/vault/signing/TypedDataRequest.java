package org.lifeboat.vault.signing;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// Typed data (EIP-712) for a contract or a website.
/// @param expectedChain the chain on which the user believes to act
public record TypedDataRequest(TypedData data, ChainId expectedChain) implements SigningRequest {
    private static final int MOST_LINES = 200;

    @Override
    public Optional<ChainId> chain() {
        return Optional.of(expectedChain);
    }

    @Override
    public Hash32 digest() {
        return data.digest();
    }

    @Override
    public Description describe(Address signer, Facts facts) {
        Lines lines = new Lines(facts, chain());
        lines.add(Severity.NOTE, "typed.who", lines.address(signer), Lines.text(data.primaryType()));
        if (!Orders.describe(data, lines) && !Permits.describe(data, lines)) {
            lines.add(Severity.DANGER, "typed.unknown", Lines.text(data.primaryType()));
        }
        data.domainName().ifPresent(name -> lines.add(Severity.NOTE, "typed.domain", Lines.text(name)));
        data.verifyingContract()
                .ifPresentOrElse(
                        contract -> lines.add(Severity.NOTE, "typed.contract", lines.address(contract)),
                        () -> lines.add(Severity.WARNING, "typed.noContract"));
        describeChain(lines);
        List<TypedDataEncoder.Leaf> leaves = data.message();
        leaves.stream()
                .limit(MOST_LINES)
                .forEach(leaf ->
                        lines.add(Severity.NOTE, "typed.value", Lines.text(leaf.path()), Lines.text(leaf.value())));
        if (leaves.size() > MOST_LINES) {
            lines.add(Severity.DANGER, "typed.more", Lines.number(leaves.size() - MOST_LINES));
        }
        return lines.toDescription(signer, digest());
    }

    private void describeChain(Lines lines) {
        BigInteger expected = BigInteger.valueOf(expectedChain.value());
        Optional<BigInteger> named = data.domainChain();
        if (named.isEmpty()) {
            lines.add(Severity.WARNING, "typed.noChain");
        } else if (named.get().equals(expected)) {
            lines.chainLine(expectedChain);
        } else {
            lines.add(Severity.DANGER, "typed.otherChain", Lines.number(named.get()), Lines.number(expected));
        }
    }
}
