package org.lifeboat.ui.frame;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The bar at the top: whose wallet this is, the way to every command, hide amounts, lock.
final class TopBar extends HBox {
    /// @param play whether all money here is play money: the bar has another colour then, and says so
    TopBar(Surroundings around, boolean play, Runnable palette, Runnable hide, Runnable lock) {
        getStyleClass().add("lb-top");
        if (play) {
            getStyleClass().add("lb-play");
        }
        Label brand = Labels.styled(around.say(play ? "app.name.play" : "app.name"), "lb-brand");
        brand.setGraphic(Icons.beside(Feather.LIFE_BUOY));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button find = Buttons.plain(around.say("top.find"), Feather.SEARCH, palette);
        find.setAccessibleText(around.say("palette.title"));
        Button eye = Buttons.icon(around.say("top.hide"), Feather.EYE, hide);
        around.hidden().addListener((_, _, hidden) -> draw(around, eye, hidden));
        draw(around, eye, around.hidden().get());
        getChildren().addAll(brand, gap, find, eye, Buttons.icon(around.say("top.lock"), Feather.LOCK, lock));
    }

    private static void draw(Surroundings around, Button eye, boolean hidden) {
        String name = hidden ? around.say("top.show") : around.say("top.hide");
        eye.setGraphic(Icons.beside(hidden ? Feather.EYE_OFF : Feather.EYE));
        eye.setAccessibleText(name);
        eye.setTooltip(Labels.tip(name));
    }
}
