package org.lifeboat.app.cli;

import java.util.List;
import org.lifeboat.engine.account.Account;
import tools.jackson.databind.node.ObjectNode;

/// Accounts as JSON and as lines.
final class AccountLines {
    private AccountLines() {}

    static ObjectNode json(Account account) {
        ObjectNode object = JsonDocument.object();
        object.put("address", account.address().toChecksum());
        object.put("label", account.label());
        object.put("kind", kind(account));
        if (account.kind() instanceof Account.Kind.Derived(String path)) {
            object.put("path", path);
        } else {
            object.putNull("path");
        }
        object.put("canSign", account.canSign());
        object.put("hidden", account.hidden());
        return object;
    }

    /// `DERIVED`, `IMPORTED` or `WATCH_ONLY`.
    static String kind(Account account) {
        return switch (account.kind()) {
            case Account.Kind.Derived _ -> "DERIVED";
            case Account.Kind.Imported _ -> "IMPORTED";
            case Account.Kind.WatchOnly _ -> "WATCH_ONLY";
        };
    }

    static void added(Shell shell, String command, Account account) {
        shell.answer(
                command,
                json(account),
                out -> out.println(shell.words().say("cli.account.added", name(shell, account), account.address())));
    }

    /// What the user calls it, or what it is.
    static String name(Shell shell, Account account) {
        return account.label().isBlank()
                ? shell.words().say("cli.account.unnamed", account.position() + 1)
                : account.label();
    }

    static void list(Shell shell, String command, List<Account> accounts) {
        ObjectNode json = JsonDocument.object();
        json.set(
                "accounts",
                JsonDocument.array(accounts.stream().map(AccountLines::json).toList()));
        shell.answer(command, json, out -> {
            Table table = new Table(0);
            for (int i = 0; i < accounts.size(); i++) {
                Account account = accounts.get(i);
                table.row(
                        String.valueOf(i + 1),
                        name(shell, account),
                        account.address().toChecksum(),
                        shell.words().say("cli.account.kind." + kind(account)));
            }
            table.print(out);
        });
    }
}
