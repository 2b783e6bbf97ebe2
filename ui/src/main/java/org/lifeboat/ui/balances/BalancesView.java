package org.lifeboat.ui.balances;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.balances.AssetGroup;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Position;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.network.Network;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.ConditionBars;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.Skeleton;

/// The page of balances.
public final class BalancesView implements Page {
    private final Surroundings around;
    private final ObservableValue<BalancesScreen> screen;
    private final Runnable refresh;
    private final Navigation navigation;
    private final StackPane root = new StackPane();
    private final Set<AssetGroup> folded = new HashSet<>();
    private final ListView<Line> list = new ListView<>();
    private final ChangeListener<Object> redraw = (_, _, _) -> draw();
    private boolean zerosToo;

    /// @param refresh asks all networks again
    public BalancesView(
            Surroundings around, ObservableValue<BalancesScreen> screen, Runnable refresh, Navigation navigation) {
        this.around = around;
        this.screen = screen;
        this.refresh = refresh;
        this.navigation = navigation;
        list.getStyleClass().add("lb-rows");
        list.setAccessibleText(around.say("balances.title"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::open);
            }
        });
        list.setOnMouseClicked(event -> {
            if (list.getSelectionModel().getSelectedItem() instanceof Line.Asset asset && event.getClickCount() == 1) {
                open(asset);
            }
        });
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void attach() {
        screen.addListener(redraw);
        around.narrow().addListener(redraw);
        draw();
    }

    @Override
    public void detach() {
        screen.removeListener(redraw);
        around.narrow().removeListener(redraw);
    }

    private void draw() {
        root.getChildren()
                .setAll(
                        switch (screen.getValue()) {
                            case BalancesScreen.NoAccount() -> empty("balances.noAccount", Feather.USER);
                            case BalancesScreen.NoSource() ->
                                empty(
                                        "balances.noSource",
                                        Feather.SERVER,
                                        Buttons.primary(
                                                around.say("balances.chooseSources"),
                                                () -> navigation.open(new Place.Networks())),
                                        receive());
                            case BalancesScreen.FirstLoad(int rows) ->
                                new PageBox(
                                        around,
                                        new PageHead(around.say("balances.title"), around.say("balances.asking")),
                                        new Skeleton(around, Math.clamp(rows, 3, 8)));
                            case BalancesScreen.Shown shown -> sheet(shown);
                        });
    }

    private Node empty(String key, Feather icon, Button... actions) {
        EmptyCard card = new EmptyCard(icon, around.say(key), around.say(key + ".why"), actions);
        return new PageBox(around, new PageHead(around.say("balances.title"), ""), card);
    }

    private Node sheet(BalancesScreen.Shown shown) {
        Button send =
                Buttons.primary(around.say("command.send"), () -> navigation.open(new Place.Send(Optional.empty())));
        Button again = Buttons.plain(around.say("action.refresh"), Feather.REFRESH_CW, refresh);
        again.setDisable(shown.refreshing());
        PageHead head = new PageHead(around.say("balances.title"), sentence(shown), again, receive(), send);
        ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setAccessibleText(around.say("balances.asking"));
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setPrefHeight(3);
        progress.setMinHeight(3);
        progress.setVisible(shown.refreshing());
        ConditionBars bars =
                new ConditionBars(around, shown.conditions(), refresh, () -> navigation.open(new Place.Networks()));
        fill(shown);
        VBox card = new VBox(progress, list, foot(shown.sheet()));
        card.setMinHeight(260);
        card.getStyleClass().addAll("lb-card", "lb-flush");
        card.setSpacing(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        return new PageBox(around, head, bars, card);
    }

    private void fill(BalancesScreen.Shown shown) {
        int selected = list.getSelectionModel().getSelectedIndex();
        list.setCellFactory(_ -> new LineCell(around, shown.names(), this::openEvidence));
        list.getItems().setAll(Line.of(shown.sheet(), folded, zerosToo));
        list.getSelectionModel().select(selected);
    }

    private String sentence(BalancesScreen.Shown shown) {
        long read = shown.sheet().networks().stream()
                .filter(network -> network.state() instanceof NetworkReport.State.Read)
                .count();
        String asked = around.phrases().moment(shown.sheet().at());
        return shown.refreshing()
                ? around.say("balances.asking")
                : around.say("balances.sentence", read, shown.sheet().networks().size(), asked);
    }

    private Node foot(BalanceSheet sheet) {
        int zeros = Line.zeros(sheet);
        CheckBox all = new CheckBox(around.phrases().count("balances.zeros", zeros));
        all.setSelected(zerosToo);
        all.setOnAction(_ -> {
            zerosToo = all.isSelected();
            draw();
        });
        VBox foot = new VBox(all);
        foot.getStyleClass().add("lb-row");
        foot.setVisible(zeros > 0);
        foot.setManaged(zeros > 0);
        return foot;
    }

    private void open(Line line) {
        switch (line) {
            case Line.Asset(var total, boolean closed) -> {
                if (closed) {
                    folded.remove(total.group());
                } else {
                    folded.add(total.group());
                }
                draw();
                list.requestFocus();
            }
            case Line.Holding(Network network, Row row) -> openRow(network, row);
        }
    }

    private void openRow(Network network, Row row) {
        Position position = row.position();
        var holding = new Place.Holding(
                network.chain(), position.account(), position.asset().contract());
        HowDoWeKnow.open(
                around,
                network,
                row,
                List.of(
                        Buttons.plain(around.say("command.receive"), () -> {
                            around.layer().close();
                            navigation.open(new Place.Receive(Optional.of(position.account())));
                        }),
                        Buttons.primary(around.say("command.send"), () -> {
                            around.layer().close();
                            navigation.open(new Place.Send(Optional.of(holding)));
                        })));
    }

    private void openEvidence(Network network, Row row) {
        HowDoWeKnow.open(around, network, row, List.of());
    }

    private Button receive() {
        return Buttons.plain(around.say("command.receive"), () -> navigation.open(new Place.Receive(Optional.empty())));
    }
}
