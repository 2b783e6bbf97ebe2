package org.lifeboat.ui.drills;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.drill.DrillBill;
import org.lifeboat.engine.drill.DrillMove;
import org.lifeboat.engine.drill.Rehearsal;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;
import org.lifeboat.ui.drills.DrillsScreen.PriceFlaw;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.FileBox;
import org.lifeboat.ui.parts.FileSaving;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;

/// The closing page of a drill: what was done, what it would have cost on Ethereum, how long it would have taken, and
/// the certificate.
final class EndCard {
    private final Surroundings around;
    private final DrillsScreen.Ended ended;
    private final DrillsView.Actions actions;

    EndCard(Surroundings around, DrillsScreen.Ended ended, DrillsView.Actions actions) {
        this.around = around;
        this.ended = ended;
        this.actions = actions;
    }

    Node page() {
        DrillEnd end = ended.end();
        boolean stopped = end.rehearsal().flatMap(Rehearsal::stoppedAt).isPresent();
        String outcome = stopped
                ? around.say("rehearsal.lent")
                : end.amount()
                        .map(wei -> wei.isZero()
                                ? around.say("drill.paid-out.tokens")
                                : around.say(
                                        "drill.paid-out", wei.toTokenAmount().toExactString()))
                        .orElseGet(() -> around.say("drill.seen-through"));
        PageBox page = new PageBox(
                around,
                new PageHead(
                        around.say(
                                "drills.end",
                                end.copied().isPresent()
                                        ? around.say("rehearsal.title")
                                        : around.say("drill." + end.drill() + ".title")),
                        outcome,
                        Buttons.primary(around.say("drills.back"), actions::list)));
        end.rehearsal().map(this::verdict).ifPresent(page.getChildren()::add);
        if (!end.moves().isEmpty()) {
            page.getChildren().addAll(bill(), moves());
        }
        page.getChildren().add(certificate());
        return page;
    }

    /// What would have failed today, and the one thing to do.
    private Node verdict(Rehearsal rehearsal) {
        RehearsalWords words = new RehearsalWords(around::say);
        VBox card = DrillsView.card(
                Labels.heading(around.say("rehearsal.one")),
                Labels.wrapped(words.toDo(rehearsal.money()), "lb-strong"),
                Labels.wrapped(words.outcome(rehearsal)));
        List<String> flaws = words.flaws(rehearsal.money());
        if (!flaws.isEmpty()) {
            card.getChildren().add(Labels.heading(around.say("rehearsal.flaws")));
            flaws.forEach(flaw -> card.getChildren().add(Labels.wrapped(flaw)));
        }
        card.getChildren().add(Labels.heading(around.say("rehearsal.copied")));
        words.copied(rehearsal.money())
                .forEach(line -> card.getChildren().add(Labels.wrapped(line, "lb-quiet", "lb-small")));
        return card;
    }

    private Node moves() {
        GridPane grid = new GridPane(16, 6);
        DrillBill bill = ended.end().bill(ended.prices().gasPrice());
        int row = 0;
        for (DrillMove move : bill.moves()) {
            Label did = Labels.wrapped(DrillWords.say(around::say, move));
            GridPane.setHgrow(did, Priority.ALWAYS);
            grid.add(Labels.styled(Integer.toString(row + 1), "lb-order"), 0, row);
            grid.add(did, 1, row);
            if (!bill.fee(move).isZero()) {
                String fee = around.say("drills.fee", DrillWords.about(bill.fee(move)));
                Label cost = Labels.styled(fee, "lb-quiet", "lb-small");
                GridPane.setHalignment(cost, HPos.RIGHT);
                grid.add(cost, 2, row);
            }
            row++;
        }
        return DrillsView.card(Labels.heading(around.say("drill.certificate.did")), grid);
    }

    private Node bill() {
        DrillEnd.Prices prices = ended.prices();
        VBox card = DrillsView.card(Labels.heading(around.say("drills.cost")));
        DrillWords.bill(around::say, ended.end().bill(prices.gasPrice()), prices.worth())
                .forEach(line -> card.getChildren().add(Labels.wrapped(line)));
        TextField gas = new TextField(ended.gasPrice());
        TextField worth = new TextField(ended.worth());
        Field gasField = new Field(around.say("drills.gasPrice"), gas, around.say("drills.gasPrice.hint"));
        Field worthField = new Field(around.say("drills.worth"), worth, around.say("drills.worth.hint"));
        if (ended.flaw() == PriceFlaw.GAS_PRICE) {
            gasField.wrong(around.say("drills.gasPrice.wrong"));
        } else if (ended.flaw() == PriceFlaw.WORTH) {
            worthField.wrong(around.say("drills.worth.wrong"));
        }
        Runnable again = () -> actions.price(gas.getText(), worth.getText());
        gas.setOnAction(_ -> again.run());
        worth.setOnAction(_ -> again.run());
        FlowPane fields = new FlowPane(24, 8, gasField, worthField);
        card.getChildren().addAll(fields, Buttons.plain(around.say("drills.reckon"), again));
        return card;
    }

    private Node certificate() {
        String name = "lifeboat-" + ended.end().drill().id() + "-" + ended.end().day() + ".html";
        FileBox file = FileBox.toSave(around, name);
        Field field = file.field(around.say("drills.file"), "");
        Button save = Buttons.plain(
                around.say("drills.save"),
                Feather.DOWNLOAD,
                () -> save(Path.of(file.text().strip()), field));
        return DrillsView.card(
                Labels.heading(around.say("drill.certificate.title")),
                Labels.wrapped(around.say("drills.certificate.why"), "lb-quiet"),
                field,
                DrillsView.row(save));
    }

    /// A file that is there already stays as it is.
    private void save(Path file, Field field) {
        if (Files.exists(file)) {
            field.wrong(around.say("file.there"));
            return;
        }
        field.right();
        FileSaving.save(around, file, html());
    }

    private Supplier<String> html() {
        DrillEnd end = ended.end();
        DrillEnd.Prices prices = ended.prices();
        Language language = around.phrases().language();
        Words words = Words.of(language, "drill");
        return () -> end.rehearsal()
                .map(rehearsal -> new RehearsalCertificate(words, rehearsal, end.day()).html())
                .orElseGet(() -> new Certificate(
                                words,
                                end.drill(),
                                end.amount(),
                                end.bill(prices.gasPrice()),
                                prices.worth(),
                                end.day())
                        .html());
    }
}
