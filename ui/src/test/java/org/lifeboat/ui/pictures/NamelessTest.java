package org.lifeboat.ui.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifeboat.ui.tasks.Toolkit;

class NamelessTest {
    @BeforeAll
    static void start() {
        Stageless.start();
    }

    @Test
    void controlsWithoutNameOrRole_areFound() {
        var found = Toolkit.onScreen(() -> {
            TextField named = new TextField();
            named.setAccessibleText("Amount");
            Region focusable = new Region();
            focusable.setFocusTraversable(true);
            return Nameless.under(new VBox(new Button("Save"), named, new TextField(), focusable, new CheckBox("")));
        });

        assertThat(found).hasSize(3);
    }
}
