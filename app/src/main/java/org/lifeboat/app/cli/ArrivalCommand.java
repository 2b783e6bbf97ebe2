package org.lifeboat.app.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.exit.Arrival;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.primitives.Hash32;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat arrival`: whether what a transaction on L1 put into an L2 is there.
@Command(name = "arrival")
final class ArrivalCommand extends CliCommand {
    /// An L2 of the stack has a block every one or two seconds.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Parameters(index = "0", paramLabel = "HASH", descriptionKey = "hash")
    String hash = "";

    @Option(names = "--network", paramLabel = "NETWORK", required = true)
    String network = "";

    @Option(names = "--wait")
    boolean wait;

    @Option(names = "--portal", paramLabel = "ADDRESS")
    @Nullable
    String portal;

    ArrivalCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws InterruptedException {
        Hash32 transaction = hash();
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            ExitPlace place = new ExitDoor(shell, profile, online)
                    .place(NetworkPick.require(shell, profile.networks(), network), portal);
            Arrival arrival = Arrival.look(place, transaction, SendCommand.PATIENCE);
            while (wait && !isOver(arrival)) {
                Thread.sleep(PAUSE);
                arrival = Arrival.look(place, transaction, SendCommand.PATIENCE);
            }
            return answer(place, arrival);
        }
    }

    private Hash32 hash() {
        try {
            return Hash32.fromHex(hash);
        } catch (IllegalArgumentException unreadable) {
            throw shell.stop(ExitCode.USAGE, "cli.usage.value", hash, "HASH");
        }
    }

    private static boolean isOver(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Arrived _, Arrival.Failed _, Arrival.NoDeposit _ -> true;
            case Arrival.NotOnL1 _, Arrival.OnItsWay _, Arrival.Silent _ -> false;
        };
    }

    private ExitCode answer(ExitPlace place, Arrival arrival) {
        String l1 = place.l1().name();
        String l2 = place.l2().name();
        return switch (arrival) {
            case Arrival.NotOnL1 _ -> say("NOT_ON_L1", Optional.empty(), Optional.empty(), l1);
            case Arrival.NoDeposit _ -> say("NO_DEPOSIT", Optional.empty(), Optional.empty(), l2);
            case Arrival.OnItsWay(Hash32 there) -> say("ON_ITS_WAY", Optional.of(there), Optional.empty(), l2, there);
            case Arrival.Arrived(Hash32 there, long block) ->
                say("ARRIVED", Optional.of(there), Optional.of(block), l2, there, Long.toString(block));
            case Arrival.Failed(Hash32 there, long block) ->
                say("FAILED", Optional.of(there), Optional.of(block), l2, there, Long.toString(block));
            case Arrival.Silent(Hash32 there, String why) -> {
                say("SILENT", Optional.of(there), Optional.empty(), l2, there, why);
                yield ExitCode.NO_ANSWER;
            }
        };
    }

    private ExitCode say(String standing, Optional<Hash32> there, Optional<Long> block, Object... arguments) {
        ObjectNode json = JsonDocument.object();
        json.put("standing", standing);
        JsonDocument.putOrNull(json, "l2Transaction", there.map(Hash32::toHex));
        JsonDocument.putNumberOrNull(json, "l2Block", block);
        shell.answer("arrival", json, out -> out.println(shell.words().say("cli.arrival." + standing, arguments)));
        return ExitCode.DONE;
    }
}
