package org.lifeboat.ui.exits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.dispute.ContestStage;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Worth;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.Haste;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.exits.ExitsScreen.Disputed;
import org.lifeboat.ui.exits.ExitsScreen.Entry;
import org.lifeboat.ui.exits.ExitsScreen.Reading;
import org.lifeboat.ui.exits.ExitsScreen.Remark;
import org.lifeboat.ui.exits.ExitsScreen.Shown;

class ExitsViewModelTest {
    private final Desk desk = new Desk();
    private final LaterTasks tasks = new LaterTasks();
    private final ExitsViewModel model = new ExitsViewModel(desk, tasks, InstantSource.fixed(ExitCases.NOW));

    @Test
    void ofTheUsersContests_theOneWhoseClockRunsOutFirst_comesFirst() {
        desk.contests.add(ExitCases.contest(1, ContestStage.WAIT, Haste.CALM));
        desk.contests.add(ExitCases.contest(2, ContestStage.MOVE, Haste.THIS_WEEK));
        desk.contests.add(ExitCases.contest(3, ContestStage.MOVE, Haste.NOW));
        model.load();
        tasks.runAll();

        assertThat(shown().contests())
                .extracting(contest -> contest.plan().id().value())
                .containsExactly(3L, 2L, 1L);
        assertThat(shown().contests().getFirst().sight()).contains(desk.contests.get(2));
    }

    @Test
    void brokenDisk_isNotTakenForNothingBegun() {
        desk.broken = true;
        model.load();
        tasks.runAll();

        assertThat(model.screen().get()).isEqualTo(new ExitsScreen.Unreadable());
    }

