package org.lifeboat.ui.notices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Notices of a desktop that follows freedesktop.org, as those of Linux do. Source: Desktop Notifications
/// Specification 1.2, `org.freedesktop.Notifications.Notify`.
public final class DesktopNotices {
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";

    /// The desktop's own time.
    private static final int FOR_ITS_TIME = -1;

    private final Optional<Path> bus;

    private DesktopNotices(Optional<Path> bus) {
        this.bus = bus;
    }

    /// @param environment the variables of the process
    public static DesktopNotices of(Map<String, String> environment) {
        return new DesktopNotices(SessionBus.address(environment));
    }

    /// Blocks for as long as the desktop does not answer; an interrupt ends it.
    /// @return whether the desktop took it
    public boolean show(String title, String sentence) {
        if (bus.isEmpty()) {
            return false;
        }
        try (SessionBus connected = SessionBus.connect(bus.get())) {
            connected.call(NAME, PATH, "Notify", "susssasa{sv}i", body(title, sentence));
            return true;
        } catch (IOException | UnsupportedOperationException none) {
            return false;
        }
    }

    private static byte[] body(String title, String sentence) {
        return new BusMessage()
                .text("Lifeboat")
                .number(0) // takes the place of no other notice
                .text("") // no picture of the theme
                .text(title)
                .text(plain(sentence))
                .nothing(4) // no buttons
                .nothing(8) // no hints
                .number(FOR_ITS_TIME)
                .toBytes();
    }

    /// A desktop may take the sentence for marked-up text.
    private static String plain(String sentence) {
        return sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
