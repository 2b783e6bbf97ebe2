package org.lifeboat.ui.states;

import java.util.ArrayList;
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

/// The conditions of a page above what they concern: a bar for each source that was set aside, one for all the rest.
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
        List<String> calm = conditions.stream()
                .flatMap(condition -> calm(around, condition).stream())
                .toList();
        setManaged(!conditions.isEmpty());
        if (around.narrow().get() && conditions.size() > calm.size() && !calm.isEmpty()) {
            getChildren().add(together(around, conditions, calm, retry, sources));
            return;
        }
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Disagrees(String source, Optional<Condition.Said> said)) {
                String sentence = around.say("money.disagrees", source, words(around, said));
                getChildren().add(Bar.caution(around, sentence, choose(around, sources)));
            }
        }
        if (!calm.isEmpty()) {
            Button again = Buttons.link(around.say("action.tryAgain"), retry);
            Button[] buttons = conditions.contains(new Condition.Offline())
                    ? with(again, choose(around, sources))
                    : new Button[] {again};
            getChildren().add(new Bar(around, Urgency.CALM, around.phrases().together(calm), buttons));
        }
    }

    /// Where there is little room, all of it in one bar, the worst first.
    private static Bar together(
            Surroundings around,
            List<Condition> conditions,
            List<String> calm,
            Runnable retry,
            Optional<Runnable> sources) {
        List<String> all = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Disagrees(String source, Optional<Condition.Said> said)) {
                all.add(around.say("money.disagrees", source, words(around, said)));
            }
        }
        all.addAll(calm);
        Button again = Buttons.link(around.say("action.tryAgain"), retry);
        return Bar.caution(around, around.phrases().together(all), with(again, choose(around, sources)));
    }

    private static Button[] choose(Surroundings around, Optional<Runnable> sources) {
        return sources.map(open -> Buttons.link(around.say("action.openSources"), open)).stream()
                .toArray(Button[]::new);
    }

    /// What is no alarm, in words; all of that shares one bar, so that it does not push away what the page is for.
    private static Optional<String> calm(Surroundings around, Condition condition) {
        return switch (condition) {
            case Condition.Partial(int answered, int asked) ->
                Optional.of(around.say("state.partial", answered, asked));
            case Condition.Stale(var asOf) ->
                Optional.of(around.say(
                        "state.stale",
                        around.phrases().moment(asOf),
                        around.phrases().ago(asOf)));
            case Condition.Offline() -> Optional.of(around.say("state.offline"));
            case Condition.Disagrees _ -> Optional.empty();
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
