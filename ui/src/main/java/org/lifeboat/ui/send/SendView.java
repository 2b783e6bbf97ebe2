package org.lifeboat.ui.send;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.CheckLine;
import org.lifeboat.ui.parts.CopiedText;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.Focus;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.parts.Waiting;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.states.ConditionBars;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.Skeleton;
import org.lifeboat.ui.states.Unreadable;

/// The page of sending: form, review, what came of it.
public final class SendView extends DrawnPage {
    private static final int GWEI_DIGITS = 9;

    private final Surroundings around;
    private final ObservableValue<SendScreen> screen;
    private final Actions actions;
    private final Navigation navigation;
    private final Place home;
    private Optional<Waiting> waiting = Optional.empty();
    private boolean filled;

    /// What can be done on this page.
    public interface Actions {
        void chooseNetwork(SendForm now, Network network);

        void review(SendForm form);

        /// As [#review] for the form as it stands, with the user's own gas limit.
        void reviewWith(Gas limit);

        /// Asks again for what was to be reviewed, with the user's own nonce.
        void againWith(Nonce nonce);

        void back();

        /// Asks again for what was to be reviewed.
        void again();

        /// @param twice the user was asked a second time
        void sign(SendScreen.Review review, boolean twice);

        /// Leads to the page that asks for the password.
        void unlock();

        /// Waits no longer for what is being signed and sent.
        void stopWaiting();

        /// Reads the chain of evidence of where a name leads; empty if there is none.
        /// @param network that the address is for
        default void nameChain(String name, Network network, Consumer<Optional<EvidenceChain>> found) {
            found.accept(Optional.empty());
        }
    }

    public SendView(Surroundings around, ObservableValue<SendScreen> screen, Actions actions, Navigation navigation) {
        this(around, screen, actions, navigation, new Place.Activity());
    }

    /// @param home where it leads once it is sent
    public SendView(
            Surroundings around,
            ObservableValue<SendScreen> screen,
            Actions actions,
            Navigation navigation,
            Place home) {
        super(around, screen);
        this.home = home;
        this.around = around;
        this.screen = screen;
        this.actions = actions;
        this.navigation = navigation;
    }

    @Override
    public void detach() {
        super.detach();
        waiting.ifPresent(Waiting::stop);
    }

    @Override
    protected Node drawn() {
        waiting.ifPresent(Waiting::stop);
        waiting = Optional.empty();
        if (!filled && screen.getValue() instanceof SendScreen.Filling) {
            filled = true; // who came here wants to fill it in
            around.tasks().onScreen(() -> Focus.first(node()).ifPresent(Node::requestFocus));
        }
        return switch (screen.getValue()) {
            case SendScreen.Loading() -> page("", new Skeleton(around, 4));
            case SendScreen.Unreadable() -> page("", Unreadable.bar(around, actions::again));
            case SendScreen.NoSigner() ->
                missing(Feather.EYE, "send.noSigner", "balances.toAccounts", new Place.Accounts());
            case SendScreen.NoSource() ->
                missing(Feather.SERVER, "send.noSource", "balances.chooseSources", new Place.Networks());
            case SendScreen.Filling filling ->
                page(around.say("send.sentence"), SendFormCard.of(around, filling, actions));
            case SendScreen.Preparing _ ->
                page("", wait(new Waiting(around, around.say("send.preparing"), actions::back)));
            case SendScreen.Sending _ ->
                page(
                        "",
                        wait(new Waiting(
                                around,
                                around.say("send.sending"),
                                around.say("send.stopWaiting"),
                                actions::stopWaiting)));
            case SendScreen.StillSending _ -> page("", after("send.still", around.say("send.still.why")));
            case SendScreen.Unclear _ -> page("", after("send.unclear", around.say("money.unclear")));
            case SendScreen.NotPossible(List<Check> checks) -> page("", notPossible(checks));
            case SendScreen.GasLimitWanted wanted ->
                page("", new GasLimitCard(around, wanted, caught(wanted), actions));
            case SendScreen.NoRecipient(String key, List<String> arguments) ->
                page("", stopped(Bar.caution(around, around.say(key, arguments.toArray()))));
            case SendScreen.NotOffered(String key, List<String> arguments) ->
                page("", notOffered(around.say(key, arguments.toArray())));
            case SendScreen.WouldBeLost lost -> page("", wouldBeLost(lost));
            case SendScreen.NothingToReplace() ->
                page(
                        "",
                        card(
                                new Bar(around, Urgency.CALM, around.say("send.nothingToReplace")),
                                new HBox(8, back(), activity())));
            case SendScreen.Unanswered unanswered -> page("", unanswered(unanswered));
            case SendScreen.Review review -> review(review);
            case SendScreen.Dearer dearer -> page("", dearer(dearer));
            case SendScreen.Sent sent -> page("", sent(sent));
            case SendScreen.NotTaken notTaken -> page("", notTaken(notTaken));
            case SendScreen.NotSigned(SendScreen.Refusal why) -> page("", notSigned(why));
        };
    }

