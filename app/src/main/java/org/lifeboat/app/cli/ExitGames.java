package org.lifeboat.app.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitRoots;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.ui.phrases.RootWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat exit games`: against which posted roots an exit can be proven now. Chooses nothing.
@Command(name = "games")
final class ExitGames extends CliCommand {
    @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "number")
    long number;

    @Option(names = "--portal", paramLabel = "ADDRESS")
    @Nullable
    String portal;

    ExitGames(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            ExitDoor door = new ExitDoor(shell, profile, online);
            Exits.Plan plan = door.exits()
                    .find(new PlanStore.Id(number))
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.exit.unknown", number));
            Network l2 = profile.networks()
                    .find(plan.chain())
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.network.unknown", plan.chain()));
            ExitPlace place = door.place(l2, portal);
            shell.progress("cli.exit.looking");
            Exits.Plan now = door.exits().look(plan, place).plan();
            switch (door.roots().read(now, place)) {
                case ExitRoots.Seen.Read read -> answer(read, profile.clock());
                case ExitRoots.Seen.NotNow _ -> throw shell.stop(ExitCode.REFUSED, "cli.exit.root.not-now", number);
                case ExitRoots.Seen.Silent(String why) ->
                    throw shell.stop(ExitCode.NO_ANSWER, "cli.exit.could-not", why);
            }
            return ExitCode.DONE;
        }
    }

    /// @param clock the profile's: in a sandbox it goes otherwise than this computer's
    private void answer(ExitRoots.Seen.Read read, InstantSource clock) {
        RootWords words = new RootWords(shell.phrases(clock), Address::toChecksum);
        ObjectNode json = JsonDocument.object();
        json.put("exit", number);
        json.set(
                "games",
                JsonDocument.array(read.roots().stream().map(ExitGames::json).toList()));
        json.put("assurance", ExitLines.assurance(read.assurance()));
        List<String> lines = new ArrayList<>();
        boolean fits = true;
        for (RootOffer root : read.roots()) {
            if (fits && root.refusal().isPresent()) {
                lines.add(shell.words().say("cli.exit.root.not-fitting"));
            }
            fits = root.refusal().isEmpty();
            lines.add(line(words, root));
        }
        lines.add(shell.words().say("cli.exit.root.how", number));
        lines.add(shell.words().say("cli.exit.assurance." + ExitLines.assurance(read.assurance())));
        shell.answer("exit games", json, out -> lines.forEach(out::println));
    }

    private static String line(RootWords words, RootOffer root) {
        List<String> all = new ArrayList<>(List.of(words.name(root) + ", " + root.contract() + "."));
        words.mark(root).ifPresent(all::add);
        root.refusal().map(words::refusal).ifPresent(all::add);
        all.add(words.posted(root));
        if (root.refusal().isEmpty()) {
            all.add(words.risk(root));
            all.add(words.payable(root));
            all.addAll(words.known(root));
        }
        return String.join(" ", all);
    }

    private static ObjectNode json(RootOffer root) {
        ObjectNode object = JsonDocument.object();
        object.put("game", root.contract().toChecksum());
        object.put("index", root.index());
        object.put("block", root.block());
        object.put("root", root.root().toHex());
        JsonDocument.putOrNull(object, "creator", root.creator().map(Address::toChecksum));
        object.put("ageSeconds", root.age().toSeconds());
        object.put("risk", root.risk().name());
        object.put("checked", root.checked().name());
        object.put("anchorPassed", root.anchorPassed());
        JsonDocument.putOrNull(object, "payableFrom", root.payableFrom());
        JsonDocument.putOrNull(object, "refusal", root.refusal());
        object.put("recommended", root.recommended());
        object.put("chosen", root.chosen());
        return object;
    }
}
