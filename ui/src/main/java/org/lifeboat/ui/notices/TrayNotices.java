package org.lifeboat.ui.notices;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Notices of the system, by the tray of `java.awt`. That part of Java starts only with the first notice, and
/// wherever it cannot (no display, no such library, no tray) nothing is shown and nothing breaks.
/// Thread-safe; may take a second the first time.
public final class TrayNotices {
    private final int[] pixels;
    private final int width;
    private final Runnable clicked;
    private Optional<TrayIcon> icon = Optional.empty();

    /// @param picture what stands in the tray
    /// @param clicked called on a thread of `java.awt`
    public TrayNotices(WritableImage picture, Runnable clicked) {
        this.width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        this.pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        this.clicked = clicked;
    }

    /// @return whether the system was told
    public synchronized boolean show(String title, String sentence) {
        try {
            if (!isThere()) {
                return false;
            }
            if (icon.isEmpty()) {
                icon = Optional.of(add());
            }
            icon.get().displayMessage(title, sentence, TrayIcon.MessageType.INFO);
            return true;
        } catch (AWTException | AWTError | LinkageError | UnsupportedOperationException none) {
            return false;
        }
    }

    /// Takes the picture out of the tray.
    public synchronized void close() {
        icon.ifPresent(each -> SystemTray.getSystemTray().remove(each));
        icon = Optional.empty();
    }

    /// On macOS two toolkits in one program block each other.
    private static boolean isThere() {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        return !mac && !GraphicsEnvironment.isHeadless() && SystemTray.isSupported();
    }

    private TrayIcon add() throws AWTException {
        SystemTray tray = SystemTray.getSystemTray();
        var size = tray.getTrayIconSize();
        Image fitting = picture().getScaledInstance(size.width, size.height, Image.SCALE_SMOOTH);
        TrayIcon made = new TrayIcon(fitting, "Lifeboat");
        made.addActionListener(_ -> clicked.run()); // on the notice itself, or two clicks on the picture
        made.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                clicked.run();
            }
        });
        tray.add(made);
        return made;
    }

    private BufferedImage picture() {
        int height = pixels.length / width;
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }
}
