package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.TokenStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.SentWithdrawal;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

/// Looks for withdrawals that no plan here knows: those of an account, or those of one transaction. What a source says
/// of them is a claim; every later step is taken on proofs.
public final class ExitSearch {
    private final Exits exits;
    private final TokenStore tokens;
    private final ExitPlace place;
    private final Duration patience;

    ExitSearch(Exits exits, TokenStore tokens, ExitPlace place, Duration patience) {
        this.exits = exits;
        this.tokens = tokens;
        this.place = place;
        this.patience = patience;
    }

    /// What one transaction was found to be.
    public sealed interface Sent {
        /// Withdrawals of the user.
        /// @param fresh plans that were made of them now
        /// @param known how many of them there were plans of
        record Own(List<Exits.Plan> fresh, int known) implements Sent {
            public Own {
                fresh = List.copyOf(fresh);
            }
        }

        /// It sent withdrawals, none of them from an account of this wallet.
        record NotMine() implements Sent {}

        /// It stands in a block, and sent no withdrawal.
        record NoWithdrawal() implements Sent {}

        /// It stands in a block, and failed there.
        record Reverted() implements Sent {}

        /// The sources that answered have it in no block, those of L1 neither.
        record InNoBlock() implements Sent {}

        /// It stands in a block of L1; it failed there, or put nothing into this L2.
        record NoDeposit() implements Sent {}

        /// The sources of the L2 that answered have it in no block, and no source of L1 answered.
        record L1Silent() implements Sent {}

        /// No source of the L2 answered.
        record Silent() implements Sent {}

        /// The sentence for it where nothing is new; its argument is the name of the L2.
        default String messageKey() {
            return switch (this) {
                case Own _ -> "found.known";
                case NotMine() -> "found.notMine";
                case NoWithdrawal() -> "found.noWithdrawal";
                case Reverted() -> "found.reverted";
                case InNoBlock() -> "found.inNoBlock";
                case NoDeposit() -> "found.noDeposit";
                case L1Silent() -> "found.l1Silent";
                case Silent() -> "found.silent";
            };
        }
    }

    /// Withdrawals that the account sent itself and no plan here knows become plans.
    /// @return what is new here; empty where no source of the L2 gave its events
    public Optional<List<Exits.Plan>> onL2(Address account, long fromBlock) {
        return coin(account)
                .onL2(fromBlock)
                .flatMap(plans -> messages(account).onL2(fromBlock).map(more -> MessageFinder.together(plans, more)));
    }

    /// From L1 alone: those that were proven there, and those that were forced through it. What was only sent to the
    /// L2 leaves no trace on L1.
    /// @param blocks how many of the newest of L1 are searched
    /// @return what is new here; empty where no source of L1 gave its events
    public Optional<List<Exits.Plan>> onL1(Address account, long blocks) {
        return coin(account)
                .onL1(blocks)
                .flatMap(plans -> messages(account).onL1(blocks).map(more -> MessageFinder.together(plans, more)));
    }

    /// The withdrawals of one transaction, whenever that was: of the L2, or of L1 where it forced them.
    /// @param accounts of this wallet
    public Sent in(Hash32 transaction, List<Address> accounts) {
        if (exits.hasSigned(place.l2().chain(), transaction)
                || exits.hasSigned(place.l1().chain(), transaction)) {
            return new Sent.Own(List.of(), 1);
        }
        Sent sent = onL2(transaction, accounts);
        return isNowhere(sent) ? throughL1(transaction, accounts, sent) : sent;
    }

    /// Out of blocks that this computer has made: those that no plan here knows become plans, and a plan that waits for
    /// one takes it.
    /// @param sent whose they are is looked for here
    /// @return what is new here
    public List<Exits.Plan> made(Collection<SentWithdrawal> sent, Collection<Address> accounts) {
        List<Exits.Plan> fresh = new ArrayList<>();
        for (Address account : accounts) {
            for (SentWithdrawal one : sent) {
                L2Look.Own own = new L2Look.Own(
                        one.transaction(),
                        one.withdrawal(),
                        new L2Block(one.block().number()));
                if (one.withdrawal().sender().equals(account)) {
                    coin(account).onL2(own).ifPresent(fresh::add);
                } else if (messages(account).isMine(one.withdrawal())) {
                    messages(account).onL2(own).ifPresent(fresh::add);
                }
            }
        }
        return fresh;
    }

