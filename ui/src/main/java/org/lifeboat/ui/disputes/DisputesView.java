package org.lifeboat.ui.disputes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.dispute.Contest;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.disputes.DisputesScreen.One;
import org.lifeboat.ui.disputes.DisputesScreen.Root;
import org.lifeboat.ui.disputes.DisputesScreen.Roots;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.Anew;
import org.lifeboat.ui.parts.AssuranceBadge;
import org.lifeboat.ui.parts.AssuranceKind;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.DrawnPage;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.PageBox;
import org.lifeboat.ui.parts.PageHead;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.parts.Urgency;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.EmptyCard;
import org.lifeboat.ui.states.NoWayCard;
import org.lifeboat.ui.states.Skeleton;

/// The posted roots of an L2, or one of them with the contest about it.
public final class DisputesView extends DrawnPage {
    private final Surroundings around;
    private final ObservableValue<DisputesScreen> screen;
    private final Actions actions;
    private final Navigation navigation;
    private final Place back;

    /// What can be done on these pages, beside going elsewhere.
    public interface Actions {
        /// Asks L1 again.
        void look();

        /// Stops asking.
        void giveUp();

        /// Computes here what the root should be.
        void check();

        /// Ends the check at the next block.
        void end();

        /// Follows what the account has in the game, without a check.
        void follow(Account account);

        /// Keeps the verdict, and the account's wish to act on it.
        void begin(Account account);
    }

    /// @param back where the way back leads
    public DisputesView(
            Surroundings around,
            ObservableValue<DisputesScreen> screen,
            Actions actions,
            Navigation navigation,
            Place back) {
        super(around, screen);
        this.around = around;
        this.screen = screen;
        this.actions = actions;
        this.navigation = navigation;
        this.back = back;
    }

    @Override
    protected Node drawn() {
        return switch (screen.getValue()) {
            case DisputesScreen.Loading() -> page(() -> "", new Skeleton(around, 5, actions::giveUp));
            case DisputesScreen.NoWay(String key, List<String> arguments) ->
                page(
                        () -> "",
                        NoWayCard.of(
                                around,
                                Feather.HELP_CIRCLE,
                                "disputes.noWay",
                                key,
                                arguments,
                                navigation,
                                actions::look));
            case Roots roots -> roots(roots);
            case One one -> one(one);
        };
    }

    private PageBox page(Supplier<String> sentence, Node... content) {
        PageBox page = new PageBox(
                around,
                new PageHead(
                        around.say("disputes.title"),
                        sentence,
                        Buttons.link(around.say("action.back"), () -> navigation.open(back)),
                        Buttons.plain(around.say("exits.look"), Feather.REFRESH_CW, actions::look)));
        page.getChildren().addAll(content);
        return page;
    }

    private Node roots(Roots roots) {
        PageBox page = page(() -> around.say(
                "disputes.sentence",
                roots.l2().name(),
                roots.l1().name(),
                around.phrases().ago(roots.at())));
        if (roots.roots().isEmpty()) {
            page.getChildren()
                    .add(new EmptyCard(Feather.ANCHOR, around.say("disputes.none"), around.say("disputes.none.why")));
            return page;
        }
        page.getChildren().add(assurance(roots.assurance()));
        ChainId chain = roots.l2().chain();
        roots.roots().forEach(root -> page.getChildren().add(root(chain, root)));
        return page;
    }

    private Node root(ChainId chain, Root root) {
        Contest contest = root.contest();
        VBox card = card(
                Anew.wrapped(
                        () -> around.say(
                                contest.kind() == Contest.Kind.SUPER ? "disputes.root.super" : "disputes.root",
                                around.phrases().number(contest.block().number()),
                                around.phrases().ago(contest.createdAt().toInstant())),
                        "lb-strong"),
                status(around, contest, root.stance(), Optional.empty()));
        contest.tree()
                .filter(_ -> contest.status().isOpen())
                .ifPresent(tree -> card.getChildren()
                        .add(Labels.wrapped(until(around, contest, root.stance(), tree), "lb-strong")));
        if (!isFalseAndOpen(contest, root.stance())) { // which its bar has said
            card.getChildren().add(Labels.wrapped(stance(around, root.stance()), "lb-quiet", "lb-small"));
        }
        if (contest.kind() == Contest.Kind.ORACLE) {
            return card; // There is no contest to be opened.
        }
        card.getChildren()
                .add(new FlowPane(
                        8,
                        8,
                        Buttons.plain(
                                around.say("disputes.open"),
                                () -> navigation.open(new Place.Dispute(chain, contest.contract()))),
                        Labels.styled(AddressText.shortened(contest.contract()), "lb-quiet", "lb-small", "lb-mono")));
        return card;
    }

