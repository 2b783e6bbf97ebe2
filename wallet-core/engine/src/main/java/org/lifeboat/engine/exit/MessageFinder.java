package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.TokenStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.CoinWithdrawal;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.TokenCalls;
import org.lifeboat.rollups.opstack.TokenWithdrawal;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

/// Finds tokens and coin of one account that the bridge or the messenger has sent home and that no plan here knows.
/// Their withdrawals are the messenger's and do not name the account: the events of bridge and messenger do, and what
/// they carry is checked.
final class MessageFinder {
    private final Exits exits;
    private final TokenStore tokens;
    private final ExitPlace place;
    private final ChainId chain;
    private final Address account;
    private final Duration patience;

    MessageFinder(Exits exits, TokenStore tokens, ExitPlace place, Address account, Duration patience) {
        this.exits = exits;
        this.tokens = tokens;
        this.place = place;
        this.chain = place.l2().chain();
        this.account = account;
        this.patience = patience;
    }

    /// Coin first, then tokens.
    static List<Exits.Plan> together(List<Exits.Plan> coin, List<Exits.Plan> tokens) {
        return Stream.concat(coin.stream(), tokens.stream()).toList();
    }

    /// By the events of the L2's bridge and messenger.
    /// @return empty where no source of the L2 gave them
    Optional<List<Exits.Plan>> onL2(long fromBlock) {
        return ask(place.l2(), place.l2Sources(), (source, head) -> onL2(source, fromBlock, head));
    }

    /// By what L1 remembers: deposits to the L2's bridge and messenger, and what the account itself has proven.
    /// @param blocks how many of the newest are searched
    /// @return empty where no source of L1 gave its events
    Optional<List<Exits.Plan>> onL1(long blocks) {
        return ask(place.l1(), place.l1Sources(), (source, head) -> onL1(source, Math.max(0, head - blocks + 1), head));
    }

