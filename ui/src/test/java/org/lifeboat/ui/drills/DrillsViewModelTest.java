package org.lifeboat.ui.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.engine.drill.DrillStage;
import org.lifeboat.engine.drill.RehearsalFlaw;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.drills.DrillsScreen.PriceFlaw;
import org.lifeboat.ui.drills.DrillsScreen.Remark;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.session.LessonHall;
import org.lifeboat.ui.tasks.Tasks;

class DrillsViewModelTest {
    private final List<Drill> passed = new ArrayList<>();
    private boolean opens = true;
    private boolean entered;
    private NoWorld made = new NoWorld();
    private boolean broken;
    private Optional<DrillsScreen.World> world = Optional.empty();
    private final DrillsViewModel model = new DrillsViewModel(new Desk(), Tasks.immediate(), _ -> entered = true);

    @Test
    void brokenDisk_isNotWaitedForWithoutEnd() {
        broken = true;
        model.load();

        assertThat(model.screen().get()).isEqualTo(new DrillsScreen.Unreadable());
    }

    @Test
    void list_offersEveryDrill_andWhenItWasPlayedLast() {
        model.load();

        assertThat(model.screen().get()).isEqualTo(DrillCases.shown(Optional.empty(), Remark.NONE));
    }

    @Test
    void aWorldThatCannotBeMade_leadsBackToTheList() {
        opens = false;
        model.start(Drill.FALSE_ROOT);

        assertThat(entered).isFalse();
        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        DrillsScreen.Shown.class,
                        shown -> assertThat(shown.remark()).isEqualTo(Remark.NOT_OPENED));
    }

    @Test
    void givenUp_theWorldIsThrownAwayOnceItIsThere() {
        LaterTasks later = new LaterTasks();
        NoWorld world = new NoWorld();
        made = world;
        DrillsViewModel slow = new DrillsViewModel(new Desk(), later, _ -> entered = true);
        slow.start(Drill.FALSE_ROOT);
        slow.giveUp();
        later.runAll();

        assertThat(entered).isFalse();
        assertThat(world.closed()).isTrue();
        assertThat(slow.screen().get())
                .isInstanceOfSatisfying(
                        DrillsScreen.Shown.class,
                        shown -> assertThat(shown.remark()).isEqualTo(Remark.NONE));
    }

    @Test
    void aRehearsal_endsWithWhatItSaysAboutTheRealMoney() {
        made = new NoWorld(DrillCases.REAL);
        model.rehearse(DrillCases.POSITION);
        end();

        DrillsScreen.Ended ended = (DrillsScreen.Ended) model.screen().get();
        assertThat(ended.end().rehearsal().orElseThrow().flaws()).first().isEqualTo(RehearsalFlaw.TOO_LITTLE_ON_L1);
        assertThat(ended.prices().gasPrice()).isEqualTo(DrillCases.REAL.price());

        made = new NoWorld();
        model.start(Drill.SEQUENCER_GONE);
        end();

        assertThat(((DrillsScreen.Ended) model.screen().get()).end().copied())
                .as("made-up money again")
                .isEmpty();
    }

    @Test
    void whereNothingCouldBeRead_theListSaysSo() {
        opens = false;
        model.rehearse(DrillCases.POSITION);

        assertThat(entered).isFalse();
        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        DrillsScreen.Shown.class,
                        shown -> assertThat(shown.remark()).isEqualTo(Remark.NOT_READ));
    }

    @Test
    void whoeverLeavesBeforeTheEnd_hasNotPlayedIt() {
        model.start(Drill.SEQUENCER_GONE);
        model.left(DrillCases.at(DrillStage.PROVE, Optional.empty()));

        assertThat(entered).isTrue();
        assertThat(passed).isEmpty();
        assertThat(model.screen().get())
                .isInstanceOfSatisfying(
                        DrillsScreen.Shown.class,
                        shown -> assertThat(shown.remark()).isEqualTo(Remark.LEFT));
    }

    @Test
    void theEnd_isRemembered_andStaysUntilTheUserGoesOn() {
        end();
        model.load();

        assertThat(passed).containsExactly(Drill.SEQUENCER_GONE);
        assertThat(model.screen().get()).isInstanceOf(DrillsScreen.Ended.class);

        model.list();

        assertThat(model.screen().get()).isInstanceOf(DrillsScreen.Shown.class);
    }

    @Test
    void aLesson_isPlayed_andStaysUntilTheUserGoesBack() {
        model.load();
        model.play("ROLLUP");
        assertThat(model.screen().get()).isEqualTo(new DrillsScreen.Taught("ROLLUP", DrillCases.STEPS));

        model.load();
        assertThat(model.screen().get()).isInstanceOf(DrillsScreen.Taught.class);
        model.list();
        assertThat(model.screen().get()).isInstanceOf(DrillsScreen.Shown.class);

        opens = false;
        model.play("ROLLUP");
        assertThat(shown().remark()).isEqualTo(Remark.NOT_TAUGHT);
    }

    @Test
    void aLessonThatNobodyWaitsFor_isNotShown() {
        LaterTasks later = new LaterTasks();
        DrillsViewModel slow = new DrillsViewModel(new Desk(), later, _ -> entered = true);
        slow.play("ROLLUP");
        assertThat(slow.screen().get()).isEqualTo(new DrillsScreen.Lecturing("ROLLUP"));
        slow.giveUp();
        later.runAll();

        assertThat(slow.screen().get()).isInstanceOf(DrillsScreen.Shown.class);
    }

    @Test
    void theWorldAround_isKeptForTomorrow_orNoLonger() {
        world = Optional.of(new DrillsScreen.World(false, false));
        model.load();
        model.keepWorld(true);
        assertThat(shown().world()).contains(new DrillsScreen.World(true, false));

        opens = false;
        model.keepWorld(false);
        assertThat(shown().world()).contains(new DrillsScreen.World(true, false));
        assertThat(shown().remark()).isEqualTo(Remark.NOT_KEPT);

        opens = true;
        model.keepWorld(false);
        assertThat(shown().world()).contains(new DrillsScreen.World(false, false));
        assertThat(shown().remark()).isEqualTo(Remark.NONE);
    }

    private DrillsScreen.Shown shown() {
        return (DrillsScreen.Shown) model.screen().get();
    }

    private void end() {
        model.left(new DrillSight(
                Drill.SEQUENCER_GONE, DrillStage.DONE, Optional.empty(), Optional.empty(), DrillCases.MOVES));
    }

    @Test
    void otherPrices_makeAnotherBill() {
        end();
        model.price("0.5", "2500.5");

        DrillsScreen.Ended ended = (DrillsScreen.Ended) model.screen().get();
        assertThat(ended.prices())
                .isEqualTo(new DrillEnd.Prices(Wei.of(500_000_000L), Optional.of(new BigDecimal("2500.5"))));
        assertThat(ended.end().bill(ended.prices().gasPrice()).fees())
                .isEqualTo(Wei.of((229_093L + 489_163 + 269_973 + 90_000 + 141_892) * 500_000_000));
        assertThat(ended.flaw()).isEqualTo(PriceFlaw.NONE);
    }

    @Test
    void whatIsNoPrice_changesNothingButSaysSo() {
        end();
        model.price("twenty", "");

        assertThat(((DrillsScreen.Ended) model.screen().get()).flaw()).isEqualTo(PriceFlaw.GAS_PRICE);

        model.price("20", "2,500");

        DrillsScreen.Ended ended = (DrillsScreen.Ended) model.screen().get();
        assertThat(ended.flaw()).isEqualTo(PriceFlaw.WORTH);
        assertThat(ended.prices()).isEqualTo(DrillsViewModel.FIRST);
    }

    private final class Desk implements DrillsDesk {
        @Override
        public List<DrillsScreen.Offer> offers() {
            if (broken) {
                throw new IllegalStateException("the disk gives nothing");
            }
            return ((DrillsScreen.Shown) DrillCases.shown(Optional.empty(), Remark.NONE)).offers();
        }

        @Override
        public Optional<DrillsScreen.Keys> keys() {
            return Optional.empty();
        }

        @Override
        public List<DrillsScreen.Position> positions() {
            return List.of();
        }

        @Override
        public List<LessonHall.Offer> lessons() {
            return List.of();
        }

        @Override
        public List<LessonHall.Step> play(String lesson) {
            if (!opens) {
                throw new IllegalStateException("the chain stops");
            }
            return DrillCases.STEPS;
        }

        @Override
        public Optional<DrillsScreen.World> world() {
            return world;
        }

        @Override
        public void keepWorld(boolean wanted) {
            if (!opens) {
                throw new IllegalStateException("the disk takes nothing");
            }
            world = Optional.of(new DrillsScreen.World(wanted, false));
        }

        @Override
        public Optional<DrillHall.Played> rehearse(DrillsScreen.Position position) {
            return opens ? Optional.of(made) : Optional.empty();
        }

        @Override
        public DrillHall.Played open(Drill drill) throws IOException {
            if (!opens) {
                throw new IOException("no space left");
            }
            return made;
        }

        @Override
        public void passed(Drill drill, LocalDate day) {
            passed.add(drill);
        }

        @Override
        public LocalDate today() {
            return DrillCases.DAY;
        }
    }
}
