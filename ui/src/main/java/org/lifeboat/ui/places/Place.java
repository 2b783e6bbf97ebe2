package org.lifeboat.ui.places;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.send.Replacement;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// A page and what it is opened with.
public sealed interface Place {
    record Balances() implements Place {}

    /// @param account whose address is shown; empty: the chosen account
    record Receive(Optional<Address> account) implements Place {}

    /// @param holding what the form is filled with
    record Send(Optional<Holding> holding) implements Place {}

    /// The review of what is to take the place of a transaction that waits.
    record Replace(ChainId chain, Hash32 transaction, Replacement.Way way) implements Place {}

    record Activity() implements Place {}

    /// Every withdrawal in flight, and whether each L2 could be left today.
    record Exits() implements Place {}

    /// The form that begins a withdrawal from an L2.
    record Withdraw(ChainId l2) implements Place {}

    /// The form that brings coin, or a token of the standard bridge, to an L2, and what was brought lately.
    /// @param last what the form is filled with, where something was begun before
    record Deposit(ChainId l2, Optional<DepositStep> last) implements Place {}

    /// The review of what comes next where something is brought to an L2.
    /// @param token of the L2; empty: the coin
    /// @param units in its smallest unit
    record DepositStep(ChainId l2, Address from, Address to, Optional<Address> token, BigInteger units)
            implements Place {}

    /// What can be forced through L1 on an L2, before anything is chosen.
    record Force(ChainId l2) implements Place {}

    /// The review of the step that an exit calls for now.
    /// @param wish what the user chose where the exit leaves a choice
    /// @param evenIfLost whether the last step is wanted though the money would not arrive
    record ExitStep(PlanStore.Id exit, ExitWish wish, boolean evenIfLost) implements Place {}

    /// The roots that an exit can be proven against, to choose one.
    record ExitRoots(PlanStore.Id exit) implements Place {}

    /// The review of a payment on an L2 that goes through L1.
    record ForcedPayment(ChainId l2, Address from, Address to, Wei amount) implements Place {}

    /// The same in a token of the L2.
    /// @param units in its smallest unit
    record ForcedTokens(ChainId l2, Address from, Address to, Address token, BigInteger units) implements Place {}

    /// What L1 says of an L2's bridge.
    record Chain(ChainId l2) implements Place {}

    /// The check whether an L2 tells the truth.
    record Truth(ChainId l2) implements Place {}

    /// The roots of an L2 that were posted on L1.
    record Disputes(ChainId l2) implements Place {}

    /// One of them, with the contest about it.
    record Dispute(ChainId l2, Address game) implements Place {}

    /// The review of what a contest calls for now.
    record DisputeStep(PlanStore.Id plan, Dispute contest) implements Place {}

    /// Emergencies, practised with play money.
    record Drills() implements Place {}

    /// The proof that the seed words are still there.
    record KeyDrill() implements Place {}

    record Contacts() implements Place {}

    /// Accounts and their keys.
    record Accounts() implements Place {}

    record Networks() implements Place {}

    /// How far an L1 is verified here.
    /// @param chain the L1; empty: the first there is
    record Verification(Optional<ChainId> chain) implements Place {}

    record Settings() implements Place {}

    /// The page of the menu that this one is reached from.
    default Place entry() {
        return switch (this) {
            case Receive _, Send _ -> new Balances();
            case Replace _ -> new Activity();
            case Withdraw _,
                    Deposit _,
                    DepositStep _,
                    Force _,
                    ExitStep _,
                    ExitRoots _,
                    ForcedPayment _,
                    ForcedTokens _,
                    Chain _,
                    Truth _,
                    Disputes _,
                    Dispute _,
                    DisputeStep _ -> new Exits();
            case KeyDrill _ -> new Drills();
            case Verification _ -> new Networks();
            case Balances _, Activity _, Exits _, Drills _, Contacts _, Accounts _, Networks _, Settings _ -> this;
        };
    }

    /// Something one account holds on one network.
    /// @param token its contract; empty: the native coin
    record Holding(ChainId chain, Address account, Optional<Address> token) {}
}
