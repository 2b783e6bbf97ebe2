package org.lifeboat.sandbox.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.rollup.RollupWorld.ANNA;
import static org.lifeboat.sandbox.rollup.RollupWorld.PLAN;
import static org.lifeboat.sandbox.rollup.RollupWorld.STRANGER;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Powers;
import org.lifeboat.rollups.opstack.Reads;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.world.PlayWorld;

/// Those who work for the rollup, when they do not do as they should.
class MisbehaviourTest {
    private static final L1Call PAYMENT = new L1Call(STRANGER, Wei.of(5), Bytes.EMPTY);

    private final RollupWorld world = new RollupWorld();
    private final Layer2Node l2 = world.l2();
    private final BridgeView view = new BridgeView(world.l1, PLAN.portal());

    @BeforeEach
    void fund() {
        world.onL1(OpStack.deposit(PLAN.portal(), ANNA.address(), PlayWorld.ether(10)));
        world.goOn(2);
    }

    @Test
    void equivocation_showsAPaymentThatIsWrittenDownNowhere() {
        world.rollup.tell(Role.SEQUENCER, new Conduct.Equivocating());
        Hash32 payment = world.onShown(PAYMENT);
        world.goOn(10);
        ChainNode shown = world.rollup.shown();

        assertThat(RollupWorld.succeeded(shown, payment)).isTrue();
        assertThat(RollupWorld.balance(shown, STRANGER)).contains(Wei.of(5));
        SealedBlock block = shown.history().transaction(payment).orElseThrow().block();
        assertThat(shown.safe().number()).as("it is called safe").isGreaterThan(block.number());
        assertThat(l2.history().transaction(payment)).isEmpty();
        assertThat(l2.safe().number()).isGreaterThan(block.number());
        assertThat(l2.history().at(block.number()).map(SealedBlock::hash)).isNotEqualTo(Optional.of(block.hash()));

        world.rollup.tell(Role.SEQUENCER, new Conduct.Honest());
        assertThat(world.rollup.shown().history().transaction(payment)).isEmpty();
    }

    @Test
    void equivocation_goesOn_whereL1IsReorganised() {
        world.rollup.tell(Role.SEQUENCER, new Conduct.Equivocating());
        world.goOn(3);
        world.l1.reorganise(2, false);
        world.goOn(3);
        ChainNode shown = world.rollup.shown();

        assertThat(shown.history().newest().header().unixSeconds())
                .isEqualTo(l2.history().newest().header().unixSeconds());
    }

    @Test
    void aLateSequencer_letsPeopleWait() {
        world.rollup.tell(Role.SEQUENCER, new Conduct.Late(60));
        Hash32 payment = world.onL2(PAYMENT);
        world.goOn(5);
        assertThat(l2.pending(payment)).isPresent();

        world.goOn(2);
        assertThat(RollupWorld.succeeded(l2, payment)).isTrue();
    }

    @Test
    void aLateBatcher_writesDownOnlyWhatIsOld() {
        world.rollup.tell(Role.BATCHER, new Conduct.Late(120));
        Hash32 payment = world.onL2(PAYMENT);
        world.goOn(8);
        long block = l2.history().transaction(payment).orElseThrow().block().number();
        assertThat(l2.safe().number()).isLessThan(block);

        world.goOn(6);
        assertThat(l2.safe().number()).isGreaterThanOrEqualTo(block);
        assertThat(RollupWorld.succeeded(l2, payment)).isTrue();
    }

    @Test
    void aLateProposer_postsItsRootLater() {
        world.rollup.tell(Role.PROPOSER, new Conduct.Late(120));
        world.onL2(OpStack.initiate(STRANGER, Wei.of(7)));
        world.goOn(5);
        assertThat(view.games(view.bridge(), 1)).isEmpty();

        world.goOn(8);
        assertThat(view.games(view.bridge(), 1)).hasSize(1);
    }

