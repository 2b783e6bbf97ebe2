package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.abi.Erc20;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.CheckedAccounts;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.FeeHistoryClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.verified.CouldNot;
import org.lifeboat.engine.verified.Looped;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.tx.Transaction;

/// Prepares one transaction with one source. Used once.
final class Preparer {
    /// From this age of the newest block on the chain is said to stand still.
    private static final Duration STANDING_STILL = Duration.ofMinutes(15);

    private final SendOrder order;
    private final SendPlace place;
    private final Source source;
    private final NonceCensus census;
    private final NonceChoice.Own own;
    private final Instant now;
    private final Deadline deadline;
    private final Rehearsing rehearsing;
    private final List<Check> checks = new ArrayList<>();

    private Reply<Nonce> pending = Reply.notAsked();
    private Reply<FeeHistoryClaim> history = Reply.notAsked();
    private Reply<Wei> gasPrice = Reply.notAsked();
    private Reply<Gas> gas = Reply.notAsked();
    private Reply<Bytes> token = Reply.notAsked();

    /// What one source made possible.
    sealed interface Outcome {
        record Drafted(Draft draft) implements Outcome {}

        record NotPossible(List<Check> checks) implements Outcome {}

        record GasLimitWanted(List<Check> checks) implements Outcome {}

        record Lied(Disagreement disagreement) implements Outcome {}

        record Silent(Note reason) implements Outcome {}
    }

    Preparer(
            SendOrder order,
            SendPlace place,
            Source source,
            NonceCensus census,
            NonceChoice.Own own,
            Instant now,
            Deadline deadline,
            Rehearsing rehearsing) {
        this.order = order;
        this.place = place;
        this.source = source;
        this.census = census;
        this.own = own;
        this.now = now;
        this.deadline = deadline;
        this.rehearsing = rehearsing;
    }

    /// @throws InterruptedException if the caller was interrupted
    Outcome prepare() throws InterruptedException {
        List<Address> accounts =
                order.from().equals(order.to()) ? List.of(order.from()) : List.of(order.from(), order.to());
        return switch (CheckedAccounts.read(source, place.network().chain(), accounts, deadline)) {
            case CheckedAccounts.Read read -> prepare(read);
            case CheckedAccounts.Lied(Disagreement disagreement) -> new Outcome.Lied(disagreement);
            case CheckedAccounts.Silent(Note reason) -> new Outcome.Silent(reason);
        };
    }

    private Outcome prepare(CheckedAccounts.Read read) throws InterruptedException {
        CheckedAccounts.Facts sender = read.accounts().get(order.from());
        CheckedAccounts.Facts recipient = read.accounts().get(order.to());
        if (sender == null || recipient == null) {
            throw new IllegalStateException("an account that was asked is missing");
        }
        askMarket();
        if (!(pending instanceof Reply.Got<Nonce>(Nonce pendingCount))) {
            return silent(pending);
        }
        Optional<Outcome> lie = read.header().flatMap(this::feeLie);
        if (lie.isPresent()) {
            return lie.get();
        }
        Optional<GasPrice> price = price(read.header());
        if (price.isEmpty()) {
            return silent(gasPrice);
        }
        boolean surelyPlain = isPlain(recipient) && !isOn(Network.Stack.ARBITRUM_NITRO);
        Optional<GasNeed> need = GasNeed.of(surely(gas, recipient), order.gasLimit(), surelyPlain);
        if (need.isEmpty() && gas instanceof Reply.Refused<Gas> refused) {
            switch (tryHere(pendingCount)) {
                case Looped.Done<Optional<Gas>>(Optional<Gas> enough, var _)
                when enough.isPresent() -> need = Optional.of(GasNeed.tried(enough.get(), refused));
                case Looped.Done<Optional<Gas>> _ -> {
                    return new Outcome.GasLimitWanted(whyNot(refused, sender, Check.Kind.GAS_NEVER_ENOUGH));
                }
                case Looped.Stopped<Optional<Gas>> _ -> {
                    return new Outcome.GasLimitWanted(whyNot(refused, sender, Check.Kind.GAS_UNKNOWN));
                }
                case Looped.Lied<Optional<Gas>>(Contradiction contradiction) -> {
                    return lied(contradiction);
                }
            }
        }
        if (need.isEmpty()) {
            return silent(gas);
        }
        noteChain(read, sender);
        if (!order.isCall()) {
            checks.addAll(RecipientChecks.code(order, recipient.code()));
        }
        checks.addAll(need.get().checks());
        order.gasLimit()
                .filter(limit -> limit.amount() < GasNeed.PLAIN_TRANSFER.amount())
                .ifPresent(limit -> checks.add(Check.of(
                        Check.Kind.GAS_LIMIT_LOW,
                        Long.toString(limit.amount()),
                        Long.toString(GasNeed.PLAIN_TRANSFER.amount()))));
        NonceWord mine = NonceWord.of(source, read, sender, pendingCount);
        NonceChoice nonce = NonceChoice.of(census.heard(mine, source.id()), own, order.nonce());
        checks.addAll(nonce.checks());
        return draft(sender, price.get(), need.get(), nonce.nonce());
    }

