package org.lifeboat.ui.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.parts.AccountBox;
import org.lifeboat.ui.parts.Named;
import org.lifeboat.ui.parts.Surroundings;

/// Which transactions are listed: by network, account, kind and time. Each choice is applied at once.
final class FilterRow extends FlowPane {
    /// Where there is little room, lists are as wide as the words for no choice, not as their longest entry: so all
    /// stand in one row.
    private static final double NARROW = 112;

    private final Surroundings around;
    private final Consumer<ActivityFilter> apply;
    private final ComboBox<Optional<Network>> network;
    private final ComboBox<Optional<Account>> account;
    private final ComboBox<Optional<OwnTransaction.Kind>> kind;
    private final ComboBox<Period> period;

    FilterRow(Surroundings around, ActivityScreen.Around names, ActivityFilter now, Consumer<ActivityFilter> apply) {
        super(8, 8);
        this.around = around;
        this.apply = apply;
        List<Network> networks = names.networks().values().stream()
                .sorted(Comparator.comparing(Network::chain))
                .toList();
        network = box(networks, Network::name, "activity.allNetworks", "activity.filter.network");
        account = box(names.accounts(), AccountBox::name, "activity.allAccounts", "activity.filter.account");
        kind = box(
                List.of(OwnTransaction.Kind.values()),
                around.phrases()::choice,
                "activity.allKinds",
                "activity.filter.kind");
        period = new ComboBox<>(FXCollections.observableArrayList(Period.values()));
        period.setConverter(new Named<>(around.phrases()::choice));
        period.setAccessibleText(around.say("activity.filter.period"));
        period.setValue(Period.ALWAYS);
        kind.prefWidthProperty().bind(width());
        period.prefWidthProperty().bind(width());
        select(network, now.chain(), Network::chain);
        select(account, now.account(), Account::address);
        select(kind, now.kind(), Function.identity());
        for (ComboBox<?> each : List.of(network, account, kind, period)) {
            each.valueProperty().addListener((_, _, _) -> apply());
            getChildren().add(each);
        }
    }

    private ObservableValue<Number> width() {
        return Bindings.createDoubleBinding(() -> around.narrow().get() ? NARROW : USE_COMPUTED_SIZE, around.narrow());
    }

    private void apply() {
        Optional<ChainId> chain = network.getValue().map(Network::chain);
        Optional<Address> address = account.getValue().map(Account::address);
        apply.accept(new ActivityFilter(
                chain,
                address,
                kind.getValue(),
                Optional.empty(),
                period.getValue().from(around.phrases().now(), around.phrases().zone()),
                period.getValue().until(around.phrases().now(), around.phrases().zone())));
    }

    /// @param all the words for no choice
    private <T> ComboBox<Optional<T>> box(List<T> values, Function<T, String> name, String all, String accessible) {
        List<Optional<T>> entries = new ArrayList<>(List.of(Optional.empty()));
        values.forEach(each -> entries.add(Optional.of(each)));
        ComboBox<Optional<T>> box = new ComboBox<>(FXCollections.observableArrayList(entries));
        box.setConverter(new Named<>(entry -> entry.map(name).orElseGet(() -> around.say(all))));
        box.setAccessibleText(around.say(accessible));
        box.setValue(Optional.empty());
        return box;
    }

    private static <T, K> void select(ComboBox<Optional<T>> box, Optional<K> wanted, Function<T, K> key) {
        box.getItems().stream()
                .filter(entry -> wanted.isPresent() && entry.map(key).equals(wanted))
                .findFirst()
                .ifPresent(box::setValue);
    }
}
