package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.drill.DrillSession;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillBill;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.drills.Certificate;
import org.lifeboat.ui.drills.DrillWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat drill play`: an emergency in a new world of play money. Asks no host; no profile is opened.
@Command(name = "play")
final class DrillPlayCommand extends CliCommand {
    private static final int GWEI_DIGITS = 9;

    /// What Ethereum costs in quiet weeks and in bad ones lies on both sides of it. Unit: gwei a gas.
    private static final String GAS_PRICE = "20";

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "lifeboat.drill.play.name")
    String name = "";

    @Option(names = "--gas-price", paramLabel = "GWEI")
    String gasPrice = GAS_PRICE;

    @Option(names = "--certificate", paramLabel = "FILE")
    @Nullable
    Path certificate;

    @Option(
            names = {"-y", "--yes"},
            descriptionKey = "yes")
    boolean yes;

    DrillPlayCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, InterruptedException {
        Drill drill = Drill.find(name).orElseThrow(() -> shell.stop(ExitCode.USAGE, "drill.unknown", name));
        if (!drill.bringsHome()) {
            throw shell.stop(ExitCode.REFUSED, "drill.window-only", name);
        }
        Wei price = price();
        Path file = certificate;
        if (file != null && Files.exists(file)) {
            throw shell.stop(ExitCode.REFUSED, "drill.certificate.there", file);
        }
        say("drill." + drill + ".title");
        say("drill." + drill + ".what");
        try (DrillSession session = DrillSession.open()) {
            say("drill.money", coins(DrillSession.HELD), coins(DrillSession.WANTED));
            DrillBill bill = new DrillBill(new DrillPlaying(shell, session, yes).play(drill), price);
            Certificate page = new Certificate(
                    shell.words(),
                    drill,
                    Optional.of(DrillSession.WANTED),
                    bill,
                    Optional.empty(),
                    LocalDate.now(ZoneId.systemDefault()));
            if (file != null) {
                Files.writeString(file, page.html(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            }
            shell.answer("drill play", json(drill, bill), out -> {
                out.println(shell.words().say("drill.paid-out", coins(DrillSession.WANTED)));
                DrillWords.bill(shell.words()::say, bill).forEach(out::println);
                Optional.ofNullable(file)
                        .ifPresent(path -> out.println(shell.words().say("drill.certificate.saved", path)));
            });
            return ExitCode.DONE;
        }
    }

    private Wei price() {
        try {
            return new Wei(TokenAmount.parse(gasPrice, GWEI_DIGITS).units());
        } catch (IllegalArgumentException unreadable) {
            throw shell.stop(ExitCode.USAGE, "drill.gas-price", gasPrice);
        }
    }

    private void say(String key, Object... arguments) {
        shell.progress(key, arguments);
    }

    private static String coins(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }

    private static ObjectNode json(Drill drill, DrillBill bill) {
        ObjectNode json = JsonDocument.object();
        json.put("drill", drill.id());
        json.put("arrived", true);
        DrillPlaying.write(json, bill);
        return json;
    }
}
