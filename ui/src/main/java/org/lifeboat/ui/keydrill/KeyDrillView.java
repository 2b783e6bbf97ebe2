package org.lifeboat.ui.keydrill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.keydrill.KeyDrillScreen.Flaw;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.secrets.PasswordBox;
import org.lifeboat.ui.secrets.WordBox;
import org.lifeboat.ui.secrets.WordsBox;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.states.Unreadable;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.WordsProof;
import org.lifeboat.vault.words.PhraseReading;

/// The page of the key drill. Its fields are emptied as soon as they are read, and when the page is left.
public final class KeyDrillView extends DrawnPage {
    private final Surroundings around;
    private final KeyDrillViewModel model;
    private final Runnable unlock;
    private final Navigation navigation;
    private Runnable empty = () -> {};

    /// @param unlock leads to where the password is asked for
    public KeyDrillView(Surroundings around, KeyDrillViewModel model, Runnable unlock, Navigation navigation) {
        super(around, model.screen());
        this.around = around;
        this.model = model;
        this.unlock = unlock;
        this.navigation = navigation;
    }

    @Override
    public void detach() {
        super.detach();
        empty.run();
    }

    @Override
    protected Node drawn() {
        empty.run();
        empty = () -> {};
        return switch (model.screen().getValue()) {
            case KeyDrillScreen.Loading() -> page(new Skeleton(around, 3));
            case KeyDrillScreen.Unreadable() -> page(Unreadable.bar(around, model::load));
            case KeyDrillScreen.Locked() -> page(locked());
            case KeyDrillScreen.NoWords() ->
                page(new EmptyCard(
                        Feather.KEY,
                        around.say("keydrill.noWords"),
                        around.say("keydrill.noWords.why"),
                        Buttons.primary(
                                around.say("balances.toAccounts"), () -> navigation.open(new Place.Accounts()))));
            case KeyDrillScreen.Choosing(int others) -> page(choosing(others));
            case KeyDrillScreen.Few few -> page(few(few));
            case KeyDrillScreen.Whole(Flaw flaw) -> page(whole(flaw));
            case KeyDrillScreen.Checking() -> page(card(new Waiting(around, around.say("keydrill.checking"))));
            case KeyDrillScreen.Proven proven -> page(proven(proven));
        };
    }

    private PageBox page(Node content) {
        return new PageBox(
                around,
                new PageHead(
                        around.say("keydrill.title"),
                        around.say("keydrill.what"),
                        Buttons.link(around.say("drills.back"), () -> navigation.open(new Place.Drills()))),
                content);
    }

    private Node choosing(int others) {
        VBox card = card(
                Labels.heading(around.say("keydrill.few")),
                Labels.wrapped(around.say("keydrill.few.why")),
                row(Buttons.primary(around.say("keydrill.few.go"), model::few)));
        VBox all = card(
                Labels.heading(around.say("keydrill.whole")),
                Labels.wrapped(around.say("keydrill.whole.why")),
                row(Buttons.plain(around.say("keydrill.whole.go"), model::whole)));
        VBox both = new VBox(16, card, all);
        if (others > 0) {
            both.getChildren()
                    .add(new Bar(around, Urgency.CALM, around.phrases().count("keydrill.others", others)));
        }
        return both;
    }

    private Node few(KeyDrillScreen.Few few) {
        VBox card = card(Labels.heading(around.say("keydrill.few")));
        said(few.flaw(), card);
        Map<Integer, WordBox> boxes = new LinkedHashMap<>();
        for (int place : few.asked()) {
            WordBox box = new WordBox();
            boxes.put(place, box);
            card.getChildren().add(new Field(around.say("keydrill.word", place), box.control(), ""));
        }
        PasswordBox password = new PasswordBox();
        card.getChildren()
                .add(new Field(
                        around.say("unlock.password"), password.control(), around.say("keydrill.password.hint")));
        card.getChildren()
                .add(row(
                        Buttons.plain(around.say("action.back"), Feather.ARROW_LEFT, model::choose),
                        Buttons.primary(around.say("keydrill.check"), () -> {
                            Map<Integer, Secret> typed = new LinkedHashMap<>();
                            boxes.forEach((place, box) -> typed.put(place, box.take()));
                            model.answerFew(typed, password.take());
                        })));
        empty = () -> {
            boxes.values().forEach(WordBox::empty);
            password.empty();
        };
        return card;
    }

