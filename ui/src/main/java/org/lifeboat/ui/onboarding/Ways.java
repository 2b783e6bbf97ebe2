package org.lifeboat.ui.onboarding;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.onboarding.OnboardingView.Step;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;

/// The first pages: which language, which way, which address to watch.
final class Ways {
    private Ways() {}

    static Step language(Surroundings around, OnboardingViewModel model, Consumer<Language> apply) {
        var sign = Icons.beside(Feather.LIFE_BUOY);
        sign.getStyleClass().add("lb-hero");
        VBox page = new VBox(sign, Labels.title(around.say("onboarding.welcome")));
        page.getChildren().add(Labels.wrapped(around.say("onboarding.promise"), "lb-quiet"));
        // Each language names itself, so that nobody must read another one to find it.
        Button english = choice(
                Feather.GLOBE,
                around.phrases().choice(Language.ENGLISH),
                "",
                () -> model.language(Language.ENGLISH, apply));
        Button chinese = choice(
                Feather.GLOBE,
                around.phrases().choice(Language.CHINESE),
                "",
                () -> model.language(Language.CHINESE, apply));
        boolean first = around.phrases().language() == Language.ENGLISH;
        page.getChildren().addAll(first ? english : chinese, first ? chinese : english);
        return Step.plain(page);
    }

    static Step choose(Surroundings around, OnboardingViewModel model, boolean offline) {
        VBox page = new VBox(Labels.title(around.say("onboarding.way")));
        if (offline) {
            page.getChildren().add(new Bar(around, Urgency.CALM, around.say("onboarding.offline.on")));
        }
        if (model.play()) {
            // Nobody shall enter the words of real money here, or take what is made here for a wallet to keep.
            page.getChildren()
                    .addAll(
                            Bar.caution(around, around.say("onboarding.play.on")),
                            choice(around, Feather.PLUS_CIRCLE, "onboarding.create", model::create),
                            back(around, model));
            return Step.plain(page);
        }
        page.getChildren()
                .addAll(
                        choice(around, Feather.PLUS_CIRCLE, "onboarding.create", model::create),
                        choice(around, Feather.ROTATE_CCW, "onboarding.restore", model::restore));
        if (!offline) {
            page.getChildren()
                    .addAll(
                            choice(around, Feather.ARCHIVE, "onboarding.backup", model::restoreBackup),
                            choice(around, Feather.EYE, "onboarding.watch", model::watchOnly),
                            choice(around, Feather.CLOUD_OFF, "onboarding.offline", model::workOffline));
        }
        if (!offline) {
            model.playInstead()
                    .ifPresent(play -> page.getChildren().add(choice(around, Feather.SMILE, "onboarding.play", play)));
        }
        page.getChildren().add(back(around, model));
        return Step.plain(page);
    }

    static Step address(Surroundings around, OnboardingViewModel model, boolean wrong) {
        TextField address = new TextField();
        TextField label = new TextField(around.say("onboarding.watched"));
        Field field = new Field(around.say("onboarding.address"), address, around.say("onboarding.address.hint"));
        if (wrong) {
            field.wrong(around.say("onboarding.address.wrong"));
        }
        Button go = Buttons.primary(
                around.say("action.continue"),
                () -> model.enterAddress(address.getText(), label.getText().strip()));
        go.setDefaultButton(true);
        return Step.plain(new VBox(
                Labels.title(around.say("onboarding.watch")),
                Labels.wrapped(around.say("onboarding.watch.why"), "lb-quiet"),
                field,
                new Field(around.say("onboarding.label"), label, ""),
                buttons(back(around, model), go)));
    }

    static HBox buttons(Button... buttons) {
        HBox box = new HBox(buttons);
        box.getStyleClass().add("lb-buttons");
        return box;
    }

    static Button back(Surroundings around, OnboardingViewModel model) {
        return Buttons.plain(around.say("action.back"), Feather.ARROW_LEFT, model::back);
    }

    private static Button choice(Surroundings around, Feather icon, String key, Runnable action) {
        return choice(icon, around.say(key), around.say(key + ".why"), action);
    }

    private static Button choice(Feather icon, String title, String why, Runnable action) {
        VBox words = new VBox(2, Labels.styled(title, "lb-strong"));
        if (!why.isEmpty()) {
            words.getChildren().add(Labels.cut(why, "lb-quiet"));
        }
        HBox graphic = new HBox(16, Icons.beside(icon), words);
        graphic.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", graphic);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("lb-choice");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(title);
        button.setAccessibleHelp(why);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
