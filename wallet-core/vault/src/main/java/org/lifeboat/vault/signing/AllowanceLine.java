package org.lifeboat.vault.signing;

import java.math.BigInteger;
import org.lifeboat.primitives.Address;
import org.lifeboat.vault.signing.Line.Argument;

/// The sentence about somebody who may take tokens: none, some, or all of them.
final class AllowanceLine {
    private AllowanceLine() {}

    /// Half of what the number can hold or more: no supply is that large, so it means "everything, for ever".
    /// @param bits 256, or 160 for Permit2
    static boolean isUnlimited(BigInteger amount, int bits) {
        return amount.bitLength() >= bits;
    }

    static void put(Lines lines, Argument owner, Address token, Address spender, BigInteger amount, int bits) {
        if (amount.signum() == 0) {
            lines.add(Severity.NOTE, "allowance.none", lines.address(spender), lines.address(token), owner);
        } else if (isUnlimited(amount, bits)) {
            lines.add(Severity.DANGER, "allowance.unlimited", lines.address(spender), lines.address(token), owner);
        } else {
            lines.add(
                    Severity.WARNING,
                    "allowance.some",
                    lines.address(spender),
                    lines.tokens(token, amount),
                    lines.address(token),
                    owner);
        }
    }
}