    @Test
    void whatIsKept_standsThere_beforeAnybodyAnswered() {
        desk.plan(1, Sheets.OPTIMISM, ExitStage.CAN_FINISH);
        assertThat(model.screen().get()).isInstanceOf(ExitsScreen.Loading.class);

        model.load();
        tasks.runNext();

        Shown kept = shown();
        assertThat(kept.asking()).isEqualTo(2);
        assertThat(kept.exits())
                .singleElement()
                .satisfies(entry -> assertThat(entry.report()).isEmpty());
        assertThat(kept.layers())
                .allSatisfy(layer -> assertThat(layer.reading()).isEqualTo(new Reading.NotAsked()));
        tasks.runAll();
        assertThat(shown().asking()).isZero();
        assertThat(shown().exits())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.report().orElseThrow().stage()).isEqualTo(ExitStage.CAN_FINISH));
    }

    @Test
    void whatCallsForTheUser_comesFirst_andWhatIsOverLast() {
        desk.plan(1, Sheets.OPTIMISM, ExitStage.PAID_OUT);
        desk.plan(2, Sheets.OPTIMISM, ExitStage.WAITING);
        desk.plan(3, Sheets.BASE, ExitStage.CAN_FINISH);
        model.load();
        tasks.runAll();

        assertThat(shown().exits().stream()
                        .map(Entry::plan)
                        .map(plan -> plan.id().value()))
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void aLayerThatFallsSilent_keepsWhatWasReadBefore() {
        model.load();
        tasks.runAll();
        desk.silent.add(Sheets.BASE.chain());
        model.load();
        tasks.runAll();

        Reading base = shown().layers().stream()
                .filter(layer -> layer.l2().equals(Sheets.BASE))
                .findFirst()
                .orElseThrow()
                .reading();
        assertThat(base)
                .isInstanceOfSatisfying(
                        Reading.Silent.class,
                        silent -> assertThat(silent.before()).isPresent());
    }

    @Test
    void aLateAnswerOfAnEarlierLook_changesNothing() {
        desk.plan(1, Sheets.OPTIMISM, ExitStage.CAN_PROVE);
        model.load();
        tasks.runNext();
        model.load();
        desk.stages.put(new PlanStore.Id(1), ExitStage.WAITING);
        tasks.runAll();

        assertThat(shown().asking()).as("the second look's two layers").isZero();
        assertThat(shown().exits().getFirst().report().orElseThrow().stage()).isEqualTo(ExitStage.WAITING);
    }

    @Test
    void aSearch_saysWhatItFound_orThatNobodyGaveTheList() {
        model.load();
        tasks.runAll();
        desk.found = Optional.of(2);
        model.find(Sheets.OPTIMISM, Sheets.ONE, Optional.empty());
        assertThat(shown().remark()).isEqualTo(new Remark.Searching("OP Mainnet"));
        tasks.runAll();
        assertThat(shown().remark()).isEqualTo(new Remark.Found(2, "OP Mainnet"));

        desk.found = Optional.empty();
        model.find(Sheets.OPTIMISM, Sheets.ONE, Optional.of(Duration.ofDays(30)));
        tasks.runAll();
        assertThat(shown().remark()).isEqualTo(new Remark.NoList("OP Mainnet"));
    }

    @Test
    void oneTransaction_isLookedUp_andWhatCameOfItIsSaid() {
        model.load();
        tasks.runAll();
        desk.taken = new Remark.NothingNew("found.notMine", "OP Mainnet");
        model.find(Sheets.OPTIMISM, Hash32.ofNumber(7));
        assertThat(shown().remark()).isEqualTo(new Remark.Searching("OP Mainnet"));
        tasks.runAll();
        assertThat(shown().remark()).isEqualTo(new Remark.NothingNew("found.notMine", "OP Mainnet"));
    }

    @Test
    void givingUp_stopsAsking_andKeepsWhatCameIn() {
        desk.plan(1, Sheets.OPTIMISM, ExitStage.CAN_FINISH);
        model.load();
        tasks.runNext();
        tasks.runNext();
        model.giveUp();
        tasks.runAll();

        assertThat(shown().asking()).isZero();
        assertThat(shown().remark()).isEqualTo(new Remark.GivenUp());
        assertThat(shown().layers().getFirst().reading()).isInstanceOf(Reading.Read.class);
        assertThat(shown().layers().getLast().reading()).isEqualTo(new Reading.NotAsked());
    }

    @Test
    void aSearch_canBeGivenUp_andIsNotEndedByAnotherLook() {
        model.load();
        tasks.runAll();
        desk.found = Optional.of(2);
        model.find(Sheets.OPTIMISM, Sheets.ONE, Optional.empty());
        model.giveUp();
        tasks.runAll();
        assertThat(shown().remark()).isEqualTo(new Remark.GivenUp());

        model.find(Sheets.OPTIMISM, Sheets.ONE, Optional.empty());
        model.load();
        tasks.runNext();
        tasks.runAll();
        assertThat(shown().remark()).isEqualTo(new Remark.Found(2, "OP Mainnet"));
    }

    /// Else it could be pressed twice.
    @Test
    void whatWasSigned_isNotOfferedAgain_beforeAnybodyHasAnswered() {
        desk.plan(1, Sheets.OPTIMISM, ExitStage.CAN_FINISH);
        model.load();
        tasks.runAll();
        assertThat(shown().exits().getFirst().report().orElseThrow().stepWaits())
                .isFalse();

        desk.signed.put(desk.plans.getFirst().id(), List.of(ExitStep.FINISH));
        model.load();
        tasks.runNext();
        assertThat(shown().exits().getFirst().report().orElseThrow().stepWaits())
                .as("by the records alone")
                .isTrue();
    }

    @Test
    void evidence_isWorthWhatWasFoundAtTheLastLook() {
        desk.plan(1, Sheets.OPTIMISM, ExitStage.CAN_PROVE);
        model.load();
        tasks.runNext();
        assertThat(shown().exits().getFirst().worth())
                .as("before anybody answered")
                .isEmpty();
        tasks.runAll();

        assertThat(shown().exits().getFirst().worth()).contains(Worth.ENOUGH_KEPT);
        assertThat(model.evidence(shown().exits().getFirst().plan())).isEqualTo("evidence of 1");
    }

    @Test
    void aFileOfEvidence_isTakenOrRefused_andSaid() {
        model.load();
        tasks.runAll();
        model.take(Path.of("exit.json"));
        tasks.runAll();
        assertThat(shown().remark()).isEqualTo(new Remark.Taken(1, 2));

        desk.taken = new Remark.NotTaken("exits.evidence.refused", List.of("a proof in it does not hold"));
        model.take(Path.of("exit.json"));
        tasks.runAll();
        assertThat(shown().remark()).isEqualTo(desk.taken);
    }

    @Test
    void nothingWatchedAndNothingBegun_isSaid() {
        desk.layers = List.of();
        model.load();
        tasks.runAll();

        assertThat(model.screen().get()).isEqualTo(new ExitsScreen.Nothing());
    }

    private Shown shown() {
        return (Shown) model.screen().get();
    }

    /// Answers what it is told to.
    private static final class Desk implements ExitsDesk {
        private List<Network> layers = List.of(Sheets.OPTIMISM, Sheets.BASE);
        private final List<Exits.Plan> plans = new ArrayList<>();
        private final Map<PlanStore.Id, ExitStage> stages = new HashMap<>();
        private final List<ChainId> silent = new ArrayList<>();
        private Optional<Integer> found = Optional.empty();
        private boolean broken;
        private final Map<PlanStore.Id, List<ExitStep>> signed = new HashMap<>();
        private final List<ContestRounds.Sight> contests = new ArrayList<>();
        private Remark taken = new Remark.Taken(1, 2);

        void plan(long number, Network l2, ExitStage stage) {
            Exits.Plan plan = ExitCases.plan(number, l2, "0.2");
            plans.add(plan);
            stages.put(plan.id(), stage);
        }

        @Override
        public Kept kept() {
            if (broken) {
                throw new IllegalStateException("the disk gives nothing");
            }
            return new Kept(
                    layers.stream()
                            .map(network -> ExitCases.layer(network, new Reading.NotAsked()))
                            .toList(),
                    plans.stream()
                            .map(plan -> new Entry(
                                    plan,
                                    Optional.of(Sheets.OPTIMISM),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()))
                            .toList(),
                    List.of(),
                    signed,
                    contests.stream()
                            .map(sight -> new Disputed(
                                    sight.report().plan(), Optional.of(sight.l2()), Optional.empty(), Optional.empty()))
                            .toList());
        }

        @Override
        public Answer ask(ExitsScreen.Layer layer, List<Exits.Plan> exits) {
            Map<PlanStore.Id, ExitReport> reports = new HashMap<>();
            exits.forEach(plan -> reports.put(
                    plan.id(),
                    ExitCases.report(
                            plan, Optional.ofNullable(stages.get(plan.id())).orElseThrow())));
            Reading reading = silent.contains(layer.l2().chain())
                    ? new Reading.Silent("no answer", Optional.empty())
                    : new Reading.Read(
                            Sheets.ETHEREUM,
                            ExitCases.leaving(
                                    ExitCases.bridge(false, BridgeReport.Roots.OPEN),
                                    Map.of(ExitCases.ACCOUNT, "0.02")),
                            ExitCases.NOW);
            Map<PlanStore.Id, Worth> worth = new HashMap<>();
            exits.forEach(plan -> worth.put(plan.id(), Worth.ENOUGH_KEPT));
            return new Answer(reading, Optional.of(Sheets.ETHEREUM), reports, worth, contests);
        }

        @Override
        public String evidence(Exits.Plan plan) {
            return "evidence of " + plan.id().value();
        }

        @Override
        public Remark take(Path file) {
            return taken;
        }

        @Override
        public Optional<Integer> find(Network l2, Address account, Optional<Duration> back) {
            return found;
        }

        @Override
        public Remark find(Network l2, Hash32 transaction) {
            return taken;
        }
    }
}
