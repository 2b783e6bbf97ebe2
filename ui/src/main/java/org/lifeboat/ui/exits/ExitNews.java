package org.lifeboat.ui.exits;

import java.util.Optional;
import org.lifeboat.engine.diagnosis.Climbs;
import org.lifeboat.engine.watch.ChainRounds;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.ReadyRounds;
import org.lifeboat.engine.watch.Watcher;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.phrases.ChainWords;
import org.lifeboat.ui.phrases.ContestWords;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.phrases.ReadyWords;

/// Something that became of an exit, or of a chain that the user waits for, while nobody looked at its page.
public sealed interface ExitNews {
    record OfExit(Watcher.Sight sight) implements ExitNews {}

    /// A contest of the user that calls for an answer, or presses more than before.
    record OfContest(ContestRounds.Sight sight) implements ExitNews {}

    record OfChain(Watcher.Running running) implements ExitNews {}

    /// How a watched chain stands, or what became of a payment on it.
    record OfStanding(ChainRounds.News news) implements ExitNews {}

    /// An account that could have left an L2 on its own, and could not any more.
    record OfReady(ReadyRounds.Sight sight) implements ExitNews {}

    default String title(Phrases phrases) {
        return switch (this) {
            case OfExit(Watcher.Sight sight) ->
                phrases.say("exits.number", sight.report().plan().id().value());
            case OfContest(ContestRounds.Sight sight) ->
                words(phrases, sight, false).name(sight.report().plan(), Optional.of(sight.l2()));
            case OfChain(Watcher.Running running) -> running.network().name();
            case OfStanding(ChainRounds.News news) -> news.l2().name();
            case OfReady(ReadyRounds.Sight sight) -> sight.l2().name();
        };
    }

    /// @param hidden amounts are not to be shown
    default String sentence(Phrases phrases, boolean hidden) {
        return switch (this) {
            case OfExit(Watcher.Sight sight) -> ExitWords.stage(phrases, hidden, sight);
            case OfContest(ContestRounds.Sight sight) ->
                words(phrases, sight, hidden).stands(sight);
            case OfChain(Watcher.Running running) ->
                phrases.say(
                        "exits.runs",
                        running.network().name(),
                        running.seen().source(),
                        phrases.number(running.seen().block()),
                        phrases.ago(running.seen().at()));
            case OfStanding(ChainRounds.News news) -> ChainWords.news(phrases, hidden, news);
            case OfReady(ReadyRounds.Sight sight) -> ReadyWords.lost(phrases, hidden, sight);
        };
    }

    default Urgency urgency() {
        return switch (this) {
            case OfExit(Watcher.Sight sight) -> ExitUrgency.of(sight.report());
            case OfContest(ContestRounds.Sight sight) -> Urgency.of(sight.haste());
            case OfChain _ -> Urgency.CALM;
            case OfStanding(ChainRounds.News news) -> urgency(news);
            case OfReady _ -> Urgency.ACT_THIS_WEEK;
        };
    }

    private static ContestWords words(Phrases phrases, ContestRounds.Sight sight, boolean hidden) {
        return new ContestWords(
                phrases,
                wei -> hidden
                        ? phrases.say("amount.hidden")
                        : AmountText.exact(wei.toTokenAmount(), sight.l1().coinSymbol()),
                false);
    }

    private static Urgency urgency(ChainRounds.News news) {
        boolean bad = switch (news) {
            case ChainRounds.News.Stands stands -> stands.now().first().alarm();
            case ChainRounds.News.Equivocated _,
                    ChainRounds.News.LeftOut _,
                    ChainRounds.News.Announced _,
                    ChainRounds.News.Upgraded _ -> true;
            case ChainRounds.News.Moved moved -> moved.change() instanceof Climbs.Change.Fell;
        };
        return bad ? Urgency.ACT_TODAY : Urgency.CALM;
    }
}
