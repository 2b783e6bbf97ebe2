package org.lifeboat.ui.settings;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// Every request that left the program: when, to whom, what for, how it ended.
final class RequestList {
    private static final double HEIGHT = 260;

    private RequestList() {}

    static Node of(Surroundings around, List<RequestLog.Entry> requests) {
        ListView<RequestLog.Entry> list = new ListView<>(FXCollections.observableArrayList(requests));
        list.getStyleClass().add("lb-rows");
        list.setAccessibleText(around.say("settings.requests"));
        list.setPrefHeight(HEIGHT);
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(RequestLog.@Nullable Entry entry, boolean empty) {
                super.updateItem(entry, empty);
                setText(null);
                setGraphic(empty || entry == null ? null : row(around, entry));
            }
        });
        return list;
    }

    private static Node row(Surroundings around, RequestLog.Entry entry) {
        FlowPane row = new FlowPane(
                12,
                2,
                Labels.styled(around.phrases().stamp(entry.time()), "lb-quiet", "lb-small"),
                Labels.styled(entry.host(), "lb-mono"),
                Labels.styled(around.phrases().choice(entry.purpose()), "lb-small"),
                Labels.styled(around.say("networks.chain", entry.chain()), "lb-quiet", "lb-small"),
                Labels.styled(
                        around.say("settings.requests.took", entry.took().toMillis(), entry.outcome()),
                        "lb-quiet",
                        "lb-small"));
        row.getStyleClass().add("lb-row");
        row.setPrefWrapLength(200);
        row.setMinWidth(0);
        row.setPrefWidth(1);
        return row;
    }
}
