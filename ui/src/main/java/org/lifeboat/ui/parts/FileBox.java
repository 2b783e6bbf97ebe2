package org.lifeboat.ui.parts;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;

/// A file by its path: typed, or chosen in the system's own dialog.
public final class FileBox {
    private final TextField field;
    private final HBox shown;

    private FileBox(Surroundings around, TextField field, boolean toSave) {
        this.field = field;
        Button choose = Buttons.plain(around.say("file.choose"), () -> choose(toSave));
        HBox.setHgrow(field, Priority.ALWAYS);
        shown = new HBox(8, field, choose);
    }

    public static FileBox toOpen(Surroundings around) {
        return new FileBox(around, new TextField(), false);
    }

    /// @param kept what is typed into it, while the page is drawn anew
    public static FileBox toOpen(Surroundings around, TextField kept) {
        return new FileBox(around, kept, false);
    }

    /// @param name what a new file in the user's own folder is called, to begin with
    public static FileBox toSave(Surroundings around, String name) {
        FileBox box = new FileBox(around, new TextField(), true);
        box.field.setText(Path.of(System.getProperty("user.home", ""), name).toString());
        return box;
    }

    /// A form's field around it.
    public Field field(String name, String hint) {
        return new Field(name, field, shown, hint);
    }

    public String text() {
        return field.getText();
    }

    private void choose(boolean toSave) {
        FileChooser chooser = new FileChooser();
        File now = new File(field.getText());
        File folder = now.getAbsoluteFile().getParentFile();
        if (toSave) {
            chooser.setInitialFileName(now.getName());
            if (folder != null && folder.isDirectory()) {
                chooser.setInitialDirectory(folder);
            }
        }
        var window = field.getScene().getWindow();
        Optional.ofNullable(toSave ? chooser.showSaveDialog(window) : chooser.showOpenDialog(window))
                .ifPresent(file -> field.setText(file.getPath()));
    }
}
