package org.lifeboat.ui.parts;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

/// A QR code: black on white in every theme, with its quiet zone, because cameras expect it so.
public final class QrPicture extends StackPane {
    /// @param text at most a few hundred characters
    /// @param name for screen readers: what the code holds
    public QrPicture(String text, String name, double size) {
        getStyleClass().add("lb-qr");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        getChildren().add(draw(modules(text), size));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /// One element a module, without a quiet zone.
    static BitMatrix modules(String text) {
        try {
            Map<EncodeHintType, Object> hints =
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0);
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    private static Path draw(BitMatrix modules, double size) {
        double side = Math.max(2, Math.floor(size / modules.getWidth()));
        Path path = new Path();
        path.setStroke(null);
        path.setFill(Color.BLACK);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.getElements().addAll(square(x * side, y * side, side));
                }
            }
        }
        return path;
    }

    private static PathElement[] square(double x, double y, double side) {
        return new PathElement[] {
            new MoveTo(x, y), new HLineTo(x + side), new VLineTo(y + side), new HLineTo(x), new ClosePath()
        };
    }
}
