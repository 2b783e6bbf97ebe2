package org.lifeboat.ui.welcome;

import java.nio.file.Path;
import java.util.List;

/// What the welcome page shows: keys into the message bundle and the profile's folder.
///
/// @param version of the program
/// @param profile the folder that holds this profile's files
/// @param commands names of the commands that exist, in the order of the help page; each has the key
///     `welcome.command.NAME`
public record WelcomeViewModel(String version, Path profile, List<String> commands) {
    public WelcomeViewModel {
        commands = List.copyOf(commands);
    }
}
