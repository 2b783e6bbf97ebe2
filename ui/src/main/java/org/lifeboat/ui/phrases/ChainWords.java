package org.lifeboat.ui.phrases;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.diagnosis.ChainTrack;
import org.lifeboat.engine.diagnosis.Climb;
import org.lifeboat.engine.diagnosis.Climbs;
import org.lifeboat.engine.diagnosis.Diagnosis;
import org.lifeboat.engine.exit.BridgeCodes;
import org.lifeboat.engine.exit.QueuedChange;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.ChainRounds;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.TokenAmount;

/// How an L2 stands, and what became of payments on it, in sentences.
public final class ChainWords {
    /// What nobody can read where L1 cannot be read: said once, by its cause.
    private static final Set<Diagnosis.Lack> FOLLOWS = EnumSet.of(Diagnosis.Lack.BATCHES, Diagnosis.Lack.BRIDGE);

    private ChainWords() {}

    /// What is to be said first of a chain.
    public static String first(Phrases phrases, Network l2, Network l1, Diagnosis diagnosis) {
        return of(phrases, l2, l1, diagnosis, diagnosis.first());
    }

    /// @param kind one of those that the diagnosis found
    public static String of(Phrases phrases, Network l2, Network l1, Diagnosis diagnosis, Diagnosis.Kind kind) {
        return phrases.say(
                "chain.diagnosis." + kind,
                l2.name(),
                l1.name(),
                diagnosis.since().map(phrases::moment).orElseGet(() -> phrases.say("chain.since.unknown")),
                phrases.together(diagnosis.lacks().stream()
                        .filter(lack -> !diagnosis.lacks().contains(Diagnosis.Lack.L1) || !FOLLOWS.contains(lack))
                        .map(lack -> phrases.say("chain.lack." + lack))
                        .toList()),
                diagnosis.data().map(phrases::moment).orElseGet(() -> phrases.say("chain.since.unknown")));
    }

    /// That another block stands where a server had named one.
    public static String replaced(Phrases phrases, Network l2, ChainTrack.Replaced one) {
        return replaced(phrases, l2, one, UnaryOperator.identity());
    }

    /// As above, where a page says the long texts of machines in full elsewhere.
    public static String replacedShort(Phrases phrases, Network l2, ChainTrack.Replaced one) {
        return replaced(phrases, l2, one, ChainWords::ends);
    }

    private static String replaced(
            Phrases phrases, Network l2, ChainTrack.Replaced one, UnaryOperator<String> written) {
        return phrases.say(
                "chain.replaced",
                l2.name(),
                phrases.number(one.told().block().number()),
                one.told().source(),
                written.apply(one.told().block().hash().toHex()),
                written.apply(one.now().toHex()),
                one.by());
    }

    /// @param hidden amounts are not to be shown
    public static String news(Phrases phrases, boolean hidden, ChainRounds.News news) {
        return switch (news) {
            case ChainRounds.News.Stands(Network l2, Network l1, var before, Diagnosis now) ->
                now.first() == Diagnosis.Kind.WELL && before.isPresent()
                        ? phrases.say("chain.again", l2.name(), l1.name())
                        : first(phrases, l2, l1, now);
            case ChainRounds.News.Equivocated(Network l2, ChainTrack.Replaced block) -> replaced(phrases, l2, block);
            case ChainRounds.News.Moved(Network l2, OwnTransaction own, Climbs.Change change, Climb now) ->
                moved(phrases, amount(phrases, hidden, own), l2, own.status(), change, now);
            case ChainRounds.News.LeftOut(Network l2, OwnTransaction own) ->
                phrases.say("chain.left-out", amount(phrases, hidden, own), l2.name());
            case ChainRounds.News.Announced(Network l2, Network l1, QueuedChange change) ->
                announced(phrases, l2, l1, change, Optional.empty());
            case ChainRounds.News.Upgraded(Network l2, BridgeCodes.Changed change) ->
                phrases.say(
                        "chain.upgraded",
                        l2.name(),
                        phrases.say("chain.code." + change.role()),
                        phrases.moment(change.since()),
                        change.before().toChecksum(),
                        change.now().toChecksum());
        };
    }

    /// That a change of a bridge waits: by whom, of what, and how long still.
    /// @param instead of the advice to leave before it comes, where that cannot be followed; may be blank
    public static String announced(
            Phrases phrases, Network l2, Network l1, QueuedChange change, Optional<String> instead) {
        String what = change.replaces()
                .flatMap(proxy -> change.code()
                        .map(code -> phrases.say("chain.announced.code", proxy.toChecksum(), code.toChecksum())))
                .or(() -> change.target().map(target -> phrases.say("chain.announced.call", target.toChecksum())))
                .orElseGet(() -> phrases.say("chain.announced.name", change.id().toHex()));
        return phrases.say(
                        "chain.announced",
                        l2.name(),
                        change.by().toChecksum(),
                        l1.name(),
                        what,
                        when(phrases, change),
                        advice(phrases, instead))
                .strip();
    }

    /// As above, where a page says elsewhere by whom and of what: when it comes, and what can be done until then.
    public static String announcedShort(Phrases phrases, Network l2, QueuedChange change, Optional<String> instead) {
        return phrases.say("chain.announced.short", l2.name(), when(phrases, change), advice(phrases, instead))
                .strip();
    }

    private static String advice(Phrases phrases, Optional<String> instead) {
        return instead.orElseGet(() -> phrases.say("chain.announced.advice"));
    }

    private static String when(Phrases phrases, QueuedChange change) {
        Duration left = Duration.between(phrases.now(), change.ready());
        return left.isNegative() || left.isZero()
                ? phrases.say("chain.announced.now")
                : phrases.say("chain.announced.in", phrases.span(left), phrases.moment(change.ready()));
    }

    /// The first and the last digits.
    private static String ends(String text) {
        return text.substring(0, 8) + "…" + text.substring(text.length() - 6);
    }

    private static String moved(
            Phrases phrases, String amount, Network l2, Status status, Climbs.Change change, Climb now) {
        if (!(change instanceof Climbs.Change.Fell(Climb from, var _))) {
            return phrases.say("chain.rose." + now.step(), amount, l2.name(), block(phrases, now));
        }
        if (status instanceof Status.Replaced) {
            return phrases.say("chain.lost.nonce", amount, l2.name(), block(phrases, from));
        }
        return now.step() == Climb.Step.ON_L1 && now.block().equals(from.block())
                ? phrases.say("chain.lost.root", amount, l2.name(), block(phrases, now))
                : phrases.say("chain.fell." + now.step(), amount, l2.name(), block(phrases, from), block(phrases, now));
    }

    private static String block(Phrases phrases, Climb climb) {
        return climb.block().map(BlockRef::number).map(phrases::number).orElse("-");
    }

    private static String amount(Phrases phrases, boolean hidden, OwnTransaction own) {
        Optional<String> shown = hidden ? Optional.of(phrases.say("amount.hidden")) : Optional.empty();
        return shown.orElseGet(() -> new TokenAmount(own.units(), own.asset().decimals()).toExactString() + " "
                + own.asset().symbol());
    }
}
