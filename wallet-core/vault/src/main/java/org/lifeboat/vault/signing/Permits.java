package org.lifeboat.vault.signing;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.vault.signing.Line.Argument;

/// Typed data that moves tokens without a transaction of the signer: EIP-2612, Dai's older form, and Uniswap's
/// Permit2 (`PermitSingle`, `PermitBatch`, `PermitTransferFrom`, `PermitBatchTransferFrom` and their forms with a
/// witness). Known by the shape of the message.
final class Permits {
    private static final int PERMIT2_BITS = 160;

    private final TypedData data;
    private final Lines lines;

    private Permits(TypedData data, Lines lines) {
        this.data = data;
        this.lines = lines;
    }

    /// @return whether it is a permit, or looks like one
    static boolean describe(TypedData data, Lines lines) {
        return new Permits(data, lines).describe();
    }

    private boolean describe() {
        Optional<Address> spender = address("spender");
        if (spender.isEmpty()) {
            if (data.primaryType().contains("Permit")) {
                lines.add(Severity.DANGER, "permit.unclear");
                return true;
            }
            return false;
        }
        Optional<Address> contract = data.verifyingContract();
        if (contract.isPresent()
                && number("value").isPresent()
                && address("owner").isPresent()) {
            permit("owner", contract.get(), spender.get(), number("value").get(), 256);
        } else if (contract.isPresent()
                && data.value("allowed").isPresent()
                && address("holder").isPresent()) {
            daiPermit(contract.get(), spender.get());
        } else if (address("details.token").isPresent()
                && number("details.amount").isPresent()) {
            permit2("details", spender.get(), PERMIT2_BITS);
        } else if (address("details[0].token").isPresent()) {
            batch("details", spender.get(), PERMIT2_BITS);
        } else if (address("permitted.token").isPresent()
                && number("permitted.amount").isPresent()) {
            permit2("permitted", spender.get(), 256);
        } else if (address("permitted[0].token").isPresent()) {
            batch("permitted", spender.get(), 256);
        } else {
            lines.add(Severity.DANGER, "permit.unclear");
        }
        describeTimes();
        return true;
    }

    /// The allowance and the signature that makes it can end at different times.
    private void describeTimes() {
        for (String allowance : List.of("details.expiration", "details[0].expiration")) {
            number(allowance).ifPresent(end -> {
                lines.add(Severity.NOTE, "permit.allowanceUntil");
                lines.until(end);
            });
        }
        for (String signature : List.of("deadline", "sigDeadline")) {
            number(signature).ifPresent(end -> {
                lines.add(Severity.NOTE, "permit.signatureUntil");
                lines.until(end);
            });
        }
        if (data.primaryType().contains("Witness")) {
            lines.add(Severity.WARNING, "permit.witness");
        }
    }

    private void permit(String owner, Address token, Address spender, BigInteger amount, int bits) {
        lines.add(Severity.WARNING, "permit.what");
        Argument whose = address(owner).map(lines::address).orElse(new Argument.Word("word.thisAccount"));
        AllowanceLine.put(lines, whose, token, spender, amount, bits);
    }

    private void daiPermit(Address token, Address spender) {
        boolean allowed = data.value("allowed").equals(Optional.of("true"));
        Argument holder = address("holder").map(lines::address).orElse(new Argument.Word("word.thisAccount"));
        lines.add(Severity.WARNING, "permit.what");
        lines.add(
                allowed ? Severity.DANGER : Severity.NOTE,
                allowed ? "allowance.unlimited" : "allowance.none",
                lines.address(spender),
                lines.address(token),
                holder);
    }

    private void batch(String member, Address spender, int bits) {
        for (int i = 0; address(member + "[" + i + "].token").isPresent(); i++) {
            permit2(member + "[" + i + "]", spender, bits);
        }
    }

    private void permit2(String member, Address spender, int bits) {
        Optional<Address> token = address(member + ".token");
        Optional<BigInteger> amount = number(member + ".amount");
        if (token.isEmpty() || amount.isEmpty()) {
            lines.add(Severity.DANGER, "permit.unclear");
            return;
        }
        permit("", token.get(), spender, amount.get(), bits);
    }

    private Optional<Address> address(String path) {
        return data.value(path)
                .filter(text -> text.matches("0x[0-9a-fA-F]{40}"))
                .map(Address::fromHex);
    }

    private Optional<BigInteger> number(String path) {
        return data.value(path).filter(text -> text.matches("[0-9]{1,78}")).map(BigInteger::new);
    }
}
