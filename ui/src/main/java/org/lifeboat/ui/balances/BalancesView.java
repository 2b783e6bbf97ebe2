package org.lifeboat.ui.balances;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.lifeboat.resources.Words;

/// The nodes of the balance page of an empty profile.
public final class BalancesView {
    private final VBox root;

    public BalancesView(BalancesViewModel model, Words words) {
        root = new VBox(
                16,
                label(words.say("balances.page.title"), "title"),
                label(words.say("balances.page.state", model.accounts(), model.watched(), model.known()), "lead"),
                label(words.say("balances.page.next"), "heading"),
                label("lifeboat create", "code"),
                label("lifeboat networks add ethereum", "code"),
                label("lifeboat balances", "code"),
                label(words.say("balances.page.promise"), "quiet"));
        root.getStyleClass().add("page");
    }

    public Parent root() {
        return root;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(!styleClass.equals("code"));
        return label;
    }
}
