package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.Crossing;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.withdraw.WithdrawScreen.Flaw;

/// What the page that brings something to an L2 shows.
public sealed interface DepositScreen {
    /// Both layers are being asked.
    record Loading() implements DepositScreen {}

    /// To this chain nothing can be brought now.
    /// @param key of the sentence
    record NoWay(String key, List<String> arguments) implements DepositScreen {
        public NoWay {
            arguments = List.copyOf(arguments);
        }
    }

    /// No account here can sign.
    record NoSigner() implements DepositScreen {}

    record Filling(Facts facts, DepositForm form, Flaw flaw, Brought brought) implements DepositScreen {}

    /// It is filled in rightly; its review comes next.
    record Ready(Place.DepositStep step) implements DepositScreen {}

    /// What was brought lately.
    sealed interface Brought {
        /// Both layers are being asked.
        record Looking() implements Brought {}

        /// Newest first.
        record Seen(List<Crossing> crossings) implements Brought {
            public Seen {
                crossings = List.copyOf(crossings);
            }
        }

        /// The user did not want to wait, or the machine is broken.
        record NotLooked() implements Brought {}
    }

    /// @param accounts those that can sign
    /// @param paused whether L1 says that the bridge is
    /// @param held what each account was last read to hold of the coin on L1
    /// @param tokens that the standard bridge brings and the accounts have to do with
    record Facts(
            Network l2,
            Network l1,
            List<Account> accounts,
            boolean paused,
            Map<Address, BigInteger> held,
            List<DepositForm.Choice> tokens) {
        public Facts {
            accounts = List.copyOf(accounts);
            held = Map.copyOf(held);
            tokens = List.copyOf(tokens);
        }

        Optional<BigInteger> held(DepositForm form) {
            Map<Address, BigInteger> units =
                    form.token().map(DepositForm.Choice::held).orElse(held);
            return Optional.ofNullable(units.get(form.from().address()));
        }
    }
}
