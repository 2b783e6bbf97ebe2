package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.drill.BridgeTerms;
import org.lifeboat.app.drill.DrillSession;
import org.lifeboat.app.drill.Purse;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.engine.drill.Rehearsal;
import org.lifeboat.engine.drill.RehearsalFlaw;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.drills.DrillWords;
import org.lifeboat.ui.drills.RehearsalCertificate;
import org.lifeboat.ui.drills.RehearsalWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat drill rehearse`: the sequencer of a real chain is gone, played in a sandbox with what an account really
/// has. The account's own key is not used; the profile is closed before anything is played.
@Command(name = "rehearse")
final class DrillRehearseCommand extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Option(names = "--from", paramLabel = "ACCOUNT")
    @Nullable
    String from;

    @Option(names = "--portal", paramLabel = "ADDRESS")
    @Nullable
    String portal;

    @Option(names = "--certificate", paramLabel = "FILE")
    @Nullable
    Path certificate;

    @Option(
            names = {"-y", "--yes"},
            descriptionKey = "yes")
    boolean yes;

    DrillRehearseCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, InterruptedException {
        Path file = certificate;
        if (file != null && Files.exists(file)) {
            throw shell.stop(ExitCode.REFUSED, "drill.certificate.there", file);
        }
        RealMoney money = read();
        RehearsalWords words = new RehearsalWords(shell.words()::say);
        shell.progress("cli.verbatim", words.what(money));
        words.copied(money).forEach(line -> shell.progress("cli.verbatim", line));
        try (DrillSession session = DrillSession.open(Purse.of(money), BridgeTerms.of(money))) {
            Rehearsal rehearsal =
                    new Rehearsal(money, new DrillPlaying(shell, session, yes).play(Drill.SEQUENCER_GONE));
            if (file != null) {
                String page = new RehearsalCertificate(shell.words(), rehearsal, LocalDate.now(ZoneId.systemDefault()))
                        .html();
                Files.writeString(file, page, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            }
            shell.answer("drill rehearse", json(rehearsal), out -> {
                out.println(words.outcome(rehearsal));
                words.flaws(money).forEach(line -> out.println("- " + line));
                out.println(shell.words().say("rehearsal.one") + ": " + words.toDo(money));
                DrillWords.bill(shell.words()::say, rehearsal.bill()).forEach(out::println);
                Optional.ofNullable(file)
                        .ifPresent(path -> out.println(shell.words().say("drill.certificate.saved", path)));
            });
            return ExitCode.DONE;
        }
    }

    private RealMoney read() throws InterruptedException {
        try (OpenRollup opened = OpenRollup.of(shell, network, from, portal)) {
            shell.progress("cli.exit.looking");
            readTokens(opened);
            RealMoney.Outcome outcome = RealMoney.read(
                    opened.profile().storage(),
                    opened.door().exits(),
                    opened.profile().clock(),
                    opened.place(),
                    opened.account().address(),
                    opened.account().canSign(),
                    SendCommand.PATIENCE);
            return switch (outcome) {
                case RealMoney.Outcome.Silent(String why) ->
                    throw shell.stop(ExitCode.NO_ANSWER, "cli.exit.could-not", why);
                case RealMoney.Outcome.Read(RealMoney money)
                when money.onL2().isZero() && money.movable().isEmpty() ->
                    throw shell.stop(
                            ExitCode.REFUSED,
                            "rehearsal.empty",
                            opened.account().address(),
                            opened.l2().name());
                case RealMoney.Outcome.Read(RealMoney money) -> money;
            };
        }
    }

    /// What is held of tokens, as far as anybody answers; else what was read last counts.
    private static void readTokens(OpenRollup opened) throws InterruptedException {
        Watch watch = new Watch(
                opened.l2(),
                opened.place().l2Sources(),
                List.of(opened.account().address()),
                opened.profile().tokens().of(opened.l2().chain()));
        new Balances(
                        opened.profile().storage().balances(),
                        opened.profile().clock(),
                        opened.online().vouching())
                .refresh(List.of(watch), Patience.SCREEN, _ -> {});
    }

    private static ObjectNode json(Rehearsal rehearsal) {
        RealMoney money = rehearsal.money();
        ObjectNode json = JsonDocument.object();
        json.put("chainId", money.l2().chain().value());
        json.put("onLayer2", amount(money.onL2()));
        json.put("onLayer2Assurance", ExitLines.assurance(money.ofL2()));
        json.put("onLayer1", amount(money.ready().held()));
        json.put("onLayer1Assurance", ExitLines.assurance(money.ofL1()));
        json.put("bridgeAssurance", ExitLines.assurance(money.bridge().assurance()));
        json.put("secondsAfterProof", money.bridge().maturity().toSeconds());
        json.put("secondsAfterContest", money.bridge().airGap().toSeconds());
        JsonDocument.putOrNull(
                json,
                "secondsOfContest",
                money.contest().map(Duration::toSeconds).map(String::valueOf));
        json.put("secondsOfSilence", money.silence().toSeconds());
        JsonDocument.putOrNull(
                json,
                "bondOfRoot",
                money.played().bond().map(_ -> money.bridge().bond()).map(DrillRehearseCommand::amount));
        json.put("paused", money.bridge().paused());
        ArrayNode tokens = json.putArray("tokens");
        for (RealMoney.Held held : money.tokens()) {
            ObjectNode each = tokens.addObject();
            each.put("contract", held.token().contract().toChecksum());
            each.put("symbol", held.token().symbol());
            each.put("units", held.units().toString());
            each.put("assurance", ExitLines.assurance(held.assurance()));
            each.put("way", held.way().kind().name());
            each.put("played", held.comesHome());
        }
        json.set(
                "wouldFail",
                JsonDocument.texts(
                        rehearsal.flaws().stream().map(RehearsalFlaw::name).toList()));
        JsonDocument.putOrNull(json, "stoppedAt", rehearsal.stoppedAt().map(Enum::name));
        JsonDocument.putOrNull(json, "missing", Rehearsal.missing(money).map(DrillRehearseCommand::amount));
        DrillPlaying.write(json, rehearsal.bill());
        return json;
    }

    private static String amount(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }
}
