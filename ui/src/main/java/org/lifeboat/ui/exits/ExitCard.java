package org.lifeboat.ui.exits;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.exit.StepCost;
import org.lifeboat.engine.exit.Worth;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.exits.ExitsScreen.Entry;
import org.lifeboat.ui.exits.ExitsScreen.Reading;
import org.lifeboat.ui.look.Icons;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.FileSaving;
import org.lifeboat.ui.parts.HandOverWords;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.phrases.WishWords;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;

/// One exit: what it is, where it stands, what it costs now, what happens if the program is closed, what to press.
final class ExitCard {
    private final Surroundings around;
    private final Entry entry;
    private final Optional<Reading.Read> reading;
    private final boolean primary;
    private final ExitsView.Actions actions;
    private final Navigation navigation;

    /// @param reading what L1 said of gas and balances
    /// @param primary whether this one has the page's primary button
    ExitCard(
            Surroundings around,
            Entry entry,
            Optional<Reading.Read> reading,
            boolean primary,
            ExitsView.Actions actions,
            Navigation navigation) {
        this.around = around;
        this.actions = actions;
        this.entry = entry;
        this.reading = reading;
        this.primary = primary;
        this.navigation = navigation;
    }

    Node node() {
        VBox card = ExitsView.card(head());
        Optional<ExitReport> report = entry.report();
        if (report.isEmpty()) {
            card.getChildren()
                    .add(Labels.wrapped(
                            around.say(entry.l2().isPresent() ? "exits.notLooked" : "exits.noNetwork"), "lb-quiet"));
            return card;
        }
        card.getChildren().add(standing(report.get()));
        report.get()
                .forgottenRoot()
                .map(index ->
                        around.say("exits.root.forgotten", around.phrases().number(index)))
                .map(said -> Bar.caution(around, said))
                .ifPresent(card.getChildren()::add);
        new Progress(around, report.get().stage()).node().ifPresent(card.getChildren()::add);
        cost(report.get()).ifPresent(card.getChildren()::add);
        report.get()
                .handOver()
                .ifPresent(own -> card.getChildren().add(Bar.caution(around, HandOverWords.of(around, own))));
        if (report.get().stage().turn() != ExitStage.Turn.OVER) {
            card.getChildren().add(Labels.wrapped(closing(report.get()), "lb-quiet", "lb-small"));
        }
        entry.worth()
                .ifPresent(worth -> card.getChildren()
                        .add(Labels.wrapped(around.say("exits.worth." + worth), "lb-quiet", "lb-small")));
        FlowPane buttons = new FlowPane(8, 8);
        buttons(report.get(), buttons);
        entry.worth().ifPresent(_ -> buttons.getChildren().add(save(report.get().plan())));
        if (!buttons.getChildren().isEmpty()) {
            card.getChildren().add(buttons);
        }
        return card;
    }

    private Node head() {
        Label name = Labels.wrapped(ExitWords.name(around, entry), "lb-strong");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        String number = around.say("exits.number", entry.plan().id().value());
        Label id = Labels.styled(number, "lb-quiet", "lb-small");
        boolean own = entry.plan().state().target().equals(entry.plan().account());
        Label to = Labels.wrapped(
                own
                        ? around.say("exits.toSelf")
                        : around.say(
                                "exits.to",
                                AddressText.shortened(entry.plan().state().target())),
                "lb-quiet",
                "lb-small");
        return new VBox(2, new HBox(8, name, id), to);
    }

    private Node standing(ExitReport report) {
        String sentence = ExitWords.stage(around, entry, report);
        if (report.stage() == ExitStage.PAID_OUT_LOST) {
            return Bar.caution(around, sentence);
        }
        Urgency urgency = ExitUrgency.of(report);
        return urgency == Urgency.CALM || report.handOver().isPresent()
                ? Labels.wrapped(sentence)
                : new Bar(around, urgency, sentence);
    }

