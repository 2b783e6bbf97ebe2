package org.lifeboat.app.cli;

import java.util.List;

/// A command with commands of its own under it.
interface HasMembers {
    /// In the order of the help page.
    List<CliCommand> members();
}