    private String title() {
        if (screen.getValue() instanceof SendScreen.Review review
                && review.draft().replaces().isPresent()) {
            return around.say(
                    review.draft().kind() == OwnTransaction.Kind.CANCEL ? "send.title.cancel" : "send.title.faster");
        }
        return around.say(
                switch (home) {
                    case Place.Exits _ -> "exits.title";
                    case Place.Dispute _ -> "disputes.title";
                    case Place.Deposit _ -> "exits.deposit.title";
                    default -> "send.title";
                });
    }

    private Node page(String sentence, Node content) {
        return new PageBox(around, new PageHead(title(), sentence), content);
    }

    /// What nothing can be sent without, and the way to it.
    private Node missing(Feather icon, String key, String toIt, Place place) {
        return page(
                "",
                new EmptyCard(
                        icon,
                        around.say(key),
                        around.say(key + ".why"),
                        Buttons.primary(around.say(toIt), () -> navigation.open(place))));
    }

    private Node review(SendScreen.Review review) {
        return ReviewCard.of(
                around,
                review,
                actions,
                new PageHead(title(), around.say("send.review.sentence")),
                caught(review.disagreements(), review.draft().network().coinSymbol()));
    }

    private Node wait(Waiting ring) {
        waiting = Optional.of(ring);
        return card(ring);
    }

    private Node notPossible(List<Check> checks) {
        VBox card = card(Labels.heading(around.say("send.notPossible")));
        for (Check check : checks) {
            card.getChildren().add(CheckLine.of(around, check));
        }
        card.getChildren().add(back());
        return card;
    }

    private Node unanswered(SendScreen.Unanswered unanswered) {
        VBox card = card(
                Labels.heading(around.say("send.unanswered")),
                Labels.wrapped(around.say("send.unanswered.why")),
                caught(unanswered.disagreements(), unanswered.coin()));
        for (Note note : unanswered.reasons()) {
            card.getChildren()
                    .add(Labels.wrapped(
                            around.say(note.messageKey(), note.arguments().toArray()), "lb-quiet"));
        }
        card.getChildren()
                .add(new FlowPane(
                        8, 8, back(), sources(), Buttons.primary(around.say("action.tryAgain"), actions::again)));
        return card;
    }

    private Node caught(SendScreen.GasLimitWanted wanted) {
        return caught(wanted.disagreements(), wanted.coin());
    }

    /// Sources that were set aside on the way.
    private Node caught(List<Disagreement> disagreements, String coin) {
        List<Condition> lies = disagreements.stream()
                .<Condition>map(caught -> new Condition.Disagrees(
                        caught.source().shown(), Optional.of(new Condition.Said(caught.contradiction(), coin))))
                .toList();
        return new ConditionBars(around, lies, actions::again, () -> navigation.open(new Place.Networks()));
    }