    /// A payment to an account without code, where gas pays for nothing else. At the lowest addresses stand
    /// precompiled contracts, which have no code either.
    private boolean isPlain(CheckedAccounts.Facts recipient) {
        boolean precompiled = order.to().toWord().toNumber().bitLength() <= 16;
        return order.asset() instanceof Asset.Coin
                && !order.isCall()
                && recipient.code().isEmpty()
                && !precompiled;
    }

    /// Where the gas follows from what was proven, no source's estimate can make it dearer.
    private Reply<Gas> surely(Reply<Gas> estimate, CheckedAccounts.Facts recipient) {
        boolean follows = place.network().layer() instanceof Network.Layer.L1 || isOn(Network.Stack.OP_STACK);
        boolean proven = recipient.assurance().has(Assurance.Mark.MATCHED);
        return follows && isPlain(recipient) && proven && estimate instanceof Reply.Got<Gas>
                ? new Reply.Got<>(GasNeed.PLAIN_TRANSFER)
                : estimate;
    }

    /// The network refuses to run it. Often what is missing says more than the contract does.
    private List<Check> whyNot(Reply.Refused<Gas> refused, CheckedAccounts.Facts sender, Check.Kind tried) {
        List<Check> reasons = new ArrayList<>(List.of(GasNeed.reason(refused), Check.of(tried)));
        if (order.amount() instanceof SendAmount.Exactly(BigInteger units)) {
            Optional<BigInteger> held = token.got().flatMap(AbiFunction::word);
            reasons.addAll(FundChecks.missing(place.network(), order.asset(), units, Wei.ZERO, sender.balance(), held));
        }
        return reasons;
    }

    /// How much gas is enough here. The price is left out: what is missing for the fee is said elsewhere.
    private Looped<Optional<Gas>> tryHere(Nonce nonce) {
        // There, part of the gas pays for L1, and nothing here knows how much.
        if (isOn(Network.Stack.ARBITRUM_NITRO)) {
            return new Looped.Stopped<>(new CouldNot(CouldNot.Why.ONLY_THERE, ""));
        }
        GasPrice free = new GasPrice.Flat(Wei.ZERO);
        return rehearsing.gasEnough(
                place.network(),
                order.from(),
                limit -> transaction(free, new Gas(limit), nonce, unitsSoFar()),
                source,
                deadline);
    }

    private Outcome lied(Contradiction contradiction) {
        source.refuted(contradiction.refutation());
        return new Outcome.Lied(new Disagreement(source.id(), contradiction));
    }

