package org.lifeboat.ui.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;

/// The conditions of a page above what they concern: a bar for each source that was set aside, one for all the rest.
public final class ConditionBars extends VBox {
    private final Surroundings around;
    private final Supplier<List<Condition>> now;
    private final Runnable retry;
    private final Optional<Runnable> sources;
    private List<Condition> conditions = List.of();

    /// @param now what is not well now; time alone makes something stale
    /// @param retry asks again
    /// @param sources opens the page on which sources are chosen
    public ConditionBars(Surroundings around, Supplier<List<Condition>> now, Runnable retry, Runnable sources) {
        this(around, now, retry, Optional.of(sources));
    }

    /// What time does not change.
    public ConditionBars(Surroundings around, List<Condition> conditions, Runnable retry, Runnable sources) {
        this(around, () -> conditions, retry, Optional.of(sources));
    }

    /// On the page on which sources are chosen: nothing leads there.
    public ConditionBars(Surroundings around, Supplier<List<Condition>> now, Runnable retry) {
        this(around, now, retry, Optional.empty());
    }

    private ConditionBars(
            Surroundings around, Supplier<List<Condition>> now, Runnable retry, Optional<Runnable> sources) {
        super(8);
        this.around = around;
        this.now = now;
        this.retry = retry;
        this.sources = sources;
        fill(now.get());
        Anew.each(this, this::look);
    }

    /// Whether there is any bar.
    public boolean isEmpty() {
        return conditions.isEmpty();
    }

    private void look() {
        List<Condition> next = now.get();
        if (!next.equals(conditions)) {
            Focus.stay(this, () -> fill(next));
        }
    }

    private void fill(List<Condition> next) {
        conditions = next;
        getChildren().clear();
        setManaged(!next.isEmpty());
        List<Condition> calm = next.stream()
                .filter(each -> !(each instanceof Condition.Disagrees))
                .toList();
        if (around.narrow().get() && next.size() > calm.size() && !calm.isEmpty()) {
            getChildren().add(together());
            return;
        }
        for (Condition condition : next) {
            if (condition instanceof Condition.Disagrees(String source, Optional<Condition.Said> said)) {
                getChildren()
                        .add(Bar.caution(
                                around, () -> around.say("money.disagrees", source, words(around, said)), choose()));
            }
        }
        if (!calm.isEmpty()) {
            Button again = Buttons.link(around.say("action.tryAgain"), retry);
            Button[] buttons = next.contains(new Condition.Offline()) ? with(again, choose()) : new Button[] {again};
            getChildren().add(new Bar(around, Urgency.CALM, () -> calm(List.of()), buttons));
        }
    }

    /// Where there is little room, all of it in one bar, the worst first.
    private Bar together() {
        Button again = Buttons.link(around.say("action.tryAgain"), retry);
        return Bar.caution(around, () -> calm(worst()), with(again, choose()));
    }

    private List<String> worst() {
        List<String> worst = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Disagrees(String source, Optional<Condition.Said> said)) {
                worst.add(around.say("money.disagrees", source, words(around, said)));
            }
        }
        return worst;
    }

    private String calm(List<String> worst) {
        List<String> all = new ArrayList<>(worst);
        conditions.forEach(condition -> calm(around, condition).ifPresent(all::add));
        return around.phrases().together(all);
    }

    private Button[] choose() {
        return sources.map(open -> Buttons.link(around.say("action.openSources"), open)).stream()
                .toArray(Button[]::new);
    }

    /// What is no alarm, in words; all of that shares one bar, so that it does not push away what the page is for.
    private static Optional<String> calm(Surroundings around, Condition condition) {
        return switch (condition) {
            case Condition.Partial(int answered, int asked, var of) ->
                Optional.of(around.say("state.partial." + of, answered, asked));
            case Condition.Stale(var asOf, var of) ->
                Optional.of(around.say(
                        "state.stale." + of,
                        around.phrases().moment(asOf),
                        around.phrases().ago(asOf)));
            case Condition.Offline() -> Optional.of(around.say("state.offline"));
            case Condition.Disagrees _ -> Optional.empty();
        };
    }

    private static String words(Surroundings around, Optional<Condition.Said> said) {
        return said.map(each -> around.contradiction(each.contradiction(), each.coin()))
                .orElseGet(() -> around.say("networks.setAside"));
    }

    private static Button[] with(Button first, Button[] others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(Button[]::new);
    }
}
