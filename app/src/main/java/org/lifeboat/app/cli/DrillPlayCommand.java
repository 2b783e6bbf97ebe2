package org.lifeboat.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.drill.DrillSession;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillBill;
import org.lifeboat.engine.drill.DrillMove;
import org.lifeboat.engine.drill.DrillTurn;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.ui.drills.Certificate;
import org.lifeboat.ui.drills.DrillWords;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
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
            List<DrillMove> moves = play(session, drill);
            DrillBill bill = new DrillBill(moves, price);
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

    private List<DrillMove> play(DrillSession session, Drill drill) throws InterruptedException {
        session.begin(drill, (step, draft) -> sign(session, step, draft));
        say("drill." + drill + ".begins");
        List<DrillMove> moves = new ArrayList<>();
        while (true) {
            switch (session.next()) {
                case DrillTurn.Moved(DrillMove move) -> {
                    moves.add(move);
                    shell.progress("cli.verbatim", DrillWords.say(shell.words()::say, move));
                }
                case DrillTurn.Declined _ -> throw shell.stop(ExitCode.DECLINED, "drill.declined");
                case DrillTurn.Ended(boolean arrived)
                when arrived -> {
                    return moves;
                }
                case DrillTurn.Ended _ -> throw shell.stop(ExitCode.BUG, "drill.stuck", "");
                case DrillTurn.Stuck(String why) -> throw shell.stop(ExitCode.BUG, "drill.stuck", why);
            }
        }
    }

    /// The question is put before each step, in the words of whoever signs.
    private Optional<SignedTransaction> sign(DrillSession session, ExitStep step, Draft draft) {
        Description description = session.player().describe(draft);
        description.lines().forEach(line -> shell.progress("cli.verbatim", SigningLines.say(shell.words(), line)));
        String question = "drill.ask." + step + (draft.network().isL2() ? ".l2" : "");
        if (!shell.confirm(yes, question)) {
            return Optional.empty();
        }
        Approval approval = description.approve();
        return session.player().sign(draft, description.needsSecondConfirmation() ? approval.confirmAgain() : approval);
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
        ArrayNode moves = json.putArray("moves");
        for (DrillMove move : bill.moves()) {
            ObjectNode each = moves.addObject();
            switch (move) {
                case DrillMove.Sent sent -> {
                    each.put("step", sent.step().name());
                    each.put("layer", sent.onLayer2() ? 2 : 1);
                    each.put("transaction", sent.transaction().toHex());
                    each.put("gas", Long.toString(sent.gasUsed().amount()));
                    each.put("fee", bill.fee(sent).value().toString());
                    each.put("along", sent.along().value().toString());
                }
                case DrillMove.Refused(var span) -> {
                    each.put("refused", true);
                    each.put("seconds", span.toSeconds());
                }
                case DrillMove.Waited(DrillMove.Reason reason, var span) -> {
                    each.put("waited", reason.name());
                    each.put("seconds", span.toSeconds());
                }
            }
        }
        json.put("gasPrice", bill.gasPrice().value().toString());
        json.put("fees", bill.fees().value().toString());
        json.put("bonds", bill.bonds().value().toString());
        json.put("secondsOnEthereum", bill.onEthereum().toSeconds());
        return json;
    }
}
