package org.lifeboat.ui.exits;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.FileBox;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// Asks for a file with an exit and its proofs, from another computer or an earlier profile.
final class EvidenceForm {
    private EvidenceForm() {}

    static void open(Surroundings around, ExitsView.Actions actions) {
        FileBox file = FileBox.toOpen(around);
        Field field = file.field(around.say("exits.evidence.file"), "");
        VBox body = new VBox(12, Labels.wrapped(around.say("exits.evidence.why")), field);
        Button cancel = Buttons.plain(around.say("action.cancel"), around.layer()::close);
        Button go = Buttons.primary(around.say("exits.evidence.go"), () -> {
            try {
                Path path = Path.of(file.text().strip());
                around.layer().close();
                actions.take(path);
            } catch (InvalidPathException noPath) {
                field.wrong(around.say("exits.evidence.unreadable", file.text()));
            }
        });
        go.setDefaultButton(true);
        around.layer().show(around.say("exits.evidence.take"), body, around.layer()::close, List.of(cancel, go));
    }
}
