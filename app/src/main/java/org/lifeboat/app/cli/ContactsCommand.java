package org.lifeboat.app.cli;

import java.util.List;
import picocli.CommandLine.Command;

/// `lifeboat contacts`.
@Command(name = "contacts")
final class ContactsCommand extends GroupCommand {
    ContactsCommand(Shell shell) {
        super(shell);
    }

    @Override
    public List<CliCommand> members() {
        return List.of(
                new ContactsList(shell),
                new ContactsAdd(shell),
                new ContactsRemove(shell),
                new ContactsImport(shell),
                new ContactsExport(shell));
    }
}
