package org.lifeboat.ui.networks;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.network.SuggestedEndpoint;
import org.lifeboat.ui.networks.NetworksScreen.Entry;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DropQuestion;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.SuggestionWords;

/// The form for another source: an address of the user's own, or one of the suggestions, each with what it
/// learns.
final class SourceForm {
    private SourceForm() {}

    static void open(Surroundings around, NetworksView.Actions actions, List<Entry> entries, Optional<Entry> preset) {
        ComboBox<String> networks = new ComboBox<>(FXCollections.observableArrayList(
                entries.stream().map(entry -> entry.network().name()).toList()));
        networks.setMaxWidth(Double.MAX_VALUE);
        AddressField url = new AddressField(around);
        VBox suggestions = new VBox(8);
        networks.getSelectionModel()
                .selectedIndexProperty()
                .addListener((_, _, index) -> suggestions
                        .getChildren()
                        .setAll(entries.get(index.intValue()).suggestions().stream()
                                .map(each -> suggestion(around, each, url))
                                .toList()));
        networks.getSelectionModel()
                .select(preset.map(entries::indexOf).orElse(0).intValue());
        Button save = Buttons.primary(around.say("sources.confirm"), () -> {
            if (url.isUsable()) {
                Entry chosen = entries.get(networks.getSelectionModel().getSelectedIndex());
                around.layer().close();
                actions.addSource(chosen.network().chain(), url.text(), url.insecureToo());
            }
        });
        save.setDefaultButton(true);
        VBox body = new VBox(
                12,
                Labels.wrapped(around.say("networks.consent")),
                new Field(around.say("sources.network"), networks, ""),
                suggestions,
                url);
        Runnable leave = () -> DropQuestion.leave(around, url.isFilled(), around.layer()::close);
        Button cancel = Buttons.plain(around.say("action.cancel"), leave);
        around.layer().show(around.say("networks.addSource"), body, leave, List.of(cancel, save));
    }

    private static Node suggestion(Surroundings around, SuggestedEndpoint each, AddressField url) {
        Button use = Buttons.plain(
                around.say("sources.use", each.id().shown()),
                () -> url.fill(each.id().url()));
        return new VBox(4, use, Labels.wrapped(SuggestionWords.of(around.phrases(), each), "lb-quiet", "lb-small"));
    }
}