    private void askMarket() {
        Batch batch = new Batch();
        batch.add(new Query.NonceOf(order.from(), BlockSelector.PENDING), reply -> pending = reply);
        batch.add(
                new Query.FeeHistoryOf(FeeMarket.BLOCKS, FeeMarket.percentiles()),
                reply -> history = Plausible.history(reply));
        batch.add(new Query.GasPriceOf(), reply -> gasPrice = Plausible.price(reply));
        batch.add(new Query.GasFor(estimate()), reply -> gas = Plausible.gas(reply));
        if (order.asset() instanceof Asset.Erc20(var erc20, boolean _)) {
            batch.add(
                    new Query.CallOf(
                            CallRequest.read(erc20.contract(), Erc20.balanceOf(order.from())), BlockSelector.LATEST),
                    reply -> token = reply);
        }
        batch.ask(source, Purpose.PREPARE_TRANSACTION, deadline.remaining());
    }

    /// *Max* is not known yet; the amount of coin hardly changes the gas.
    private BigInteger unitsSoFar() {
        return switch (order.amount()) {
            case SendAmount.Exactly(BigInteger exactly) -> exactly;
            case SendAmount.Max _ -> BigInteger.ZERO;
        };
    }

    /// What the estimate is asked for.
    private CallRequest estimate() {
        BigInteger units = unitsSoFar();
        return switch (order.asset()) {
            case Asset.Coin _ ->
                new CallRequest(Optional.of(order.from()), Optional.of(order.to()), new Wei(units), order.data());
            case Asset.Erc20(var erc20, boolean _) ->
                new CallRequest(
                        Optional.of(order.from()),
                        Optional.of(erc20.contract()),
                        Wei.ZERO,
                        Erc20.transfer(order.to(), units));
        };
    }

    private Optional<Outcome> feeLie(BlockHeader header) {
        return history.got()
                .flatMap(claim -> FeeMarket.contradicts(claim, header))
                .map(said -> lied(new Contradiction(
                        Contradiction.What.BASE_FEE,
                        "block " + header.number(),
                        said.value().toString(),
                        header.baseFeePerGas()
                                .map(fee -> fee.value().toString())
                                .orElse("none"))));
    }

    private Optional<GasPrice> price(Optional<BlockHeader> header) {
        if (order.price().isPresent()) {
            return order.price();
        }
        Optional<GasPrice> market = history.got().flatMap(claim -> FeeMarket.fromHistory(claim, order.speed()));
        if (market.isPresent()) {
            return market;
        }
        checks.add(Check.of(Check.Kind.NO_FEE_HISTORY));
        Optional<Wei> base = header.flatMap(BlockHeader::baseFeePerGas);
        return gasPrice.got().map(asked -> FeeMarket.fromGasPrice(asked, base));
    }

    private void noteChain(CheckedAccounts.Read read, CheckedAccounts.Facts sender) {
        long age = now.getEpochSecond() - read.block().unixSeconds();
        if (age > STANDING_STILL.toSeconds()) {
            checks.add(Check.of(Check.Kind.CHAIN_STANDS_STILL, Long.toString(age)));
        }
        if (!sender.assurance().has(Assurance.Mark.MATCHED)) {
            checks.add(Check.of(Check.Kind.UNCHECKED));
        }
        RecipientChecks.delegate(sender.code())
                .ifPresent(delegate -> checks.add(Check.of(Check.Kind.SENDER_DELEGATES, delegate.toChecksum())));
    }