    private Node one(One one) {
        Contest contest = one.contest();
        PageBox page = page(() -> around.say(
                contest.kind() == Contest.Kind.SUPER ? "disputes.one.super" : "disputes.one.sentence",
                one.l2().name(),
                around.phrases().number(contest.block().number()),
                around.phrases().ago(one.at())));
        Optional<DisputeState.Stance> stance = one.own().stream()
                .max(Comparator.comparing(own -> own.plan().begunAt()))
                .map(own -> own.plan().state().stance());
        Optional<Urgency> own = one.own().stream()
                .map(DisputesScreen.Own::haste)
                .max(Comparator.naturalOrder())
                .map(Urgency::of);
        page.getChildren().add(one.isGone() ? gone(own.orElse(Urgency.CALM)) : status(around, contest, stance, own));
        page.getChildren().add(new NextCard(around, one, actions, navigation).node());
        page.getChildren().add(ContestCard.of(around, one));
        contest.tree().ifPresent(tree -> page.getChildren().add(ClaimTree.of(around, one, tree)));
        page.getChildren().add(assurance(one.assurance()));
        return page;
    }

    private Node gone(Urgency urgency) {
        String said = around.say("dispute.gone");
        return urgency == Urgency.CALM ? Labels.wrapped(said) : new Bar(around, urgency, said);
    }

    private Node assurance(Assurance assurance) {
        AssuranceKind kind = AssuranceKind.ofL1(assurance);
        return new VBox(
                4,
                AssuranceBadge.still(around, kind),
                Labels.wrapped(AssuranceBadge.explanation(around, kind), "lb-quiet", "lb-small"));
    }

    /// A root that was found false here, and stands, is urgent; where the user takes part, as much as that calls for.
    /// @param own how soon the user's own part in it wants its user; empty where there is none
    static Node status(
            Surroundings around, Contest contest, Optional<DisputeState.Stance> stance, Optional<Urgency> own) {
        String sentence = around.say("dispute.status." + contest.status(), contest.claims() - 1);
        boolean open = isFalseAndOpen(contest, stance);
        String said = open ? around.phrases().together(List.of(stance(around, stance), sentence)) : sentence;
        if (own.isEmpty()) {
            return open ? Bar.caution(around, said) : Labels.wrapped(said);
        }
        return open || own.get() != Urgency.CALM ? new Bar(around, own.get(), said) : Labels.wrapped(said);
    }

    /// Until when somebody has to act, and what comes of it if nobody does.
    static String until(Surroundings around, Contest contest, Optional<DisputeState.Stance> stance, Contest.Tree tree) {
        boolean alone = contest.status() == Contest.Status.IN_PROGRESS && isFalseAndOpen(contest, stance);
        return around.say(
                alone ? "disputes.until.false" : "disputes.until",
                around.phrases().moment(tree.settlesAt().toInstant()));
    }

    static boolean isFalseAndOpen(Contest contest, Optional<DisputeState.Stance> stance) {
        return contest.status().isOpen() && stance.equals(Optional.of(DisputeState.Stance.ATTACK));
    }

    static String stance(Surroundings around, Optional<DisputeState.Stance> stance) {
        return around.say("dispute.stance." + stance.map(Enum::name).orElse("NONE"));
    }

    static VBox card(Node... content) {
        VBox card = new VBox(8, content);
        card.getStyleClass().add("lb-card");
        return card;
    }
}