    private Optional<Node> cost(ExitReport report) {
        Optional<Wei> cost = report.stage()
                .step()
                .filter(_ -> !report.stepWaits())
                .flatMap(step -> reading.flatMap(read ->
                        StepCost.of(step, report.plan().state(), read.leaving().price())));
        return cost.flatMap(wei -> reading.map(read -> {
            Network l1 = read.l1();
            Readiness ready = read.leaving().accounts().get(report.plan().account());
            String sum = ExitWords.about(around, wei, l1.coinSymbol());
            String sentence = ready == null
                    ? around.say("exits.cost.alone", sum, l1.name())
                    : around.say(
                            ready.held().compareTo(wei) < 0 ? "exits.cost.tooLittle" : "exits.cost",
                            sum,
                            ExitWords.own(around, ready.held(), l1.coinSymbol()),
                            l1.name());
            return Labels.wrapped(sentence, "lb-small");
        }));
    }

    /// With the file, and an L1, another computer brings it home.
    private Node save(Exits.Plan plan) {
        Button save = Buttons.plain(around.say("exits.evidence.save"), Feather.DOWNLOAD, () -> {});
        save.setOnAction(_ ->
                FileSaving.ask(around, save, "lifeboat-exit-" + plan.id().value() + ".json", actions.evidence(plan)));
        return save;
    }

    private String closing(ExitReport report) {
        if (report.stepWaits() && report.handOver().isEmpty()) {
            return around.say("exits.closing.signed");
        }
        return around.say("exits.closing." + report.stage().turn());
    }

    private void buttons(ExitReport report, FlowPane buttons) {
        PlanStore.Id id = report.plan().id();
        Optional<ExitStep> step = report.stage().step().filter(_ -> !report.stepWaits());
        step.ifPresent(each -> step(id, each, buttons));
        report.handOver()
                .ifPresent(_ -> buttons.getChildren()
                        .add(Buttons.plain(
                                around.say("disputes.open.activity"), () -> navigation.open(new Place.Activity()))));
        switch (report.stage()) {
            case NO_ROOT_BUT_OWN, LOST_PROOF -> offerOwnRoot(report, buttons);
            case ROOT_IN_DOUBT -> {
                if (!report.waiting().contains(ExitStep.PROVE)) {
                    buttons.getChildren()
                            .add(Buttons.plain(around.say("exits.proveAgain.do"), () -> proveAgain(report)));
                }
            }
            case AWAIT_SEQUENCER, CAME_TO_NOTHING, OVERTAKEN ->
                buttons.getChildren()
                        .add(Buttons.plain(
                                around.say("exits.force"),
                                () -> navigation.open(
                                        new Place.Force(report.plan().chain()))));
            case AWAIT_OWN -> {
                if (report.handOver().isEmpty()) {
                    Runnable go = () -> navigation.open(new Place.Activity());
                    buttons.getChildren().add(Buttons.link(around.say("send.toActivity"), go));
                }
            }
            case CAN_PROVE, CAN_PROVE_CONTESTED, MUST_PROVE_AGAIN -> {
                // What is kept fits none of the roots of others: should no server prove it either, this is left.
                if (entry.worth().filter(Worth.ENOUGH_WITH_BOND::equals).isPresent()) {
                    offerOwnRoot(report, buttons);
                }
            }
            case INITIATE,
                    AWAIT_L2,
                    L1_SILENT,
                    L2_SILENT,
                    PAUSED,
                    ROOTS_NOT_READ,
                    NO_ROOT,
                    ROOT_TOO_NEW,
                    WAITING,
                    WAITING_UNDATED,
                    WAITING_CONTESTED,
                    ROOT_IN_DOUBT_ALONE,
                    CAN_RESOLVE,
                    ROOT_DELETED,
                    CAN_FINISH,
                    CAN_REPLAY,
                    PAID_OUT,
                    PAID_OUT_LOST,
                    PAID_OUT_UNSEEN -> {}
        }
    }

