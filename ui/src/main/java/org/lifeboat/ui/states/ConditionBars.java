package org.lifeboat.ui.states;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.phrases.ContradictionWords;

/// The conditions of a page, one bar each, above what they concern.
public final class ConditionBars extends VBox {
    /// @param retry asks again
    /// @param sources opens the page on which sources are chosen
    public ConditionBars(Surroundings around, List<Condition> conditions, Runnable retry, Runnable sources) {
        this(around, conditions, retry, Optional.of(sources));
    }

    /// On the page on which sources are chosen: nothing leads there.
    public ConditionBars(Surroundings around, List<Condition> conditions, Runnable retry) {
        this(around, conditions, retry, Optional.empty());
    }

    private ConditionBars(Surroundings around, List<Condition> conditions, Runnable retry, Optional<Runnable> sources) {
        super(8);
        for (Condition condition : conditions) {
            getChildren().add(bar(around, condition, retry, sources));
        }
        setManaged(!conditions.isEmpty());
    }

    private static Bar bar(Surroundings around, Condition condition, Runnable retry, Optional<Runnable> sources) {
        Button again = Buttons.link(around.say("action.tryAgain"), retry);
        Button[] choose = sources.map(open -> Buttons.link(around.say("action.openSources"), open)).stream()
                .toArray(Button[]::new);
        return switch (condition) {
            case Condition.Partial(int answered, int asked) ->
                new Bar(around, Urgency.CALM, around.say("state.partial", answered, asked), again);
            case Condition.Stale(var asOf) ->
                new Bar(
                        around,
                        Urgency.CALM,
                        around.say(
                                "state.stale",
                                around.phrases().moment(asOf),
                                around.phrases().ago(asOf)),
                        again);
            case Condition.Disagrees(String source, Optional<Condition.Said> said) ->
                Bar.caution(around, around.say("money.disagrees", source, words(around, said)), choose);
            case Condition.Offline() -> new Bar(around, Urgency.CALM, around.say("state.offline"), with(again, choose));
        };
    }

    private static String words(Surroundings around, Optional<Condition.Said> said) {
        return said.map(each -> ContradictionWords.of(around.phrases(), each.contradiction(), each.coin()))
                .orElseGet(() -> around.say("networks.setAside"));
    }

    private static Button[] with(Button first, Button[] others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(Button[]::new);
    }
}