    /// @param question to a source, with its newest block
    private Optional<List<Exits.Plan>> ask(
            Network network, List<Source> sources, BiFunction<Source, Long, Optional<List<Exits.Plan>>> question) {
        for (Source source : sources) {
            if (!source.health().setAside()
                    && HeadQuestion.ask(
                                    source, network.chain(), BlockSelector.LATEST, Purpose.FOLLOW_TRANSACTION, patience)
                            instanceof Head.Usable head) {
                Optional<List<Exits.Plan>> found =
                        question.apply(source, head.block().number());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<List<Exits.Plan>> onL2(Source source, long from, long to) {
        Deadline deadline = Deadline.in(patience);
        List<Hash32> own = List.of(account.toWord());
        Optional<List<LogClaim>> tokens = LogSpans.ask(
                source,
                from,
                to,
                OpStack.L2_TOKEN_BRIDGE,
                List.of(List.of(OpStack.TOKENS_SENT), List.of(), List.of(), own),
                deadline);
        Optional<List<LogClaim>> coin = tokens.flatMap(_ -> LogSpans.ask(
                source, from, to, OpStack.L2_TOKEN_BRIDGE, List.of(List.of(OpStack.COIN_SENT), own), deadline));
        Optional<List<LogClaim>> messages = coin.flatMap(_ -> LogSpans.ask(
                source, from, to, OpStack.L2_MESSENGER, List.of(List.of(OpStack.MESSAGE_SENT), own), deadline));
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        Set<Hash32> transactions = new LinkedHashSet<>();
        Stream.of(tokens, coin, messages)
                .flatMap(logs -> logs.orElseThrow().stream())
                .forEach(log -> transactions.add(log.transaction()));
        List<ReceiptClaim> receipts = transactions.stream()
                .flatMap(hash -> receipt(source, hash, deadline).stream())
                .toList();
        return receipts.size() == transactions.size()
                ? Optional.of(receipts.stream()
                        .flatMap(receipt -> sent(receipt).stream())
                        .toList())
                : Optional.empty();
    }

    private static Optional<ReceiptClaim> receipt(Source source, Hash32 hash, Deadline deadline) {
        return source.ask(new Query.ReceiptOf(hash), Purpose.FOLLOW_TRANSACTION, deadline.remaining())
                .got()
                .flatMap(receipt -> receipt);
    }

    /// By the receipt of one transaction of the L2.
    List<Exits.Plan> sent(ReceiptClaim receipt) {
        return L2Look.withdrawals(receipt.logs()).stream()
                .filter(this::isMine)
                .flatMap(withdrawal -> taken(
                        withdrawal, Optional.of(receipt.transaction()), Optional.of(new L2Block(receipt.blockNumber())))
                        .stream())
                .toList();
    }

    /// One of the account's, where it stands.
    Optional<Exits.Plan> onL2(L2Look.Own own) {
        return taken(own.withdrawal(), Optional.of(own.transaction()), Optional.of(own.block()));
    }

    /// A plan that waits for just this withdrawal takes it; else it is a new plan.
    /// @param transaction that sent it, where that is known
    private Optional<Exits.Plan> taken(Withdrawal withdrawal, Optional<Hash32> transaction, Optional<L2Block> block) {
        if (!isNew(withdrawal)) {
            return Optional.empty();
        }
        Optional<Exits.Plan> waits = plans().stream()
                .filter(plan -> plan.state().withdrawal().isEmpty()
                        && plan.state()
                                .l2Transaction()
                                .filter(known -> transaction.isEmpty()
                                        || transaction.get().equals(known))
                                .isPresent()
                        && plan.state().isOf(withdrawal))
                .findFirst();
        if (waits.isPresent()) {
            ExitState state = waits.get().state();
            exits.remembered(
                    waits.get(), block.map(in -> state.with(withdrawal, in)).orElseGet(() -> state.with(withdrawal)));
            return Optional.empty();
        }
        ExitState found = TokenWithdrawal.of(withdrawal)
                .map(carried -> ExitState.found(transaction, carried, block, ExitToken.named(tokens, chain, carried)))
                .orElseGet(() -> ExitState.found(transaction, withdrawal, block));
        return Optional.of(exits.begin(chain, account, found));
    }

    private Optional<List<Exits.Plan>> onL1(Source source, long from, long to) {
        L1Look l1 = new L1Look(place, Deadline.in(patience));
        List<Hash32> bridge = List.of(OpStack.L2_TOKEN_BRIDGE.toWord(), OpStack.L2_MESSENGER.toWord());
        Optional<List<LogClaim>> deposits =
                l1.events(source, from, to, List.of(List.of(OpStack.DEPOSITED), List.of(account.toWord()), bridge));
        Optional<List<LogClaim>> proofs = l1.events(
                source, from, to, List.of(List.of(OpStack.WITHDRAWAL_PROVEN_BY), List.of(), List.of(account.toWord())));
        return deposits.flatMap(forced -> proofs.map(proven -> {
            List<Exits.Plan> fresh = new ArrayList<>();
            forced.forEach(log -> forced(log).ifPresent(fresh::add));
            proven.forEach(log -> l1.proven(source, log).ifPresent(trace -> {
                if (trace instanceof L1Look.Trace.Proven(Withdrawal withdrawal)) {
                    Optional.of(withdrawal)
                            .filter(this::isMine)
                            .flatMap(mine -> taken(mine, Optional.empty(), Optional.empty()))
                            .ifPresent(fresh::add);
                }
            }));
            return fresh;
        }));
    }

    private Optional<Exits.Plan> forced(LogClaim log) {
        return L1Look.deposit(place, log).flatMap(deposit -> ordered(deposit).flatMap(this::begun));
    }

    /// What of the account's a deposit takes off the L2, if the L2 carries it out.
    Optional<ExitState> ordered(DepositTransaction deposit) {
        if (!deposit.from().equals(account) || deposit.to().isEmpty()) {
            return Optional.empty();
        }
        Optional<ExitState> direct = deposit.to()
                .filter(OpStack.MESSAGE_PASSER::equals)
                .flatMap(_ -> OpStack.initiatedFor(deposit.data()))
                .map(target -> ExitState.forced(deposit.hash(), target, deposit.value()));
        Optional<ExitState> tokensHome = deposit.to()
                .filter(OpStack.L2_TOKEN_BRIDGE::equals)
                .flatMap(_ -> TokenCalls.ordered(account, deposit.data()))
                .map(order -> ExitState.forced(
                        deposit.hash(), order.to(), ExitToken.named(tokens, chain, order.pair(), order.units())));
        return direct.or(() -> tokensHome)
                .or(() -> CoinWithdrawal.ordered(account, deposit.to().get(), deposit.value(), deposit.data())
                        .map(payee -> ExitState.forced(deposit.hash(), payee, deposit.value())));
    }

    /// A plan, unless one waits for that transaction already.
    Optional<Exits.Plan> begun(ExitState forced) {
        return forced.l2Transaction().filter(this::noneOf).map(_ -> exits.begin(chain, account, forced));
    }

    /// Anybody can prove anybody's: what it carries says whose it is.
    boolean isMine(Withdrawal withdrawal) {
        return whose(withdrawal).filter(account::equals).isPresent();
    }

    /// Whose money the bridge or the messenger sends home by it; empty where it is another's message.
    static Optional<Address> whose(Withdrawal withdrawal) {
        return TokenWithdrawal.of(withdrawal)
                .map(TokenWithdrawal::from)
                .or(() -> CoinWithdrawal.of(withdrawal).map(CoinWithdrawal::from));
    }

    private boolean noneOf(Hash32 transaction) {
        return plans().stream()
                .noneMatch(plan ->
                        plan.state().l2Transaction().filter(transaction::equals).isPresent());
    }

    private boolean isNew(Withdrawal withdrawal) {
        return plans().stream()
                .noneMatch(plan -> plan.state()
                        .withdrawal()
                        .filter(known -> known.hash().equals(withdrawal.hash()))
                        .isPresent());
    }

    private List<Exits.Plan> plans() {
        return exits.all().stream()
                .filter(plan -> plan.chain().equals(chain) && plan.account().equals(account))
                .toList();
    }
}
