package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.withdraw.WithdrawScreen.Flaw;

/// An amount and a recipient as they were typed, looked over.
final class Typed {
    private Typed() {}

    /// More than nothing, in digits with at most one point. In smallest units.
    static Optional<BigInteger> units(String amount, int decimals) {
        String digits = amount.strip();
        if (!digits.matches("[0-9]{1,60}(\\.[0-9]{1,60})?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(TokenAmount.parse(digits, decimals).units()).filter(units -> units.signum() > 0);
        } catch (IllegalArgumentException tooMuch) {
            return Optional.empty();
        }
    }

    /// @param needed whether nobody is no recipient; else it means the own address
    static Flaw recipient(String typed, boolean needed) {
        String to = typed.strip();
        if (to.isEmpty()) {
            return needed ? Flaw.NOT_AN_ADDRESS : Flaw.NONE;
        }
        try {
            Address.fromHex(to);
        } catch (IllegalArgumentException notHex) {
            return Flaw.NOT_AN_ADDRESS;
        }
        try {
            Address.fromUser(to);
        } catch (IllegalArgumentException mistyped) {
            return Flaw.CHECKSUM;
        }
        return Flaw.NONE;
    }

    /// Says under the two fields what is wrong with them; other flaws are said elsewhere.
    static void say(Surroundings around, Flaw flaw, int decimals, Field amount, Field to) {
        switch (flaw) {
            case NOT_AN_AMOUNT -> amount.wrong(around.say("exits.flaw.amount", decimals));
            case TOO_LITTLE_LOCKED -> amount.wrong(around.say("exits.flaw.locked"));
            case NOT_AN_ADDRESS -> to.wrong(around.say("exits.flaw.address"));
            case CHECKSUM -> to.wrong(around.say("exits.flaw.checksum"));
            case NONE, NO_WAY_HOME, AGAIN -> {}
        }
    }
}
