package org.lifeboat.ui.send;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lifeboat.engine.exit.ExitEvidence;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitRequests;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.L1Orders;
import org.lifeboat.engine.exit.Payout;
import org.lifeboat.engine.exit.TokenDeposit;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WaysOut;

/// Leads what an exit calls for to the review of every payment. Blocks: never on the screen's thread.
final class ExitOrders {
    private final Wallet wallet;
    private final Duration patience;
    private final Preparing preparing;

    /// How a transaction becomes a review.
    @FunctionalInterface
    interface Preparing {
        SendScreen prepare(SendOrder order, Network network, List<Check> first) throws InterruptedException;
    }

    /// @param patience for each source
    ExitOrders(Wallet wallet, Duration patience, Preparing preparing) {
        this.wallet = wallet;
        this.patience = patience;
        this.preparing = preparing;
    }

    /// Looks where the exit stands and prepares the step that it calls for.
    SendScreen step(PlanStore.Id id, ExitWish wish, boolean evenIfLost) throws InterruptedException {
        Exits exits = new Exits(wallet.storage(), wallet.clock(), patience);
        Optional<Exits.Plan> plan = exits.find(id);
        if (plan.isEmpty()) {
            return SendScreen.NotOffered.because("exits.offer.unknown");
        }
        Optional<ExitPlace> place = place(plan.get().chain());
        if (place.isEmpty()) {
            return SendScreen.NotOffered.because("exits.offer.noPlace");
        }
        Exits.Look look = exits.look(plan.get(), place.get());
        return switch (new ExitRequests(new ExitEvidence(wallet.storage().evidence()), patience)
                .next(look, place.get(), wish)) {
            case ExitRequest.Offered(ExitStep step, Network network, SendOrder order, List<Check> first) -> {
                SendScreen prepared = preparing.prepare(order, network, first);
                yield (step == ExitStep.FINISH || step == ExitStep.REPLAY)
                                && prepared instanceof SendScreen.Review review
                        ? arriving(review, look.plan(), evenIfLost)
                        : prepared;
            }
            case ExitRequest.Nothing _ -> SendScreen.NotOffered.because("exits.offer.nothing");
            case ExitRequest.HandOver(var _, Pending own) -> handOver(own);
            case ExitRequest.Waits _ -> SendScreen.NotOffered.because("exits.offer.waits");
            case ExitRequest.OtherRoot(String source) -> SendScreen.NotOffered.because("exits.offer.otherRoot", source);
            case ExitRequest.CouldNot(String why) -> SendScreen.NotOffered.because("exits.offer.couldNot", why);
        };
    }

    /// Nothing more is to be signed: what was signed has to reach the servers.
    static SendScreen handOver(Pending own) {
        return own.isWithoutTaker()
                ? SendScreen.NotOffered.because("exits.offer.handOver")
                : SendScreen.NotOffered.because(
                        "exits.offer.lacked",
                        own.lackedBy().stream().map(SourceId::shown).collect(Collectors.joining(", ")));
    }

    /// What the portal has finished is finished, also where the money did not arrive: that is not done
    /// unasked.
    private static SendScreen arriving(SendScreen.Review review, Exits.Plan plan, boolean evenIfLost) {
        Address target = plan.state().target();
        return switch (Payout.forecast(review.draft(), plan)) {
            case ARRIVES -> review;
            case UNKNOWN -> saying(review, Check.of(Check.Kind.ARRIVAL_UNKNOWN));
            case KEPT -> saying(review, Check.of(Check.Kind.TOKENS_KEPT));
            case LOST ->
                evenIfLost
                        ? saying(review, Check.of(Check.Kind.WOULD_NOT_ARRIVE, target.toChecksum()))
                        : new SendScreen.WouldBeLost(plan.id(), target);
        };
    }

    private static SendScreen saying(SendScreen.Review review, Check first) {
        return new SendScreen.Review(
                review.draft().saying(List.of(first)), review.description(), review.disagreements(), review.names());
    }

    /// A payment on an L2 that its sequencer cannot leave out.
    SendScreen forcedPayment(ChainId l2, Address from, Address to, Wei amount) throws InterruptedException {
        return forced(l2, place -> L1Orders.force(place, from, to, amount, Bytes.EMPTY, Optional.empty()));
    }

    /// The same in a token of the L2.
    SendScreen forcedTokens(ChainId l2, Address from, Address to, Address token, BigInteger units)
            throws InterruptedException {
        return forced(l2, place -> L1Orders.force(place, from, to, token, units));
    }

    /// Coin, or the next step of a token of the standard bridge, from L1 to an L2.
    SendScreen deposit(Place.DepositStep step) throws InterruptedException {
        Optional<Address> token = step.token();
        return token.isEmpty()
                ? forced(step.l2(), place -> L1Orders.deposit(place, step.from(), step.to(), new Wei(step.units())))
                : depositTokens(step, token.get());
    }

    private SendScreen depositTokens(Place.DepositStep step, Address contract) throws InterruptedException {
        Optional<ExitPlace> place = place(step.l2());
        if (place.isEmpty()) {
            return SendScreen.NotOffered.because("exits.offer.noPlace");
        }
        Exits exits = new Exits(wallet.storage(), wallet.clock(), patience);
        Optional<Token> token = new Tokens(TokenList.bundled(), wallet.storage().tokens()).find(step.l2(), contract);
        if (token.isEmpty()) {
            return SendScreen.NotOffered.because("exits.offer.notStandard");
        }
        TokenDeposit.Money money = new TokenDeposit.Money(step.from(), step.to(), token.get(), step.units());
        Optional<TokenDeposit> next =
                TokenDeposit.next(exits, wallet.storage(), wallet.clock(), place.get(), money, patience);
        if (next.isEmpty()) {
            return SendScreen.NotOffered.because("exits.offer.notStandard");
        }
        String l1 = place.get().l1().name();
        return switch (next.get()) {
            case TokenDeposit.Offered(var _, SendOrder order) -> forced(step.l2(), _ -> order);
            case TokenDeposit.Waits(Hash32 hash) ->
                SendScreen.NotOffered.because("exits.offer.depositWaits", hash.toHex());
            case TokenDeposit.TooLittle(BigInteger held) ->
                SendScreen.NotOffered.because(
                        "exits.offer.tooLittle",
                        AmountText.exact(
                                new TokenAmount(held, token.get().decimals()),
                                token.get().symbol()),
                        l1);
            case TokenDeposit.Silent() -> SendScreen.NotOffered.because("exits.offer.notProven", l1);
        };
    }

    private SendScreen forced(ChainId l2, Function<ExitPlace, SendOrder> order) throws InterruptedException {
        Optional<ExitPlace> place = place(l2);
        if (place.isEmpty()) {
            return SendScreen.NotOffered.because("exits.offer.noPlace");
        }
        return preparing.prepare(order.apply(place.get()), place.get().l1(), List.of());
    }

    private Optional<ExitPlace> place(ChainId chain) {
        ExitPlaces places = WaysOut.lately(wallet);
        return wallet.networks()
                .find(chain)
                .flatMap(network -> places.find(network) instanceof ExitPlaces.Found.Whole(ExitPlace found)
                        ? Optional.of(found)
                        : Optional.empty());
    }
}
