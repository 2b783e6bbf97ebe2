package org.lifeboat.ui.networks;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Surroundings;

/// The field for a source's address. It looks the address over while the form is still open, so that nothing that
/// was typed is lost, and asks for leave where the way to it is open to others.
final class AddressField extends VBox {
    private final Surroundings around;
    private final TextField url = new TextField();
    private final CheckBox agree;
    private final Field field;

    AddressField(Surroundings around) {
        super(8);
        this.around = around;
        url.setPromptText(around.say("sources.prompt"));
        agree = new CheckBox(around.say("sources.insecure.agree"));
        field = new Field(around.say("sources.own"), url, around.say("sources.own.hint"));
        getChildren().addAll(field, agree);
        askLeave(false);
        url.textProperty().addListener((_, _, _) -> {
            field.right();
            askLeave(false);
        });
    }

    private void askLeave(boolean wanted) {
        agree.setVisible(wanted);
        agree.setManaged(wanted);
        agree.setSelected(wanted && agree.isSelected());
    }

    void fill(String address) {
        url.setText(address);
    }

    String text() {
        return url.getText();
    }

    boolean isFilled() {
        return !url.getText().isBlank();
    }

    /// Whether the user agreed to a way that is open to others.
    boolean insecureToo() {
        return agree.isSelected();
    }

    /// Says under the field what stands against asking this address, if anything does.
    boolean isUsable() {
        return switch (EndpointAddress.check(url.getText())) {
            case EndpointAddress.Protected _ -> true;
            case EndpointAddress.Unusable(var problem) -> {
                field.wrong(around.say("endpoint.problem." + problem.name()));
                yield false;
            }
            case EndpointAddress.Unprotected(String open) -> {
                if (!agree.isSelected()) {
                    field.wrong(around.say("endpoint.insecure", new SourceId(new ChainId(1), open).shown()));
                    askLeave(true);
                }
                yield agree.isSelected();
            }
        };
    }
}
