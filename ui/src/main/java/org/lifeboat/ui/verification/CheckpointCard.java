package org.lifeboat.ui.verification;

import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.verification.VerificationScreen.Proposal;
import org.lifeboat.ui.verification.VerificationScreen.Shown;

/// Where following begins: the one thing that is believed, so it is shown whole and agreed to.
final class CheckpointCard {
    /// Fewer cannot agree on anything.
    private static final int FEWEST_OPERATORS = 2;

    private CheckpointCard() {}

    /// @param asking that the beacon nodes are being asked, with a way to give up
    static Node of(
            Surroundings around,
            VerificationViewModel model,
            Shown shown,
            TextField typed,
            Function<String, Node> asking) {
        VBox card = new VBox(12, Labels.heading(around.say("sync.page.checkpoint")));
        card.getStyleClass().add("lb-card");
        switch (shown.proposal()) {
            case Proposal.None() ->
                card.getChildren()
                        .addAll(
                                Labels.wrapped(around.say("sync.page.checkpoint.why")),
                                Labels.wrapped(around.say("sync.page.age", Follower.OLDEST.toDays()), "lb-quiet"),
                                ways(around, model, shown),
                                typed(around, model, typed));
            case Proposal.Asking() -> card.getChildren().add(asking.apply(around.say("sync.page.agreeing")));
            case Proposal.Offered offered -> card.getChildren().add(offered(around, model, offered));
            case Proposal.NotAgreed notAgreed -> card.getChildren().add(notAgreed(around, model, notAgreed));
        }
        return card;
    }

    private static Node ways(Surroundings around, VerificationViewModel model, Shown shown) {
        FlowPane ways = new FlowPane(8, 8);
        boolean enough = shown.beacons().size() >= FEWEST_OPERATORS;
        // Where two histories were signed, agreement is not what decides.
        boolean wanted = enough && shown.wantsCheckpoint() && shown.status().phase() != SyncStatus.Phase.CONFLICT;
        Button agree = wanted
                ? Buttons.primary(around.say("sync.page.agree"), model::offerAgreed)
                : Buttons.plain(around.say("sync.page.agree"), model::offerAgreed);
        agree.setDisable(!enough);
        ways.getChildren().add(agree);
        shown.builtIn().ifPresent(date -> {
            String words = around.say("sync.page.builtIn", date, shown.daysSince(date));
            Button builtIn = Buttons.plain(words, model::offerBuiltIn);
            ways.getChildren().add(shown.isOld(date) ? 1 : 0, builtIn); // what is too old is not the first choice
        });
        VBox box = new VBox(4, ways);
        if (!enough) {
            box.getChildren().add(Labels.wrapped(around.say("sync.page.agree.few"), "lb-quiet", "lb-small"));
        }
        return box;
    }

    private static Node typed(Surroundings around, VerificationViewModel model, TextField root) {
        root.getStyleClass().setAll("text-input", "text-field", "lb-mono");
        Button use = Buttons.plain(around.say("sync.page.typed.use"), () -> model.offerTyped(root.getText()));
        HBox.setHgrow(root, Priority.ALWAYS);
        return new Field(
                around.say("sync.page.typed"), root, new HBox(8, root, use), around.say("sync.page.typed.hint"));
    }

    private static Node offered(Surroundings around, VerificationViewModel model, Proposal.Offered offered) {
        StoredCheckpoint checkpoint = offered.checkpoint();
        VBox box = new VBox(
                12, FingerprintText.of(checkpoint.root(), "lb-strong"), StandingCard.origin(around, checkpoint));
        others(around, box, offered.others());
        box.getChildren().addAll(Labels.wrapped(around.say("sync.page.compare")), begin(around, model, offered));
        return box;
    }

    /// What the nodes agree on is of today; any other checkpoint may be old. Where somebody named another
    /// one, beginning is not proposed.
    private static Node begin(Surroundings around, VerificationViewModel model, Proposal.Offered offered) {
        Runnable go = () -> model.accept(false);
        Button begin = offered.others().isEmpty()
                ? Buttons.primary(around.say("sync.page.begin"), go)
                : Buttons.plain(around.say("sync.page.begin"), go);
        FlowPane buttons = new FlowPane(8, 8, Buttons.plain(around.say("action.cancel"), model::dropOffer));
        if (offered.checkpoint().origin() == StoredCheckpoint.Origin.AGREED) {
            buttons.getChildren().add(begin);
            return buttons;
        }
        buttons.getChildren().addAll(Buttons.plain(around.say("sync.page.beginOld"), () -> model.accept(true)), begin);
        return new VBox(
                12, Labels.wrapped(around.say("sync.page.oldRisk", Follower.OLDEST.toDays()), "lb-quiet"), buttons);
    }

    private static void others(Surroundings around, VBox box, Map<String, Hash32> others) {
        others.forEach((host, root) -> box.getChildren()
                .addAll(Bar.caution(around, around.say("sync.page.another", host)), FingerprintText.of(root)));
    }

    private static Node notAgreed(Surroundings around, VerificationViewModel model, Proposal.NotAgreed notAgreed) {
        VBox box = new VBox(12, Bar.caution(around, around.say("sync.page.notAgreed", notAgreed.needed())));
        notAgreed
                .named()
                .forEach((host, root) -> box.getChildren()
                        .addAll(Labels.wrapped(around.say("sync.page.named", host)), FingerprintText.of(root)));
        notAgreed
                .silent()
                .forEach(host ->
                        box.getChildren().add(Labels.wrapped(around.say("sync.page.silent", host), "lb-small")));
        box.getChildren().add(Buttons.plain(around.say("action.back"), model::dropOffer));
        return box;
    }
}
