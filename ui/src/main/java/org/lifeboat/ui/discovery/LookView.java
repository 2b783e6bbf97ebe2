package org.lifeboat.ui.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.discovery.Discovery;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.parts.WizardPage;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.states.Skeleton;

/// The page that offers to look for used accounts: who learns what comes first, and to skip it is a good answer.
public final class LookView implements Page {
    private final Surroundings around;
    private final LookViewModel model;
    private final Runnable leave;
    private final Runnable unlock;
    private final WizardPage root = new WizardPage();
    private final ChangeListener<Object> redraw = (_, _, _) -> draw();
    private Optional<Waiting> waiting = Optional.empty();

    /// @param leave what *Skip* and *Continue* do
    /// @param unlock leads to the page that asks for the password
    public LookView(Surroundings around, LookViewModel model, Runnable leave, Runnable unlock) {
        this.around = around;
        this.model = model;
        this.leave = leave;
        this.unlock = unlock;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        model.screen().addListener(redraw);
        draw();
    }

    @Override
    public void detach() {
        model.screen().removeListener(redraw);
        model.cancel();
        waiting.ifPresent(Waiting::stop);
    }

    private void draw() {
        waiting.ifPresent(Waiting::stop);
        waiting = Optional.empty();
        List<Node> content = new ArrayList<>(List.of(Labels.title(around.say("look.title"))));
        List<Button> buttons = new ArrayList<>();
        switch (model.screen().get()) {
            case LookScreen.Loading() -> {
                content.add(new Skeleton(around, 2));
                buttons.add(Buttons.plain(around.say("look.skip"), leave));
            }
            case LookScreen.NobodyToAsk() -> {
                content.add(Labels.wrapped(around.say("look.nobody")));
                buttons.add(go("action.continue"));
            }
            case LookScreen.Offer(List<String> hosts) -> {
                content.add(Labels.wrapped(around.say("look.why")));
                content.add(Bar.caution(
                        around, around.say("discovery.disclosure", String.join(around.say("list.comma"), hosts))));
                content.add(Labels.wrapped(around.say("look.later"), "lb-quiet"));
                buttons.add(Buttons.plain(around.say("look.skip"), leave));
                buttons.add(Buttons.primary(around.say("look.go"), this::look));
            }
            case LookScreen.Looking(boolean adding) -> {
                Waiting shown = adding
                        ? new Waiting(around, around.say("look.adding"))
                        : new Waiting(around, around.say("look.looking"), model::cancel);
                waiting = Optional.of(shown);
                content.add(Labels.wrapped(around.say("look.why")));
                content.add(shown);
            }
            case LookScreen.Found found -> {
                content.addAll(found(found));
                if (!found.incomplete().isEmpty()) {
                    buttons.add(Buttons.plain(around.say("action.tryAgain"), this::look));
                }
                buttons.add(go("action.continue"));
            }
            case LookScreen.Locked() -> {
                content.add(Bar.caution(around, around.say("accounts.locked")));
                buttons.add(Buttons.plain(around.say("action.continue"), leave));
                buttons.add(Buttons.primary(around.say("unlock.open"), unlock));
            }
            case LookScreen.NoWords() -> {
                content.add(new Bar(around, Urgency.CALM, around.say("look.noWords")));
                buttons.add(go("action.continue"));
            }
            case LookScreen.NotSaved(String why) -> again(content, buttons, around.say("accounts.notSaved", why));
            case LookScreen.Failed() -> again(content, buttons, around.say("state.failed"));
        }
        HBox foot = new HBox();
        foot.getChildren().addAll(buttons);
        foot.getStyleClass().add(WizardPage.BUTTONS);
        content.add(foot);
        VBox page = new VBox();
        page.getChildren().addAll(content);
        root.show(page);
        Focus.first(buttons.isEmpty() ? page : buttons.getLast()).ifPresent(Node::requestFocus);
    }

    private void again(List<Node> content, List<Button> buttons, String sentence) {
        content.add(Bar.caution(around, sentence));
        buttons.add(Buttons.plain(around.say("action.tryAgain"), model::load));
        buttons.add(go("action.continue"));
    }

    private Button go(String key) {
        return Buttons.primary(around.say(key), leave);
    }

    private void look() {
        model.look(number -> around.say("account.numbered", number));
    }

    private List<Node> found(LookScreen.Found found) {
        List<Node> content = new ArrayList<>();
        int added = found.added().size();
        content.add(Labels.wrapped(sentence(found, added)));
        for (Account account : found.added()) {
            VBox row = new VBox(
                    2, Labels.styled(account.label(), "lb-strong"), AddressText.whole(around, account.address()));
            row.getStyleClass().add("lb-card");
            content.add(row);
        }
        found.incomplete().stream()
                .map(Discovery.Unanswered::host)
                .distinct()
                .forEach(host -> content.add(new Bar(around, Urgency.CALM, around.say("look.incomplete", host))));
        return content;
    }

    /// What was not answered is not known: it never reads as *never used*.
    private String sentence(LookScreen.Found found, int added) {
        if (added > 0) {
            return around.phrases().count("look.found", added);
        }
        if (!found.incomplete().isEmpty()) {
            return around.say("look.unknown");
        }
        return found.used() > 0 ? around.say("look.nothingNew") : around.say("look.nothing");
    }
}
