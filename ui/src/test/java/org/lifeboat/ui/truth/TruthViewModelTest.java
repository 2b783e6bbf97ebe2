package org.lifeboat.ui.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.chaincheck.CheckWatch;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.chaincheck.Ground;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.truth.TruthForm.Kind;

class TruthViewModelTest {
    private final LaterTasks tasks = new LaterTasks();
    private final Desk desk = new Desk();
    private final TruthViewModel model = new TruthViewModel(desk, tasks, new ChainId(10));

    @Test
    void aCheck_showsHowFarItHasCome_andThenItsVerdict() {
        load();
        desk.during = () -> assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        TruthScreen.Running.class,
                        running -> assertThat(running.progress().orElseThrow().percent())
                                .isEqualTo(50));
        model.begin(new TruthForm(Kind.NEWEST, "", ""));
        assertThat(model.screen().get()).isInstanceOf(TruthScreen.Running.class);
        tasks.runAll();

        assertThat(desk.wishes).containsExactly(new CheckWish.Newest());
        assertThat(model.screen().get()).isInstanceOf(TruthScreen.Done.class);
    }

    @Test
    void whoEndsIt_isObeyedAtTheNextBlock() {
        load();
        model.begin(new TruthForm(Kind.SPOT, "7", ""));
        model.end();
        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        TruthScreen.Running.class,
                        running -> assertThat(running.ending()).isTrue());
        tasks.runAll();

        assertThat(desk.wishes).containsExactly(new CheckWish.Spot(new L2Block(7)));
        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        TruthScreen.Done.class,
                        done -> assertThat(done.report().finding()).isEqualTo(new Finding.Cancelled()));
    }

    @Test
    void whoComesBackToThePage_findsTheCheckOrItsVerdict() {
        load();
        model.begin(new TruthForm(Kind.NEWEST, "", ""));
        model.load();
        assertThat(model.screen().get()).isInstanceOf(TruthScreen.Running.class);
        tasks.runAll();
        model.load();
        tasks.runAll();

        assertThat(model.screen().get()).isInstanceOf(TruthScreen.Done.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "newest", "0x10", "9999999999999999999"})
    void whatIsNoBlock_asksNobody(String typed) {
        load();
        model.begin(new TruthForm(Kind.BLOCK, typed, ""));
        tasks.runAll();

        assertThat(desk.wishes).isEmpty();
        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        TruthScreen.Ready.class,
                        ready -> assertThat(ready.flaw()).isPresent());
    }

    @Test
    void aFileThatIsNotTaken_isSaidAtItsField_andWhatWasTypedStays() {
        load();
        TruthForm form = new TruthForm(Kind.REMADE, "", "wrong.json");
        model.begin(form);
        tasks.runAll();

        assertThat(model.screen().get())
                .isEqualTo(new TruthScreen.Ready(
                        TruthCases.FACTS,
                        form,
                        Optional.of(
                                new TruthScreen.Flaw(true, "chaincheck.genesis-wrong", List.of("another chain's")))));
    }

    @Test
    void withoutTheFile_theChainIsNotMadeAgain_norCheckedWhereNobodyServesIt() {
        load();
        model.begin(new TruthForm(Kind.REMADE, "", " "));
        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        TruthScreen.Ready.class,
                        ready -> assertThat(ready.flaw().orElseThrow().key()).isEqualTo("truth.genesis.needed"));
        desk.facts = new TruthScreen.Facts(
                TruthCases.FACTS.l2(), TruthCases.FACTS.l1(), 1, false, "genesis.json", Duration.ofHours(12));
        load();
        assertThat(((TruthScreen.Ready) model.screen().get()).form())
                .isEqualTo(new TruthForm(Kind.REMADE, "", "genesis.json"));
        model.begin(new TruthForm(Kind.NEWEST, "", ""));
        tasks.runAll();

        assertThat(desk.wishes).isEmpty();
    }

    private void load() {
        model.load();
        tasks.runAll();
        assertThat(model.screen().get()).isInstanceOf(TruthScreen.Ready.class);
    }

    private static final class Desk implements TruthDesk {
        private final List<CheckWish> wishes = new ArrayList<>();
        private Runnable during = () -> {};
        private TruthScreen.Facts facts = TruthCases.FACTS;

        @Override
        public Start start(ChainId l2) {
            return new Start.Facts(facts);
        }

        @Override
        public Came check(ChainId l2, CheckWish wish, String genesis, CheckWatch watch) {
            if (genesis.equals("wrong.json")) {
                return new Came.WrongFile("chaincheck.genesis-wrong", "another chain's");
            }
            wishes.add(wish);
            boolean goOn = watch.goOn(TruthCases.progress(1_500));
            during.run();
            Finding finding = goOn ? new Finding.CouldNotCheck(Finding.Lack.BLOBS, "") : new Finding.Cancelled();
            return new Came.Checked(
                    TruthCases.report(finding, new Ground.Genesis(new L2Block(0)), false), Optional.empty());
        }
    }
}
