package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;

/// The form as it is typed.
/// @param to empty: the account's own address
/// @param token what it is about; empty: the coin
public record DepositForm(Account from, String amount, String to, Optional<Choice> token) {
    /// A token that the standard bridge brings.
    /// @param token on the L2
    /// @param l1Token what it is on L1
    /// @param listed another token of the L2 that the list has for the same one
    /// @param held what each account was last read to hold of it on L1, in smallest units
    public record Choice(Token token, Address l1Token, Optional<Token> listed, Map<Address, BigInteger> held) {
        public Choice {
            held = Map.copyOf(held);
        }
    }

    /// Decimals of what it is about; the coin of every chain of the stack has 18.
    int decimals() {
        return token.map(choice -> choice.token().decimals()).orElse(18);
    }

    DepositForm about(Optional<Choice> other) {
        return new DepositForm(from, amount, to, other);
    }
}
