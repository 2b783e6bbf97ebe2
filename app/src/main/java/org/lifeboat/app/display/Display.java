package org.lifeboat.app.display;

import java.util.List;

/// What the machine can show.
public sealed interface Display {
    /// A window can be opened.
    record Window() implements Display {}

    /// No window, for `reason`; pages can still be drawn and saved as pictures.
    record PicturesOnly(Reason reason) implements Display {}

    /// Not even pictures: these Debian packages are missing.
    record Nothing(List<String> packages) implements Display {
        public Nothing {
            packages = List.copyOf(packages);
        }
    }

    /// Why no window can be opened.
    enum Reason {
        /// No address of an X display is set (`DISPLAY`).
        NO_DISPLAY,
        /// An address is set, but nobody answers there.
        DISPLAY_SILENT,
        /// The window library GTK 3 is not installed.
        NO_GTK
    }
}
