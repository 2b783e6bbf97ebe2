package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.name.Named;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.NamedRecipient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat names resolve`: the address of a name, or the name of an address, as the contracts say that run
/// here.
@Command(name = "resolve")
final class NamesResolve extends CliCommand {
    @Parameters(index = "0", paramLabel = "NAME|ADDRESS", descriptionKey = "lifeboat.names.resolve.wanted")
    String wanted = "";

    @Option(names = "--network", paramLabel = "NETWORK")
    String network = "ethereum";

    NamesResolve(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network chosen = NetworkPick.require(shell, profile.networks(), network);
            NamePick names = new NamePick(shell, profile, online);
            Named named = NameLookup.isMeant(wanted)
                    ? names.find(wanted, chosen)
                    : names.find(AccountPick.address(shell, wanted), chosen);
            return switch (NamedRecipient.of(named, chosen, Optional.empty())) {
                case NamedRecipient.At(var _, List<Check> checks)
                when named instanceof Named.Found found -> {
                    shell.answer(
                            "names resolve",
                            json(found),
                            out -> checks.forEach(check -> out.println(shell.words()
                                    .say(check.messageKey(), check.arguments().toArray()))));
                    yield ExitCode.DONE;
                }
                case NamedRecipient.At _ -> throw new IllegalStateException("an address without a name");
                case NamedRecipient.Refused(String key, List<String> arguments) ->
                    throw shell.stop(ExitCode.REFUSED, key, arguments.toArray());
            };
        }
    }

    private static ObjectNode json(Named.Found found) {
        ObjectNode json = JsonDocument.object();
        json.put("name", found.name());
        json.put("chainId", found.chain().value());
        json.put("address", found.address().toChecksum());
        json.put("assurance", found.assurance().level().name());
        json.put("anyChain", found.anyChain());
        json.put("block", found.block().number());
        json.put("blockHash", found.block().hash().toHex());
        found.earlier().ifPresent(earlier -> json.put("finalAddress", earlier.toChecksum()));
        json.set("scripts", JsonDocument.texts(found.scripts()));
        return json;
    }
}
