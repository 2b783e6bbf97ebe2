package org.lifeboat.app.cli;

import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.Routes;
import org.lifeboat.engine.source.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat networks proxy`: shows or sets the way that requests take.
@Command(name = "proxy")
final class NetworksProxy extends CliCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "URL", descriptionKey = "url")
    @Nullable
    String address;

    NetworksProxy(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        try (Profile profile = new Profiles(shell).open()) {
            String wanted = address;
            if (wanted != null) {
                Route route = Routes.parse(wanted)
                        .orElseThrow(() -> shell.stop(ExitCode.USAGE, "cli.proxy.unreadable", wanted));
                Routes.keep(profile.storage().settings(), route);
            }
            String route = Routes.show(Routes.of(profile.storage().settings()));
            ObjectNode json = JsonDocument.object();
            json.put("proxy", route);
            shell.answer(
                    "networks proxy",
                    json,
                    out -> out.println(
                            shell.words().say("cli.proxy." + (route.equals("none") ? "none" : "set"), route)));
            return ExitCode.DONE;
        }
    }
}
