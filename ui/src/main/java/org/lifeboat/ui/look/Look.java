package org.lifeboat.ui.look;

import java.util.List;
import javafx.application.Application;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/// The theme and the zoom of the window, changed at once.
public final class Look {
    static final String THEMES = "/org/lifeboat/resources/themes/";
    public static final int SMALLEST_ZOOM = 80;
    public static final int LARGEST_ZOOM = 200;
    private static final int ZOOM_STEP = 10;
    private static final double FONT_PIXELS = 14;

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final IntegerProperty zoomPercent = new SimpleIntegerProperty(100);

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /// In per cent, 80 to 200.
    public IntegerProperty zoomPercent() {
        return zoomPercent;
    }

    /// @param steps of ten per cent; the result stays within bounds
    public void zoomBy(int steps) {
        int wanted = zoomPercent.get() + steps * ZOOM_STEP;
        zoomPercent.set(Math.clamp(wanted, SMALLEST_ZOOM, LARGEST_ZOOM));
    }

    /// Dresses `scene` now and whenever theme or zoom change.
    public void dress(Scene scene) {
        apply(scene);
        theme.addListener((_, _, _) -> apply(scene));
        zoomPercent.addListener((_, _, _) -> apply(scene));
    }

    private void apply(Scene scene) {
        Application.setUserAgentStylesheet(theme.get().base());
        ObservableList<String> sheets = scene.getStylesheets();
        sheets.setAll(List.of(address(theme.get().colours()), address(THEMES + "lifeboat.css"), popUps()));
    }

    /// Menus and tooltips are windows of their own, which the scaled frame does not reach: they get larger
    /// letters.
    private String popUps() {
        long pixels = Math.round(FONT_PIXELS * zoomPercent.get() / 100);
        return "data:text/css,.context-menu,.tooltip,.lb-help,.combo-box-popup>.list-view{-fx-font-size:" + pixels
                + "px;}";
    }

    private static String address(String classPath) {
        var found = Look.class.getResource(classPath);
        if (found == null) {
            throw new IllegalStateException("the program's own file " + classPath + " is missing");
        }
        return found.toExternalForm();
    }
}