    /// Beside a proof, quietly, the way to the choice of its root.
    private void step(PlanStore.Id id, ExitStep step, FlowPane buttons) {
        String words = around.say("exits.do." + step);
        Runnable go = () -> navigation.open(new Place.ExitStep(id, ExitWish.NONE, false));
        buttons.getChildren().add(primary ? Buttons.primary(words, go) : Buttons.plain(words, go));
        if (step == ExitStep.PROVE) {
            Runnable choose = () -> navigation.open(new Place.ExitRoots(id));
            buttons.getChildren().add(Buttons.link(around.say("exits.root.choose"), choose));
        }
    }

    private void offerOwnRoot(ExitReport report, FlowPane buttons) {
        if (report.bond().isPresent() && !report.waiting().contains(ExitStep.OWN_ROOT)) {
            buttons.getChildren().add(Buttons.plain(around.say("exits.do.OWN_ROOT"), () -> ownRoot(report)));
        }
    }

    /// What a root of one's own means, before its transaction is prepared.
    private void ownRoot(ExitReport report) {
        ask(report, ExitWish.OWN_ROOT, "exits.do.OWN_ROOT");
    }

    /// What another proof means, before its transaction is prepared.
    private void proveAgain(ExitReport report) {
        ask(report, ExitWish.PROVE_AGAIN, "exits.proveAgain.do");
    }

    private void ask(ExitReport report, ExitWish wish, String title) {
        String coin = entry.l1().map(Network::coinSymbol).orElse("");
        String bond =
                report.bond().map(wei -> ExitWords.amount(around, wei, coin)).orElse("");
        WishWords.Said said = WishWords.of(around.phrases(), wish, report, bond).orElseThrow();
        VBox body = new VBox(
                12,
                Labels.wrapped(said.what()),
                Bar.caution(around, said.caution()),
                Labels.wrapped(said.otherwise(), "lb-quiet"));
        Button no = Buttons.plain(around.say("exits.wait"), around.layer()::close);
        Button yes = Buttons.plain(around.say("exits.ownRoot.go"), () -> {
            around.layer().close();
            navigation.open(new Place.ExitStep(report.plan().id(), wish, false));
        });
        around.layer().show(around.say(title), body, around.layer()::close, List.of(no, yes));
    }

    /// Three rungs: taken off the L2, proven, paid out.
    private record Progress(Surroundings around, ExitStage stage) {
        /// Empty where it is not known how far it is.
        Optional<Node> node() {
            return switch (stage) {
                case L1_SILENT, L2_SILENT, PAUSED, ROOTS_NOT_READ -> Optional.empty();
                case INITIATE, AWAIT_OWN, OVERTAKEN, AWAIT_L2, AWAIT_SEQUENCER, CAME_TO_NOTHING ->
                    Optional.of(rungs(0));
                case NO_ROOT,
                        NO_ROOT_BUT_OWN,
                        ROOT_TOO_NEW,
                        CAN_PROVE,
                        CAN_PROVE_CONTESTED,
                        MUST_PROVE_AGAIN,
                        LOST_PROOF,
                        ROOT_DELETED -> Optional.of(rungs(1));
                case WAITING,
                        WAITING_UNDATED,
                        WAITING_CONTESTED,
                        ROOT_IN_DOUBT,
                        ROOT_IN_DOUBT_ALONE,
                        CAN_RESOLVE,
                        CAN_FINISH,
                        CAN_REPLAY -> Optional.of(rungs(2));
                case PAID_OUT, PAID_OUT_LOST, PAID_OUT_UNSEEN -> Optional.of(rungs(3));
            };
        }

        private Node rungs(int done) {
            FlowPane rungs = new FlowPane(16, 4);
            List<String> keys = List.of("exits.rung.off", "exits.rung.proven", "exits.rung.paid");
            for (int i = 0; i < keys.size(); i++) {
                Label rung = Labels.styled(around.say(keys.get(i)), "lb-small", i < done ? "lb-tone-good" : "lb-quiet");
                rung.setGraphic(Icons.beside(i < done ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
                rung.setAccessibleText(around.say(i < done ? "exits.rung.done" : "exits.rung.open", rung.getText()));
                rungs.getChildren().add(rung);
            }
            return rungs;
        }
    }
}
