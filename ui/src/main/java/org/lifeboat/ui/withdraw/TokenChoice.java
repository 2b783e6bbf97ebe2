package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.util.Map;
import org.lifeboat.engine.exit.TokenReport;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;

/// A token of the L2 that the form can be about.
/// @param home how it gets home
/// @param held what each account was last read to hold of it, in smallest units
public record TokenChoice(TokenReport home, Map<Address, BigInteger> held) {
    public TokenChoice {
        held = Map.copyOf(held);
    }

    Token token() {
        return home.token();
    }
}