    private Node whole(Flaw flaw) {
        VBox card = card(Labels.heading(around.say("keydrill.whole")));
        said(flaw, card);
        WordsBox words = new WordsBox();
        PasswordBox passphrase = new PasswordBox();
        card.getChildren()
                .addAll(
                        new Field(around.say("words.enter.field"), words.control(), around.say("keydrill.whole.hint")),
                        new Field(
                                around.say("words.passphrase"),
                                passphrase.control(),
                                around.say("words.passphrase.hint")),
                        row(
                                Buttons.plain(around.say("action.back"), Feather.ARROW_LEFT, model::choose),
                                Buttons.primary(
                                        around.say("keydrill.check"),
                                        () -> model.answerWhole(words.take(), passphrase.take()))));
        empty = () -> {
            words.empty();
            passphrase.empty();
        };
        return card;
    }

    private void said(Flaw flaw, VBox card) {
        switch (flaw) {
            case Flaw.None() -> {}
            case Flaw.Failed() -> card.getChildren().add(Bar.caution(around, around.say("keydrill.failed")));
            case Flaw.Said(WordsProof.Outcome.Locked()) -> card.getChildren().add(locked());
            case Flaw.Said(WordsProof.Outcome outcome) ->
                card.getChildren().add(Bar.caution(around, sentence(outcome)));
        }
    }

    /// Trying again cannot help before the wallet is open.
    private Node locked() {
        return Bar.caution(around, around.say("accounts.locked"), Buttons.plain(around.say("unlock.open"), unlock));
    }

    private String sentence(WordsProof.Outcome outcome) {
        return switch (outcome) {
            case WordsProof.Outcome.WrongWords(List<Integer> positions) ->
                around.say(
                        "keydrill.wrong",
                        positions.stream().map(String::valueOf).collect(Collectors.joining(around.say("list.comma"))));
            case WordsProof.Outcome.NoPhrase(PhraseReading why) -> unreadable(why);
            case WordsProof.Outcome.OtherWallet(int accounts) ->
                around.phrases().count("keydrill.otherWallet", accounts);
            case WordsProof.Outcome.WrongPassword() -> around.say("unlock.wrong");
            case WordsProof.Outcome.NothingThere() -> around.say("keydrill.noWords.why");
            case WordsProof.Outcome.Locked() -> around.say("accounts.locked");
            case WordsProof.Outcome.Proven _ -> throw new IllegalStateException("nothing is wrong with that");
        };
    }

    private String unreadable(PhraseReading why) {
        return switch (why) {
            case PhraseReading.WrongCount(int words) -> around.phrases().count("words.enter.count", words);
            case PhraseReading.UnknownWords unknown ->
                around.say("words.enter.unknown", unknown.words().getFirst().position());
            case PhraseReading.WrongChecksum _ -> around.say("words.enter.checksum");
            case PhraseReading.Valid _ -> throw new IllegalStateException("a phrase is a phrase");
        };
    }

    private Node proven(KeyDrillScreen.Proven proven) {
        VBox card = card(
                Labels.heading(around.say("keydrill.proven")),
                Labels.wrapped(around.phrases()
                        .count(proven.whole() ? "keydrill.proven.whole" : "keydrill.proven.few", proven.accounts())));
        if (proven.others() > 0) {
            card.getChildren().add(Bar.caution(around, around.phrases().count("keydrill.others", proven.others())));
        }
        card.getChildren().add(Labels.wrapped(around.say("keydrill.again"), "lb-quiet"));
        return card;
    }

    private static VBox card(Node... content) {
        VBox card = new VBox(12, content);
        card.getStyleClass().add("lb-card");
        return card;
    }

    private static FlowPane row(Node... buttons) {
        FlowPane row = new FlowPane(8, 8);
        row.getChildren().addAll(buttons);
        return row;
    }
}
