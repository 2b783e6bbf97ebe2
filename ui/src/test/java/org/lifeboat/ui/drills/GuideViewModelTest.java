package org.lifeboat.ui.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.engine.drill.DrillStage;
import org.lifeboat.engine.drill.DrillWait;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.tasks.Tasks;

class GuideViewModelTest {
    private final List<String> told = new ArrayList<>();
    private final List<DrillSight> left = new ArrayList<>();
    private final List<DrillWait> offered = new ArrayList<>();
    private DrillSight stands = DrillCases.at(DrillStage.READY, Optional.empty());
    private boolean broken;

    private GuideViewModel model(Tasks tasks) {
        return new GuideViewModel(Drill.SEQUENCER_GONE, new Desk(), tasks, left::add);
    }

    @Test
    void guide_saysHowItStands() {
        GuideViewModel model = model(Tasks.immediate());
        model.follow();

        assertThat(model.screen().get()).isEqualTo(new GuideScreen(Drill.SEQUENCER_GONE, Optional.of(stands), false));
    }

    @Test
    void buttons_moveTheWorld_andAreFollowedByALook() {
        stands = DrillCases.at(DrillStage.AWAIT_L2, Optional.of(new DrillWait.Block()));
        GuideViewModel model = model(Tasks.immediate());
        model.begin();
        model.pass();
        model.tellTheTruth();

        assertThat(told).containsExactly("begin", "look", "pass", "tellTheTruth", "look");
    }

    @Test
    void whatPasses_isWhatWasOffered_notWhatCameMeanwhile() {
        stands = DrillCases.at(DrillStage.AWAIT_ROOT, Optional.of(new DrillWait.Block()));
        GuideViewModel model = model(Tasks.immediate());
        model.follow();
        stands = DrillCases.at(DrillStage.FALSE_ROOT, Optional.of(new DrillWait.Fall(Duration.ofHours(85))));
        model.pass();

        assertThat(offered).containsExactly(new DrillWait.Block());
    }

    @Test
    void whereNothingIsOffered_noTimePasses() {
        GuideViewModel model = model(Tasks.immediate());
        model.follow();
        model.pass();

        assertThat(told).containsExactly("look");
    }

    @Test
    void aLookThatFails_leavesWhatWasSaid() {
        GuideViewModel model = model(Tasks.immediate());
        model.follow();
        broken = true;
        model.follow();

        assertThat(model.screen().get().sight()).contains(stands);
        assertThat(model.screen().get().passing()).isFalse();
    }

    @Test
    void whatIsAskedLater_counts() {
        LaterTasks tasks = new LaterTasks();
        GuideViewModel model = model(tasks);
        stands = DrillCases.at(DrillStage.AWAIT_L2, Optional.of(new DrillWait.Block()));
        model.follow();
        tasks.runNext();
        model.follow();
        model.pass();

        assertThat(model.screen().get().passing()).isTrue();

        tasks.runNext();

        assertThat(model.screen().get().passing()).as("the older look is in").isTrue();

        stands = DrillCases.at(DrillStage.AWAIT_L2, Optional.of(new DrillWait.Block()));
        tasks.runNext();

        assertThat(model.screen().get()).isEqualTo(new GuideScreen(Drill.SEQUENCER_GONE, Optional.of(stands), false));
    }

    @Test
    void leaving_tellsHowItStood_andLooksNoMore() {
        GuideViewModel model = model(Tasks.immediate());
        model.follow();
        model.leave();
        model.follow();

        assertThat(left).containsExactly(stands);
        assertThat(told).containsExactly("look");
    }

    private final class Desk implements GuideDesk {
        @Override
        public DrillSight look() {
            told.add("look");
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return stands;
        }

        @Override
        public void begin() {
            told.add("begin");
        }

        @Override
        public void tellTheTruth() {
            told.add("tellTheTruth");
        }

        @Override
        public DrillSight pass(DrillWait shown) {
            told.add("pass");
            offered.add(shown);
            return stands;
        }
    }
}