    /// Whether one of the accounts sent a withdrawal itself, or by the bridge or the messenger.
    public static boolean isOf(Withdrawal withdrawal, Set<Address> accounts) {
        return accounts.contains(withdrawal.sender())
                || MessageFinder.whose(withdrawal).filter(accounts::contains).isPresent();
    }

    private static boolean isNowhere(Sent sent) {
        return sent instanceof Sent.InNoBlock || sent instanceof Sent.Silent;
    }

    /// @param onL2 what the L2 made of the same hash
    private Sent throughL1(Hash32 transaction, List<Address> accounts, Sent onL2) {
        boolean heard = false;
        for (Source source : place.l1Sources()) {
            if (source.health().setAside()) {
                continue;
            }
            Optional<Optional<ReceiptClaim>> answer = source.ask(
                            new Query.ReceiptOf(transaction), Purpose.FOLLOW_TRANSACTION, patience)
                    .got();
            if (answer.isPresent() && answer.get().isPresent()) {
                return forced(answer.get().get(), accounts);
            }
            heard |= answer.isPresent();
        }
        return heard || onL2 instanceof Sent.Silent ? onL2 : new Sent.L1Silent();
    }

    /// One transaction of L1 can force several.
    private Sent forced(ReceiptClaim receipt, List<Address> accounts) {
        Sent best = new Sent.NoDeposit();
        List<Exits.Plan> fresh = new ArrayList<>();
        int known = 0;
        for (LogClaim log : receipt.logs()) {
            Optional<DepositTransaction> deposit = L1Look.deposit(place, log);
            if (deposit.isPresent()) {
                Sent shown = onL2(deposit.get().hash(), accounts);
                Sent one = isNowhere(shown) ? ordered(deposit.get(), accounts) : shown;
                if (one instanceof Sent.Own(List<Exits.Plan> more, int before)) {
                    fresh.addAll(more);
                    known += before;
                }
                best = best instanceof Sent.Own || (best instanceof Sent.NotMine && !(one instanceof Sent.Own))
                        ? best
                        : one;
            }
        }
        return best instanceof Sent.Own ? new Sent.Own(fresh, known) : best;
    }

    /// What the L2 does not show yet, or nobody shows any more: by what L1 says that it has to take.
    private Sent ordered(DepositTransaction deposit, List<Address> accounts) {
        MessageFinder whose = messages(deposit.from());
        Optional<ExitState> state = whose.ordered(deposit);
        if (state.isEmpty()) {
            return new Sent.NoWithdrawal();
        }
        if (!accounts.contains(deposit.from())) {
            return new Sent.NotMine();
        }
        return whose.begun(state.get())
                .map(plan -> new Sent.Own(List.of(plan), 0))
                .orElseGet(() -> new Sent.Own(List.of(), 1));
    }

    private Sent onL2(Hash32 transaction, List<Address> accounts) {
        Sent none = new Sent.Silent();
        for (Source source : place.l2Sources()) {
            if (source.health().setAside()) {
                continue;
            }
            Optional<Optional<ReceiptClaim>> answer = source.ask(
                            new Query.ReceiptOf(transaction), Purpose.FOLLOW_TRANSACTION, patience)
                    .got();
            if (answer.isPresent()) {
                if (answer.get().isPresent()) {
                    return in(answer.get().get(), accounts);
                }
                none = new Sent.InNoBlock(); // of which another source may have heard
            }
        }
        return none;
    }

    private Sent in(ReceiptClaim receipt, List<Address> accounts) {
        if (!receipt.succeeded()) {
            return new Sent.Reverted();
        }
        List<Withdrawal> all = L2Look.withdrawals(receipt.logs());
        if (all.isEmpty()) {
            return new Sent.NoWithdrawal();
        }
        List<Exits.Plan> fresh = new ArrayList<>();
        int own = 0;
        for (Address account : accounts) {
            MessageFinder messages = messages(account);
            own += (int) all.stream()
                    .filter(one -> one.sender().equals(account) || messages.isMine(one))
                    .count();
            fresh.addAll(coin(account).sent(receipt));
            fresh.addAll(messages.sent(receipt));
        }
        return own == 0 ? new Sent.NotMine() : new Sent.Own(fresh, own - fresh.size());
    }

    private ExitFinder coin(Address account) {
        return new ExitFinder(exits, place, account, patience);
    }

    private MessageFinder messages(Address account) {
        return new MessageFinder(exits, tokens, place, account, patience);
    }
}