    private Node sent(SendScreen.Sent sent) {
        boolean l2 = sent.network().isL2();
        String hash = sent.transaction().hash().toHex();
        return card(
                Labels.heading(around.say("send.sent")),
                Labels.wrapped(l2 ? around.say("send.sent.l2") : around.say("send.sent.l1")),
                new CopiedText(around, around.say("activity.hash"), hash),
                Buttons.primary(around.say(toHome()), () -> navigation.open(home)));
    }

    /// What was signed and is not known to be anywhere yet.
    private Node after(String heading, String sentence) {
        return card(Labels.heading(around.say(heading)), Bar.caution(around, sentence), activity());
    }

    private Button activity() {
        return Buttons.primary(around.say("send.toActivity"), () -> navigation.open(new Place.Activity()));
    }

    private String toHome() {
        return switch (home) {
            case Place.Exits _ -> "exits.back";
            case Place.Dispute _ -> "disputes.back";
            case Place.Deposit _ -> "exits.deposit.back";
            default -> "send.toActivity";
        };
    }

    /// The way past the warning leads to another review, which asks a second time.
    private Node wouldBeLost(SendScreen.WouldBeLost lost) {
        String sentence = around.say("money.exit.wouldBeLost", AddressText.grouped(lost.target()));
        Runnable evenSo = () -> navigation.open(new Place.ExitStep(lost.exit(), ExitWish.NONE, true));
        return card(
                Bar.caution(around, sentence),
                new FlowPane(
                        8,
                        8,
                        back(),
                        Buttons.plain(around.say("action.tryAgain"), actions::again),
                        Buttons.danger(around.say("money.exit.evenSo"), evenSo)));
    }

    /// Signing it all the same signs what was shown, no other price.
    private Node dearer(SendScreen.Dearer dearer) {
        Runnable evenSo = () -> actions.sign(dearer.review(), dearer.twice());
        return card(
                Bar.caution(
                        around,
                        around.say(
                                "money.dearer",
                                dearer.review().draft().network().name(),
                                dearer.price().source().shown(),
                                gwei(dearer.price().base()),
                                gwei(dearer.price().most()))),
                new HBox(
                        8,
                        back(),
                        Buttons.plain(around.say("send.dearer.evenSo"), evenSo),
                        Buttons.primary(around.say("send.dearer.again"), actions::again)));
    }

    private String gwei(Wei wei) {
        return AmountText.exact(around, new TokenAmount(wei.value(), GWEI_DIGITS), "gwei");
    }

    private Node notTaken(SendScreen.NotTaken notTaken) {
        VBox card = card(Bar.caution(around, around.say("money.notTaken")));
        for (Submission.Refusal refusal : notTaken.refusals()) {
            card.getChildren()
                    .add(Labels.wrapped(
                            around.say("send.refusal", refusal.source().shown(), refusal.words()), "lb-quiet"));
        }
        card.getChildren().add(activity());
        return card;
    }

    /// What was asked for may be there the next time.
    private Node notOffered(String sentence) {
        return card(
                new Bar(around, Urgency.CALM, sentence),
                new FlowPane(8, 8, back(), sources(), Buttons.primary(around.say("action.tryAgain"), actions::again)));
    }

    private Button sources() {
        return Buttons.plain(around.say("action.openSources"), () -> navigation.open(new Place.Networks()));
    }

    private Node stopped(Bar said) {
        return card(said, back());
    }

    private Node notSigned(SendScreen.Refusal why) {
        Bar said = Bar.caution(around, around.phrases().choice(why));
        return why == SendScreen.Refusal.LOCKED
                ? card(said, new HBox(8, back(), Buttons.primary(around.say("unlock.open"), actions::unlock)))
                : stopped(said);
    }

    private Node back() {
        return Buttons.plain(around.say("action.back"), Feather.ARROW_LEFT, actions::back);
    }

    private static VBox card(Node... content) {
        VBox card = new VBox(12, content);
        card.getStyleClass().addAll("lb-card", "lb-roomy");
        return card;
    }
}
