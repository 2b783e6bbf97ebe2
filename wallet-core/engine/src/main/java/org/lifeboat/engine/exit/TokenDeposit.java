package org.lifeboat.engine.exit;

import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.TokenExit;
import org.lifeboat.rollups.opstack.TokenHolding;

/// What comes next where a token is to be brought to an L2: the bridge's allowance, of just the amount, or
/// the deposit. Follows from the chain alone: whoever asks again after a step is in a block gets the next
/// one.
public sealed interface TokenDeposit {
    /// A transaction on L1 to be prepared, shown, approved and sent like any other.
    record Offered(Step step, SendOrder order) implements TokenDeposit {}

    /// A step is signed and in no block yet.
    record Waits(Hash32 transaction) implements TokenDeposit {}

    /// @param held of the token on L1
    record TooLittle(BigInteger held) implements TokenDeposit {}

    /// No source of L1 proved what the account holds there.
    record Silent() implements TokenDeposit {}

    /// One transaction of a deposit.
    enum Step {
        /// An allowance that is left over and too small: some tokens let nobody change it but to zero.
        TAKE_BACK,
        APPROVE,
        DEPOSIT;

        private String note(Address l1Token) {
            return "deposit " + l1Token.toChecksum() + ": " + name();
        }

        /// The step that the note of a transaction speaks of, of whichever token.
        public static Optional<Step> named(String note) {
            return Arrays.stream(values())
                    .filter(step -> note.matches("deposit 0x[0-9a-fA-F]{40}: " + step.name()))
                    .findFirst();
        }
    }

    /// What is to be brought.
    /// @param to who gets it on the L2
    record Wish(Address account, Address to, ExitToken token, TokenExit.StandardBridge bridge) {}

    /// A token of an L2 that the standard bridge brings there.
    /// @param l1Token what it is on L1
    /// @param listed as [#listedInstead]
    record Way(Token token, Address l1Token, Optional<Token> listed) {}

    /// @return empty where another bridge brings it or none, or that could not be read
    static Optional<Way> way(Exits exits, TokenList list, ExitPlace place, Token token) {
        return standard(exits, place, token.contract())
                .map(bridge -> new Way(token, bridge.l1Token(), listedInstead(list, place, token, bridge.l1Token())));
    }

    private static Optional<TokenExit.StandardBridge> standard(Exits exits, ExitPlace place, Address token) {
        return exits.token(place, token)
                .map(Exits.TokenSeen::exit)
                .filter(TokenExit.StandardBridge.class::isInstance)
                .map(TokenExit.StandardBridge.class::cast);
    }

    /// What comes next.
    /// @param patience for each source
    /// @return empty as [#way]
    static Optional<TokenDeposit> next(
            Exits exits, Storage storage, InstantSource clock, ExitPlace place, Money money, Duration patience) {
        return standard(exits, place, money.token().contract())
                .map(bridge -> new Wish(
                        money.account(),
                        money.to(),
                        ExitToken.of(money.token(), bridge.l1Token(), money.units()),
                        bridge))
                .map(wish -> next(exits, new Activity(storage), new Following(storage, clock), place, wish, patience));
    }

    /// What somebody wants to bring, before it is known how it gets there.
    /// @param account whose it is on L1
    /// @param to who gets it on the L2
    /// @param units in the token's smallest unit
    record Money(Address account, Address to, Token token, BigInteger units) {}

    /// The token that the list has on this L2 for the same one on L1, where that is another than the one meant:
    /// whether both are worth the same nobody here knows.
    static Optional<Token> listedInstead(TokenList list, ExitPlace place, Token meant, Address l1Token) {
        List<Token> listed = list.find(place.l1().chain(), l1Token).flatMap(Token::asset).stream()
                .flatMap(asset -> list.of(place.l2().chain()).stream()
                        .filter(one -> one.asset().filter(asset::equals).isPresent()))
                .toList();
        return listed.stream().anyMatch(one -> one.contract().equals(meant.contract()))
                ? Optional.empty()
                : listed.stream().findFirst();
    }

    /// @param patience for each source
    static TokenDeposit next(
            Exits exits, Activity activity, Following following, ExitPlace place, Wish wish, Duration patience) {
        Optional<Hash32> waiting = waiting(activity, following, place, wish, patience);
        if (waiting.isPresent()) {
            return new Waits(waiting.get());
        }
        Optional<TokenHolding> held = exits.holding(
                place,
                true,
                wish.bridge().l1Token(),
                wish.account(),
                wish.bridge().l1Bridge());
        return held.map(has -> next(place, wish, has)).orElseGet(Silent::new);
    }

    /// Pure.
    static TokenDeposit next(ExitPlace place, Wish wish, TokenHolding held) {
        BigInteger units = wish.token().units();
        if (held.balance().compareTo(units) < 0) {
            return new TooLittle(held.balance());
        }
        if (held.allowance().compareTo(units) >= 0) {
            return new Offered(
                    Step.DEPOSIT,
                    L1Orders.deposit(
                            place,
                            wish.account(),
                            wish.to(),
                            wish.bridge().l1Bridge(),
                            wish.token(),
                            note(Step.DEPOSIT, wish)));
        }
        Step step = held.allowance().signum() > 0 ? Step.TAKE_BACK : Step.APPROVE;
        BigInteger allowed = step == Step.APPROVE ? units : BigInteger.ZERO;
        return new Offered(
                step,
                L1Orders.approve(
                        place,
                        wish.account(),
                        wish.bridge().l1Bridge(),
                        new ExitToken(
                                wish.token().pair(),
                                allowed,
                                wish.token().symbol(),
                                wish.token().decimals()),
                        note(step, wish)));
    }

    private static String note(Step step, Wish wish) {
        return step.note(wish.bridge().l1Token());
    }

    /// Signed for this token and, as it stands now, not settled.
    private static Optional<Hash32> waiting(
            Activity activity, Following following, ExitPlace place, Wish wish, Duration patience) {
        for (OwnTransaction own : activity.everything(ActivityFilter.of(wish.account()))) {
            boolean ours = own.chain().equals(place.l1().chain())
                    && Arrays.stream(Step.values())
                            .anyMatch(step -> note(step, wish).equals(own.note()));
            if (ours && (own.status() instanceof Status.Saved || own.status() instanceof Status.Sent)) {
                Status now = following
                        .look(own, place.l1(), place.l1Sources(), patience)
                        .transaction()
                        .status();
                if (now instanceof Status.Saved || now instanceof Status.Sent) {
                    return Optional.of(own.hash());
                }
            }
        }
        return Optional.empty();
    }
}