    private Outcome draft(CheckedAccounts.Facts sender, GasPrice price, GasNeed need, Nonce nonce) {
        Optional<BigInteger> tokenHeld = token.got().flatMap(AbiFunction::word);
        boolean isToken = order.asset() instanceof Asset.Erc20;
        if (isToken && tokenHeld.isEmpty()) {
            return silent(token);
        }
        Transaction sample = transaction(price, need.limit(), nonce, sampleUnits(sender, tokenHeld));
        RollupFees rollup = rollupFees(sample);
        rollup.missing().ifPresent(part -> checks.add(Check.of(part)));
        FeeQuote fee = rollup.quote(price, need.estimated(), need.limit());
        Wei kept = FundChecks.kept(order, place, price);
        Optional<BigInteger> units = units(sender, tokenHeld, fee.most().total().plus(kept));
        if (units.isEmpty()) {
            return new Outcome.NotPossible(List.of(FundChecks.nothingLeft(
                    place.network(), sender.balance(), fee.most().total(), kept)));
        }
        if (!kept.isZero()) {
            checks.add(Check.of(Check.Kind.WAY_OUT_KEPT, FundChecks.coins(place.network(), kept.toTokenAmount())));
        }
        checks.addAll(FundChecks.enough(place.network(), order.asset(), units.get(), fee, sender.balance(), tokenHeld));
        BigInteger spent = fee.most().total().value().add(isToken ? BigInteger.ZERO : units.get());
        Wei left = new Wei(sender.balance().value().subtract(spent).max(BigInteger.ZERO));
        checks.addAll(FundChecks.wayOut(place.network(), left, price, place.coinOnL1()));
        return new Outcome.Drafted(new Draft(
                place.network(),
                order.from(),
                order.to(),
                order.asset(),
                units.get(),
                order.isCall() ? OwnTransaction.Kind.CONTRACT_CALL : OwnTransaction.Kind.SEND,
                transaction(price, need.limit(), nonce, units.get()),
                fee,
                checks,
                Optional.empty(),
                order.note()));
    }

    /// The amount the L1 data fee is asked for. For *max* the whole balance stands in: no amount that can be
    /// sent has more bytes.
    private BigInteger sampleUnits(CheckedAccounts.Facts sender, Optional<BigInteger> tokenHeld) {
        return switch (order.amount()) {
            case SendAmount.Exactly(BigInteger exactly) -> exactly;
            case SendAmount.Max _ -> tokenHeld.orElseGet(() -> sender.balance().value());
        };
    }

    /// @param held back of the coin, for the fee and for a way out
    /// @return empty if *max* is wanted and that leaves nothing
    private Optional<BigInteger> units(CheckedAccounts.Facts sender, Optional<BigInteger> tokenHeld, Wei held) {
        return switch (order.amount()) {
            case SendAmount.Exactly(BigInteger exactly) -> Optional.of(exactly);
            case SendAmount.Max _ ->
                switch (order.asset()) {
                    case Asset.Erc20 _ -> tokenHeld;
                    case Asset.Coin _ ->
                        sender.balance()
                                .minus(held)
                                .filter(left -> !left.isZero())
                                .map(Wei::value);
                };
        };
    }

    private RollupFees rollupFees(Transaction sample) {
        return switch (place.network().layer()) {
            case Network.Layer.L2(var _, Network.Stack stack) ->
                switch (stack) {
                    case OP_STACK -> RollupFees.opStack(source, sample, deadline);
                    case ARBITRUM_NITRO ->
                        RollupFees.arbitrum(source, sample.recipient().orElse(order.to()), sample.data(), deadline);
                    case OTHER -> RollupFees.NONE;
                };
            case Network.Layer.L1 _, Network.Layer.Sidechain _, Network.Layer.Unstated _ -> RollupFees.NONE;
        };
    }

    private Transaction transaction(GasPrice price, Gas limit, Nonce nonce, BigInteger units) {
        return switch (order.asset()) {
            case Asset.Coin _ ->
                Transactions.of(place.network().chain(), price, nonce, limit, order.to(), new Wei(units), order.data());
            case Asset.Erc20(var erc20, boolean _) ->
                Transactions.of(
                        place.network().chain(),
                        price,
                        nonce,
                        limit,
                        erc20.contract(),
                        Wei.ZERO,
                        Erc20.transfer(order.to(), units));
        };
    }

    private boolean isOn(Network.Stack stack) {
        return place.network().stack().filter(stack::equals).isPresent();
    }

    private Outcome silent(Reply<?> reply) {
        return new Outcome.Silent(Note.of(Note.Kind.SOURCE_FAILED, source.id().shown(), reply.problem()));
    }
}
