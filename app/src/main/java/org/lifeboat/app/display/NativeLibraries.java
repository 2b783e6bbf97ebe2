package org.lifeboat.app.display;

/// The libraries of the operating system that JavaFX leans on, as far as the probe asks for them.
public interface NativeLibraries {
    /// @return whether the library can be loaded
    boolean load(String fileName);

    /// @return how many fonts fontconfig knows; asked only where fontconfig loads
    int fonts();

    /// @return whether the X display named by the environment answers; asked only where GTK loads
    boolean displayAnswers();
}
