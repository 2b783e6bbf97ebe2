package org.lifeboat.ui.balances;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.AssetGroup;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Position;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.evidence.ChainOfEvidence;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.Asking;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.FileSaving;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.states.ConditionBars;

/// The sheet. Made once: figures that come in are put into their lines, and nothing else moves.
final class SheetPage {
    /// Height of the line below the list.
    private static final double FOOT = 44;

    private final Surroundings around;
    private final BalancesView.Actions actions;
    private final Navigation navigation;
    private final Set<AssetGroup> folded = new HashSet<>();
    private final Set<Line.Silence> opened = new HashSet<>();
    private final Set<ChainId> closed = new HashSet<>();
    private final ListView<Line> list = new ListView<>();
    private final VBox bars = new VBox();
    private final OutlookCard outlook;
    private final CheckBox zeros = new CheckBox();
    private final CheckBox byNetwork = new CheckBox();
    private final Asking asking;
    private final PageHead head;
    private final PageBox page;
    private Map<Address, String> names = Map.of();
    private Optional<BalancesScreen.Shown> shown = Optional.empty();
    private List<Condition> bad = List.of();
    private boolean narrow;

    /// Figures listen themselves; sentences and what is read aloud are made with the lines.
    private final ChangeListener<Boolean> hides = (_, _, _) -> {
        shown.ifPresent(this::show);
        list.refresh();
    };

    SheetPage(Surroundings around, BalancesView.Actions actions, Navigation navigation) {
        this.around = around;
        this.actions = actions;
        this.navigation = navigation;
        this.narrow = around.narrow().get();
        around.hidden().addListener(new WeakChangeListener<>(hides));
        asking = new Asking(around, around.say("balances.asking"), actions::cancel);
        Button again = asking.begin(around.say("action.refresh"), Feather.REFRESH_CW, actions::refresh);
        Button send =
                Buttons.primary(around.say("command.send"), () -> navigation.open(new Place.Send(Optional.empty())));
        head = new PageHead(
                around.say("balances.title"), "", again, asking.cancel(), receive(around, navigation), send);
        outlook = new OutlookCard(around, () -> navigation.open(new Place.Exits()));
        prepareList();
        VBox card = new VBox(asking.line(), list, foot());
        card.setMinHeight(PageBox.LEAST_LIST + FOOT);
        card.getStyleClass().addAll("lb-card", "lb-flush");
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        page = new PageBox(around, head, bars, outlook.node(), card).listed();
        Anew.each(page, () -> shown.filter(now -> !conditions(now).equals(bad)).ifPresent(this::show));
    }

    static Button receive(Surroundings around, Navigation navigation) {
        return Buttons.plain(around.say("command.receive"), () -> navigation.open(new Place.Receive(Optional.empty())));
    }

