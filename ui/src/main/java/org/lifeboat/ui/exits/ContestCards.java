package org.lifeboat.ui.exits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.Haste;
import org.lifeboat.ui.exits.ExitsScreen.Disputed;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.phrases.ContestWords;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;

/// The user's own contests among what waits for the user: how soon each wants an answer, and the way to its page.
final class ContestCards {
    private ContestCards() {}

    static Haste haste(Disputed contest) {
        return contest.sight().map(ContestRounds.Sight::haste).orElse(Haste.CALM);
    }

    static Optional<Instant> fallsAt(Disputed contest) {
        return contest.sight().flatMap(ContestRounds.Sight::fallsAt);
    }

    /// Whether it wants its user.
    static boolean wanting(Disputed contest) {
        return haste(contest) != Haste.CALM;
    }

    /// @param contests in the order in which they are to stand
    static List<Node> of(Surroundings around, List<Disputed> contests, Navigation navigation) {
        List<Node> rows = new ArrayList<>();
        if (!contests.isEmpty()) {
            rows.add(Labels.heading(around.say("exits.contests")));
        }
        contests.forEach(contest -> rows.add(card(around, contest, navigation)));
        return rows;
    }

    private static Node card(Surroundings around, Disputed contest, Navigation navigation) {
        String coin = contest.sight()
                .map(ContestRounds.Sight::l1)
                .map(Network::coinSymbol)
                .orElse("");
        ContestWords words =
                new ContestWords(around.phrases(), wei -> AmountText.exact(around, wei.toTokenAmount(), coin), false);
        VBox card = ExitsView.card(Labels.wrapped(words.name(contest.plan(), contest.l2()), "lb-strong"));
        contest.missed()
                .map(missed -> new Bar(around, Urgency.ACT_TODAY, words.missed(missed, contest.l2())))
                .ifPresent(card.getChildren()::add);
        card.getChildren()
                .add(contest.sight()
                        .map(sight -> stands(around, words, sight))
                        .orElseGet(() -> notLooked(around, contest)));
        card.getChildren()
                .add(new FlowPane(Buttons.plain(
                        around.say("disputes.open"),
                        () -> navigation.open(new Place.Dispute(
                                contest.plan().chain(), contest.plan().state().game())))));
        return card;
    }

    private static Node stands(Surroundings around, ContestWords words, ContestRounds.Sight sight) {
        Haste haste = sight.haste();
        return haste == Haste.CALM
                ? Labels.wrapped(words.stands(sight))
                : new Bar(
                        around,
                        Urgency.of(haste),
                        around.phrases()
                                .together(List.of(
                                        haste == Haste.NOW ? around.say("dispute.urgency.NOW") : "",
                                        words.stands(sight))));
    }

    private static Node notLooked(Surroundings around, Disputed contest) {
        return Labels.wrapped(around.say(contest.l2().isPresent() ? "exits.notLooked" : "exits.noNetwork"), "lb-quiet");
    }
}
