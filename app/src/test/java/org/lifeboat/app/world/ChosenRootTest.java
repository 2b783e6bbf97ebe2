package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.ExitNext;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitRoots;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.send.Check;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.PlayWorld;

/// A withdrawal proven against a root of the user's choice, with whole worlds around it.
class ChosenRootTest {
    private static final int MOST_TURNS = 60;

    private WorldWallet wallet;
    private Exits.Plan plan;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        RollupPlan.Habits habits = new RollupPlan.Habits(
                RollupPlan.FIRST.habits().blockSeconds(),
                RollupPlan.FIRST.habits().batches(),
                120,
                true);
        wallet = WorldWallet.quick(Hash32.ofNumber(777).toArray(), RollupPlan.FIRST.with(habits));
        plan = wallet.begin(ExitState.Way.SEQUENCER, PlayWorld.ether(1));
        assertThat(wallet.carryOut(plan)).isTrue();
        for (int turn = 0; turn < MOST_TURNS && fitting().size() < 3; turn++) {
            wallet.blocks(2);
            plan = wallet.look(plan).plan();
        }
        assertThat(fitting()).as("roots to choose from").hasSizeGreaterThanOrEqualTo(3);
    }

    @AfterEach
    void close() throws IOException {
        wallet.close();
    }

    @Test
    void aRootThatIsNotTheWalletsOwn_isProvenAgainst_andPaysOut() throws InterruptedException {
        RootOffer chosen = choose();

        assertThat(wallet.exits().find(plan.id()).orElseThrow().state().chosenRoot())
                .as("on disk, before anything is signed")
                .contains(new RootPlace(chosen.index(), chosen.root()));
        ExitRequest request = wallet.request(wallet.look(plan), false);
        assertThat(request).isInstanceOfSatisfying(ExitRequest.Offered.class, offered -> {
            assertThat(offered.step()).isEqualTo(ExitStep.PROVE);
            assertThat(offered.first())
                    .extracting(Check::kind)
                    .containsExactly(Check.Kind.ROOT_CHOSEN, Check.Kind.ROOT_OPEN, Check.Kind.ROOT_NOT_CHECKED);
        });
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(2);
        assertThat(proven().contract().equals(chosen.contract())).isTrue();

        List<String> story = new ArrayList<>();
        ExitHome home = new ExitHome(wallet, plan, story);
        for (int turn = 0; turn < MOST_TURNS && !home.isOver(); turn++) {
            wallet.skip(home.turn().plusSeconds(12));
        }
        assertThat(wallet.stage(plan)).as("%s", story).isEqualTo(ExitStage.PAID_OUT);
    }

    @Test
    void aChosenRootThatIsStruckOut_isForgotten_andAnotherIsProvenAgainst() throws InterruptedException {
        RootOffer chosen = choose();
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(2);
        wallet.rollup().guardian().blacklist(chosen.contract());
        wallet.blocks(2);

        Exits.Look look = wallet.look(plan);

        assertThat(look.plan().state().chosenRoot()).isEmpty();
        assertThat(wallet.exits().find(plan.id()).orElseThrow().state().forgottenRoot())
                .as("on disk, to be said at the next start too")
                .contains(new RootPlace(chosen.index(), chosen.root()));
        assertThat(look.next())
                .isInstanceOfSatisfying(
                        ExitNext.OnL1.class,
                        on -> assertThat(on.standing())
                                .isInstanceOfSatisfying(
                                        Standing.MustProveAgain.class,
                                        again -> assertThat(again.better()
                                                        .orElseThrow()
                                                        .contract()
                                                        .equals(chosen.contract()))
                                                .isFalse()));
        assertThat(roots().choose(look.plan(), wallet.place(), ExitRoots.Named.of(chosen.contract())))
                .isInstanceOfSatisfying(
                        ExitRoots.Chosen.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(RootOffer.Refusal.BLACKLISTED));
        assertThat(wallet.carryOut(plan)).isTrue();
        wallet.blocks(2);
        assertThat(proven().contract().equals(chosen.contract())).isFalse();
        assertThat(wallet.look(plan).plan().state().forgottenRoot())
                .as("another proof stands")
                .isEmpty();
    }

    @Test
    void theWalletsOwn_chosen_isNoChoice_andAnUnknownOneIsNone() {
        choose();
        RootOffer own =
                fitting().stream().filter(RootOffer::recommended).findFirst().orElseThrow();

        assertThat(roots().choose(plan, wallet.place(), ExitRoots.Named.of(own)))
                .isInstanceOf(ExitRoots.Chosen.Kept.class);
        assertThat(wallet.exits().find(plan.id()).orElseThrow().state().chosenRoot())
                .isEmpty();
        assertThat(roots().choose(plan, wallet.place(), ExitRoots.Named.at(99_999)))
                .isEqualTo(new ExitRoots.Chosen.Unknown());
        ExitRoots.Named another =
                new ExitRoots.Named(Optional.of(own.index()), Optional.empty(), Optional.of(Hash32.ZERO));
        assertThat(roots().choose(plan, wallet.place(), another))
                .as("another root stands there")
                .isEqualTo(new ExitRoots.Chosen.Unknown());
    }

    private ExitRoots roots() {
        return new ExitRoots(wallet.storage(), wallet::now, WorldWallet.PATIENCE);
    }

    /// The newest one that fits; never the wallet's own.
    private RootOffer choose() {
        assertThat(fitting().getFirst().recommended())
                .as("the wallet's own stands first")
                .isTrue();
        RootOffer wanted =
                fitting().stream().filter(one -> !one.recommended()).findFirst().orElseThrow();
        ExitRoots.Chosen chosen = roots().choose(plan, wallet.place(), ExitRoots.Named.of(wanted));
        assertThat(chosen).isInstanceOf(ExitRoots.Chosen.Kept.class);
        return wanted;
    }

    private List<RootOffer> fitting() {
        return roots().read(plan, wallet.place()) instanceof ExitRoots.Seen.Read read
                ? read.roots().stream().filter(one -> one.refusal().isEmpty()).toList()
                : List.of();
    }

    /// What the newest own proof stands on.
    private Game proven() {
        ExitNext next = wallet.look(plan).next();
        return next instanceof ExitNext.OnL1(Standing.Waiting(var proof, var _), var _)
                ? proof.game()
                : fail("not proven: " + next);
    }
}
