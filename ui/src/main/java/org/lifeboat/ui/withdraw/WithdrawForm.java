package org.lifeboat.ui.withdraw;

import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Forewarning;

/// The form as it is typed.
/// @param to empty: the account's own address; for a payment never empty
/// @param again the amount typed once more, where that is asked
/// @param token what it is about; empty: the coin
public record WithdrawForm(
        Purpose purpose, Account from, String amount, String to, String again, Optional<TokenChoice> token) {
    /// About the coin.
    public WithdrawForm(Purpose purpose, Account from, String amount, String to, String again) {
        this(purpose, from, amount, to, again, Optional.empty());
    }

    /// Decimals of what it is about; the coin of every chain of the stack has 18.
    int decimals() {
        return token.map(choice -> choice.token().decimals()).orElse(18);
    }

    /// Whether there is a way home for it that is known here.
    boolean comesHome() {
        return token.filter(choice -> !choice.home().comesHome()).isEmpty();
    }

    /// What is wanted.
    public enum Purpose {
        /// Through the sequencer.
        WITHDRAWAL,
        /// The same through L1.
        FORCED_WITHDRAWAL,
        /// A payment on the L2, through L1.
        FORCED_PAYMENT;

        boolean throughL1() {
            return this != WITHDRAWAL;
        }

        Forewarning.Wish wish() {
            return switch (this) {
                case WITHDRAWAL -> Forewarning.Wish.WITHDRAWAL;
                case FORCED_WITHDRAWAL -> Forewarning.Wish.FORCED_WITHDRAWAL;
                case FORCED_PAYMENT -> Forewarning.Wish.FORCED_PAYMENT;
            };
        }

        ExitState.Way way() {
            return throughL1() ? ExitState.Way.THROUGH_L1 : ExitState.Way.SEQUENCER;
        }
    }
}