    @Test
    void aLateChallenger_contestsLater() {
        world.rollup.tell(Role.PROPOSER, new Conduct.FalseRoots());
        world.rollup.tell(Role.CHALLENGER, new Conduct.Late(900));
        world.onL2(OpStack.initiate(STRANGER, Wei.of(7)));
        world.goOn(5);
        assertThat(view.games(view.bridge(), 1)).singleElement().matches(game -> !game.contested());

        world.goOn(130);
        assertThat(view.games(view.bridge(), 9)).last().matches(Game::contested);
    }

    @Test
    void aChallengerThatIsHonestAgain_contestsAtOnceWhatWasTooYoungForIt() {
        world.rollup.tell(Role.PROPOSER, new Conduct.FalseRoots());
        world.rollup.tell(Role.CHALLENGER, new Conduct.Late(3_600));
        world.onL2(OpStack.initiate(STRANGER, Wei.of(7)));
        world.goOn(5);
        assertThat(view.games(view.bridge(), 1)).singleElement().matches(game -> !game.contested());

        world.rollup.tell(Role.CHALLENGER, new Conduct.Honest());
        world.goOn(1);

        assertThat(view.games(view.bridge(), 1)).singleElement().matches(Game::contested);
    }

    /// What a game may use is fixed with it. Source: fault-proof specification, "Fault Proof Program".
    @Test
    void aTrueRoot_postedBeforeL1HoldsItsBlock_isContested() {
        world.rollup.tell(Role.BATCHER, new Conduct.Stopped());
        world.goOn(5);
        SealedBlock early = world.l2().history().newest();
        assertThat(early.number()).isGreaterThan(world.l2().safe().number());
        Hash32 posted = world.onL1(OpStack.ownRoot(
                view.bridge(), OutputRoot.of(early.header()).orElseThrow(), new L2Block(early.number())));
        world.rollup.tell(Role.BATCHER, new Conduct.Honest());
        world.goOn(10);

        assertThat(RollupWorld.succeeded(world.l1, posted)).isTrue();
        assertThat(world.l2().history().at(early.number())).contains(early);
        assertThat(world.l2().safe().number()).isGreaterThan(early.number());
        assertThat(view.games(view.bridge(), 9))
                .filteredOn(game -> game.block().number() == early.number())
                .singleElement()
                .matches(Game::contested);
    }

    @Test
    void theGuardian_stopsTheBridge_andLetsItGoOn() {
        world.rollup.guardian().pause(true);
        assertThat(view.bridge().paused()).isTrue();

        world.rollup.guardian().pause(false);
        assertThat(view.bridge().paused()).isFalse();
    }

    @Test
    void theGuardian_putsOtherCodeBehindThePortal_andEverythingGoesOn() {
        assertThat(powers().upgrader()).contains(PLAN.account(Role.GUARDIAN));
        Optional<Address> before = code();

        Address made = world.rollup.guardian().changePortal();

        assertThat(before).isPresent().isNotEqualTo(Optional.of(made));
        assertThat(code()).contains(made);
        Hash32 deposit = world.onL1(OpStack.deposit(PLAN.portal(), STRANGER, PlayWorld.ether(1)));
        assertThat(RollupWorld.succeeded(world.l1, deposit)).isTrue();
    }

    private Optional<Address> code() {
        return Optional.ofNullable(powers().codes().get(Powers.Role.PORTAL));
    }

    private Powers powers() {
        Reads reads = new Reads(view::run);
        return OpStack.powers(reads, OpStack.contracts(reads, PLAN.portal()).orElseThrow());
    }

    @Test
    void whoFails_isNamed_andTheOthersWorkOn() {
        world.rollup.hire(Role.BATCHER, (_, _) -> {
            throw new IllegalStateException("no ink");
        });
        long before = l2.history().newest().number();
        world.l1.mine();
        world.rollup.turn(world.l1.clock().now() + 20);

        assertThat(world.rollup.faults().all()).singleElement().satisfies(fault -> {
            assertThat(fault.who()).isEqualTo("batcher");
            assertThat(fault.what()).contains("no ink");
        });
        assertThat(l2.history().newest().number()).isGreaterThan(before);
    }
}
