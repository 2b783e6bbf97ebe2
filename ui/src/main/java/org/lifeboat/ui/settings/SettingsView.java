package org.lifeboat.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Named;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Page;

/// The page of settings.
public final class SettingsView implements Page {
    private static final List<Integer> ZOOMS = List.of(80, 90, 100, 110, 125, 150, 175, 200);
    private static final List<Integer> MINUTES = List.of(1, 5, 10, 30, 60, 240);

    private final Surroundings around;
    private final ObservableValue<SettingsScreen> screen;
    private final StringProperty typedRoute;
    private final Consumer<Preferences> change;
    private final Consumer<String> changeRoute;
    private final StackPane root = new StackPane();

    /// What is half typed stays while the page is drawn anew.
    private final TextField route = new TextField();

    private final ChangeListener<Object> redraw = (_, _, _) -> Focus.stay(root, this::draw);

    /// @param typedRoute what stands in the field of the proxy
    public SettingsView(
            Surroundings around,
            ObservableValue<SettingsScreen> screen,
            StringProperty typedRoute,
            Consumer<Preferences> change,
            Consumer<String> changeRoute) {
        this.around = around;
        this.screen = screen;
        this.change = change;
        this.changeRoute = changeRoute;
        this.typedRoute = typedRoute;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        screen.addListener(redraw);
        route.textProperty().bindBidirectional(typedRoute);
        draw();
    }

    @Override
    public void detach() {
        screen.removeListener(redraw);
        route.textProperty().unbindBidirectional(typedRoute);
    }

    private void draw() {
        SettingsScreen now = screen.getValue();
        root.getChildren()
                .setAll(new PageBox(
                        around,
                        new PageHead(around.say("settings.title"), around.say("settings.sentence", now.folder())),
                        look(now.preferences()),
                        safety(now.preferences()),
                        proxy(now),
                        requests(now)));
    }

    private Node look(Preferences now) {
        Language spoken = around.phrases().language();
        return card(
                around.say("settings.look"),
                new Field(
                        around.say("settings.language"),
                        box(
                                List.of(Language.values()),
                                spoken,
                                around.phrases()::choice,
                                each -> change.accept(now.with(each))),
                        ""),
                new Field(
                        around.say("settings.theme"),
                        box(
                                List.of(Theme.values()),
                                now.theme(),
                                around.phrases()::choice,
                                each -> change.accept(now.with(each))),
                        ""),
                new Field(
                        around.say("settings.zoom"),
                        box(
                                with(ZOOMS, now.zoomPercent()),
                                now.zoomPercent(),
                                each -> each + " %",
                                each -> change.accept(now.withZoom(each))),
                        around.say("settings.zoom.hint")));
    }

    private Node safety(Preferences now) {
        CheckBox hidden = new CheckBox(around.say("settings.hidden"));
        hidden.setSelected(now.hidden());
        hidden.setOnAction(_ -> change.accept(now.withHidden(hidden.isSelected())));
        return card(
                around.say("settings.safety"),
                new Field(
                        around.say("settings.lock"),
                        box(
                                with(MINUTES, now.lockMinutes()),
                                now.lockMinutes(),
                                each -> around.phrases().count("settings.minutes", each),
                                each -> change.accept(now.withLockMinutes(each))),
                        around.say("settings.lock.hint")),
                hidden);
    }

    private Node proxy(SettingsScreen now) {
        Button keep = Buttons.plain(around.say("action.save"), () -> changeRoute.accept(route.getText()));
        HBox.setHgrow(route, Priority.ALWAYS);
        Field field = new Field(
                around.say("settings.proxy"), route, new HBox(8, route, keep), around.say("settings.proxy.hint"));
        VBox card = card(around.say("settings.way"), field);
        switch (now.routeRemark()) {
            case NONE -> {}
            case KEPT -> card.getChildren().add(Labels.wrapped(around.say("settings.proxy.kept"), "lb-quiet"));
            case NO_PROXY -> field.wrong(around.say("settings.proxy.wrong"));
        }
        return card;
    }

    private Node requests(SettingsScreen now) {
        VBox card = card(around.say("settings.requests"));
        card.getChildren()
                .add(Labels.wrapped(
                        now.requests().isEmpty()
                                ? around.say("settings.requests.none")
                                : around.phrases()
                                        .count(
                                                "settings.requests.count",
                                                now.requests().size()),
                        "lb-quiet"));
        if (!now.requests().isEmpty()) {
            card.getChildren().add(RequestList.of(around, now.requests()));
        }
        return card;
    }

    private static VBox card(String title, Node... content) {
        VBox card = new VBox(16, Labels.heading(title));
        card.getChildren().addAll(content);
        card.getStyleClass().add("lb-card");
        card.setStyle("-fx-spacing: 16;");
        return card;
    }

    private static <T> ComboBox<T> box(List<T> values, T now, Function<T, String> name, Consumer<T> choose) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setConverter(new Named<>(name));
        box.setValue(now);
        box.setMaxWidth(320);
        box.setPrefWidth(320);
        box.valueProperty().addListener((_, _, value) -> choose.accept(value));
        return box;
    }

    private static List<Integer> with(List<Integer> values, int now) {
        List<Integer> all = new ArrayList<>(values);
        if (!all.contains(now)) {
            all.add(now);
        }
        return all.stream().sorted().toList();
    }
}
