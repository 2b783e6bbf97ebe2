package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Forewarning;
import org.lifeboat.engine.exit.Ladder;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.RootRhythm;
import org.lifeboat.engine.exit.WayCost;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;

/// What the page that begins a withdrawal, or forces something through L1, shows.
public sealed interface WithdrawScreen {
    /// Both layers are being asked.
    record Loading() implements WithdrawScreen {}

    /// From this chain nothing can be begun now.
    /// @param key of the sentence
    record NoWay(String key, List<String> arguments) implements WithdrawScreen {
        public NoWay {
            arguments = List.copyOf(arguments);
        }
    }

    /// No account here can sign.
    record NoSigner() implements WithdrawScreen {}

    /// What can be forced, before anything is chosen.
    /// @param wished whether the user already waits to be told when the chain makes blocks again
    record Choosing(Facts facts, boolean wished) implements WithdrawScreen {}

    record Filling(Facts facts, WithdrawForm form, Flaw flaw) implements WithdrawScreen {}

    /// What stands in the way is looked up, then it is written to the disk.
    /// @param before what is shown again where the user gives up
    record Keeping(Filling before) implements WithdrawScreen {}

    /// It is on the disk; its review comes next.
    record Kept(PlanStore.Id exit) implements WithdrawScreen {}

    /// A payment is filled in rightly; its review comes next.
    record Ready(Network l2, Address from, Address to, Wei amount) implements WithdrawScreen {}

    /// The same, about a token.
    /// @param units in its smallest unit
    record ReadyTokens(Network l2, Address from, Address to, Address token, BigInteger units)
            implements WithdrawScreen {}

    /// @param accounts those that can sign
    /// @param leaving the bridge, the price of gas and what the accounts hold on L1; empty where L1 did not say
    /// @param silence why not
    /// @param rhythm how often roots come; empty where that could not be read
    /// @param window until when the L2 has what L1 puts into it; empty where this chain's is not known
    /// @param held what each account was last read to hold on the L2
    /// @param tokens that the accounts hold there by the last reading, with their ways home
    /// @param unsent exits that have not been seen to take their money off, by account
    /// @param runs where a source sees the L2 make blocks
    /// @param now when it was asked
    record Facts(
            Network l2,
            Network l1,
            List<Account> accounts,
            Optional<Leaving.Read> leaving,
            String silence,
            Optional<RootRhythm> rhythm,
            Optional<Duration> window,
            Map<Address, Wei> held,
            List<TokenChoice> tokens,
            Map<Address, List<Exits.Plan>> unsent,
            Optional<Forewarning.Runs> runs,
            Instant now) {
        public Facts {
            accounts = List.copyOf(accounts);
            held = Map.copyOf(held);
            tokens = List.copyOf(tokens);
            unsent = Map.copyOf(unsent);
        }

        /// What a warning beforehand follows from.
        Forewarning.Ground ground() {
            return new Forewarning.Ground(
                    leaving.<Leaving>map(read -> read).orElseGet(() -> new Leaving.Silent(silence)),
                    rhythm,
                    windowOrUsual(),
                    runs,
                    now);
        }

        /// The usual one where this chain's is not known.
        Duration windowOrUsual() {
            return window.orElse(Ladder.SEQUENCING_WINDOW);
        }

        /// What the form's way takes on L1; empty where that could not be read.
        public Optional<WayCost> cost(WithdrawForm form) {
            Address account = form.from().address();
            boolean ofToken = form.token().isPresent();
            return leaving.flatMap(read -> form.purpose() == WithdrawForm.Purpose.FORCED_PAYMENT
                    ? WayCost.ofPayment(read, account, ofToken)
                    : WayCost.of(read, account, form.purpose().way(), ofToken));
        }

        /// Whether nobody proved what the accounts hold on L1.
        boolean heldIsAWord() {
            return leaving.filter(read -> read.assurance().equals(Assurance.CLAIMED))
                    .isPresent();
        }

        /// Those of one account.
        public List<Exits.Plan> unsentOf(Address account) {
            return Optional.ofNullable(unsent.get(account)).orElse(List.of());
        }
    }

    /// What keeps a form from going on.
    enum Flaw {
        NONE,
        NOT_AN_AMOUNT,
        NOT_AN_ADDRESS,
        CHECKSUM,
        /// Another exit has not been seen to take its money off: the amount has to be typed once more.
        AGAIN,
        /// The token has no way home that is known here.
        NO_WAY_HOME,
        /// L1 holds less of the token than is wanted.
        TOO_LITTLE_LOCKED
    }
}