    private void prepareList() {
        list.getStyleClass().add("lb-rows");
        list.setAccessibleText(around.say("balances.title"));
        list.setCellFactory(_ ->
                new LineCell(around, () -> names, (network, row) -> know(network, row, export(network, row))));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                chosen().ifPresent(this::open);
            }
        });
        list.setOnContextMenuRequested(event -> chosen().filter(Line.Holding.class::isInstance)
                .map(Line.Holding.class::cast)
                .ifPresent(line -> menu(line).show(list, event.getScreenX(), event.getScreenY())));
        list.setOnMouseClicked(event -> chosen().ifPresent(line -> {
            boolean folds = !(line instanceof Line.Holding);
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == (folds ? 1 : 2)) {
                open(line);
            }
        }));
    }

    private Node foot() {
        zeros.setOnAction(_ -> shown.ifPresent(this::fill));
        byNetwork.setText(around.say("balances.byNetwork"));
        byNetwork.setOnAction(_ -> shown.ifPresent(this::fill));
        byNetwork.visibleProperty().bind(Bindings.not(around.narrow())); // there it would cost the list a line
        byNetwork.managedProperty().bind(byNetwork.visibleProperty());
        Button legend = Buttons.link(around.say("legend.open"), () -> Legend.open(around));
        Button token = Buttons.link(around.say("token.add"), () -> TokenForm.open(around, actions.addToken()));
        FlowPane foot = new FlowPane(8, 4, token, legend, byNetwork, zeros);
        foot.getStyleClass().add("lb-list-foot");
        return foot;
    }

    Node node() {
        return page;
    }

    /// Unhooks what waits.
    void stop() {
        asking.stop();
    }

    void show(BalancesScreen.Shown next) {
        names = next.names();
        shown = Optional.of(next);
        bad = conditions(next);
        boolean crowded = !bad.isEmpty();
        if (crowded && around.narrow().get()) {
            head.say(outlook.brief(next.outlook()), () -> navigation.open(new Place.Exits()));
        } else {
            head.say(sentence(next));
        }
        asking.show(next.refreshing());
        Focus.stay(
                bars,
                () -> bars.getChildren()
                        .setAll(new ConditionBars(
                                around, bad, actions::refresh, () -> navigation.open(new Place.Networks()))));
        bars.setManaged(crowded);
        outlook.show(next.outlook(), crowded);
        fill(next);
    }

    private List<Condition> conditions(BalancesScreen.Shown now) {
        return now.conditionsAt(around.phrases().now());
    }

    private void fill(BalancesScreen.Shown next) {
        int count = Line.zeros(next.sheet());
        zeros.setText(around.phrases().count("balances.zeros", count));
        zeros.setVisible(count > 0);
        zeros.setManaged(count > 0);
        renew(list.getItems(), Line.of(next.sheet(), folds(next)));
        if (narrow != around.narrow().get()) {
            narrow = around.narrow().get();
            list.refresh();
        }
    }

    private Line.Folds folds(BalancesScreen.Shown next) {
        boolean several = next.sheet().networks().size() > 1;
        return new Line.Folds(folded, opened, closed, zeros.isSelected(), byNetwork.isSelected() && several);
    }

    /// Lines that are the same stay as they are, with their selection.
    private static void renew(ObservableList<Line> items, List<Line> next) {
        int common = Math.min(items.size(), next.size());
        for (int i = 0; i < common; i++) {
            if (!items.get(i).equals(next.get(i))) {
                items.set(i, next.get(i));
            }
        }
        if (next.size() > common) {
            items.addAll(next.subList(common, next.size()));
        } else if (items.size() > common) {
            items.remove(common, items.size());
        }
    }

    private String sentence(BalancesScreen.Shown now) {
        long read = now.sheet().networks().stream()
                .filter(network -> network.state() instanceof NetworkReport.State.Read)
                .count();
        String asked = around.phrases().moment(now.sheet().at());
        return now.refreshing()
                ? around.say("balances.asking")
                : around.say("balances.sentence", read, now.sheet().networks().size(), asked);
    }

    private Optional<Line> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void open(Line line) {
        switch (line) {
            case Line.Asset(var total, var _, boolean hidden, boolean _) -> turn(folded, total.group(), !hidden);
            case Line.Place(Network network, boolean hidden) -> turn(closed, network.chain(), !hidden);
            case Line.Silent(Line.Silence silence, var _, boolean hidden) -> turn(opened, silence, hidden);
            case Line.Holding(Network network, Row row) -> know(network, row, all(network, row));
        }
    }

    /// What can be done with one position, by the other button of the mouse or the menu key.
    ContextMenu menu(Line.Holding line) {
        Network network = line.network();
        Position position = line.row().position();
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item("evidence.title", () -> open(line)),
                        item(
                                "command.send",
                                () -> navigation.open(new Place.Send(Optional.of(holding(network, position))))),
                        item(
                                "command.receive",
                                () -> navigation.open(new Place.Receive(Optional.of(position.account())))));
        if (network.isL2()) {
            menu.getItems().add(item("exits.withdraw", () -> navigation.open(new Place.Withdraw(network.chain()))));
        }
        menu.getItems().add(item("activity.title", () -> navigation.open(new Place.Activity())));
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(around.say(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static Place.Holding holding(Network network, Position position) {
        return new Place.Holding(
                network.chain(), position.account(), position.asset().contract());
    }

    private void know(Network network, Row row, List<Button> buttons) {
        Optional<String> name =
                Optional.ofNullable(names.get(row.position().account())).filter(label -> !label.isBlank());
        VBox chain = HowDoWeKnow.open(around, network, row, name, caught(network), buttons);
        if (network.layer() instanceof Network.Layer.L1) {
            actions.chain(network, row, ChainOfEvidence.awaited(around, page, chain));
        }
    }

    /// What sources were set aside for on this network.
    private List<Disagreement> caught(Network network) {
        return shown.stream()
                .flatMap(now -> now.sheet().networks().stream())
                .filter(report -> report.network().equals(network))
                .flatMap(report -> report.disagreements().stream())
                .toList();
    }

    private <T> void turn(Set<T> set, T each, boolean in) {
        if (in) {
            set.add(each);
        } else {
            set.remove(each);
        }
        shown.ifPresent(this::fill);
        list.requestFocus();
    }

    private List<Button> export(Network network, Row row) {
        return List.of(Buttons.plain(
                around.say("evidence.export"),
                Feather.DOWNLOAD,
                () -> FileSaving.ask(around, page, "lifeboat-figure.json", actions.file(network, row))));
    }

    private List<Button> all(Network network, Row row) {
        Position position = row.position();
        Place.Holding holding = holding(network, position);
        List<Button> buttons = new ArrayList<>(export(network, row));
        if (position.asset() instanceof Asset.Erc20(Token token, boolean _)
                && token.asset().isEmpty()) {
            buttons.add(Buttons.plain(around.say("token.remove"), leaving(() -> actions.removeToken(token))));
        }
        buttons.add(Buttons.plain(
                around.say("command.receive"),
                leaving(() -> navigation.open(new Place.Receive(Optional.of(position.account()))))));
        Runnable send = leaving(() -> navigation.open(new Place.Send(Optional.of(holding))));
        buttons.add(
                Line.known(row).isEmpty() || Line.kind(network, row) == AssuranceKind.DISAGREES
                        ? Buttons.plain(around.say("command.send"), send)
                        : Buttons.primary(around.say("command.send"), send));
        return buttons;
    }

    private Runnable leaving(Runnable action) {
        return () -> {
            around.layer().close();
            action.run();
        };
    }
}
