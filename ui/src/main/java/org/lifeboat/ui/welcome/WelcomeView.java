package org.lifeboat.ui.welcome;

import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.lifeboat.resources.Words;

/// The nodes of the welcome page.
public final class WelcomeView {
    private final VBox root;

    public WelcomeView(WelcomeViewModel model, Words words) {
        Label title = styled(new Label(words.say("welcome.title")), "title");
        Label promise = styled(new Label(words.say("welcome.promise")), "lead");
        Label today = styled(new Label(words.say("welcome.today", model.version())), "heading");
        Label profile = styled(new Label(words.say("welcome.profile", model.profile())), "quiet");
        root = new VBox(16, title, promise, today, commands(model, words), profile);
        root.getStyleClass().add("page");
    }

    public Parent root() {
        return root;
    }

    private static GridPane commands(WelcomeViewModel model, Words words) {
        GridPane grid = new GridPane(24, 8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(150);
        ColumnConstraints meanings = new ColumnConstraints();
        meanings.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, meanings);
        int row = 0;
        for (String command : model.commands()) {
            Label name = styled(new Label("lifeboat " + command), "code");
            Label meaning = new Label(words.say("welcome.command." + command));
            meaning.setWrapText(true);
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(row++, name, meaning);
        }
        return grid;
    }

    private static Label styled(Label label, String styleClass) {
        label.getStyleClass().add(styleClass);
        label.setWrapText(!styleClass.equals("code"));
        return label;
    }
}
