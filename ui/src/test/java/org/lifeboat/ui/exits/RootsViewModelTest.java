package org.lifeboat.ui.exits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.ui.LaterTasks;

class RootsViewModelTest {
    private final Desk desk = new Desk();
    private final LaterTasks tasks = new LaterTasks();
    private final RootsViewModel model = new RootsViewModel(desk, tasks, RootCases.EXIT);

    @Test
    void aRootThatFits_isKept_andItsReviewComesNext() {
        load();
        RootOffer root = RootCases.shown().roots().get(0);

        model.choose(root);
        assertThat(desk.kept).as("not on the screen's thread").isEmpty();
        tasks.runAll();

        assertThat(desk.kept).containsExactly(root);
        assertThat(model.screen().get()).isEqualTo(new RootsScreen.Kept(RootCases.EXIT));
    }

    @Test
    void aRootThatDoesNotFit_orIsNotShown_isNeverKept() {
        model.choose(RootCases.shown().roots().get(0));
        load();
        model.choose(RootCases.shown().roots().getLast());
        model.choose(RootCases.fits(1));
        tasks.runAll();

        assertThat(desk.kept).isEmpty();
        assertThat(model.screen().get()).isEqualTo(RootCases.shown());
    }

    @Test
    void aRootThatWasLostMeanwhile_isSaid_andTheListCanBeAskedAgain() {
        load();
        RootOffer root = RootCases.shown().roots().get(0);
        desk.refusing = true;

        model.choose(root);
        tasks.runAll();
        assertThat(model.screen().get()).isEqualTo(new RootsScreen.Refused(root, RootOffer.Refusal.LOST));

        load();
        assertThat(model.screen().get()).isEqualTo(RootCases.shown());
    }

    @Test
    void givenUp_whatComesLaterIsNotShown_andATroubleIsSaid() {
        model.load();
        model.giveUp();
        tasks.runAll();
        assertThat(model.screen().get()).isEqualTo(RootsScreen.NoWay.because("exits.givenUp"));

        desk.broken = true;
        load();
        assertThat(model.screen().get()).isEqualTo(RootsScreen.NoWay.because("exits.silent", "IllegalStateException"));
    }

    private void load() {
        model.load();
        assertThat(model.screen().get()).isEqualTo(new RootsScreen.Loading());
        tasks.runAll();
    }

    private static final class Desk implements RootsDesk {
        private final List<RootOffer> kept = new ArrayList<>();
        private boolean refusing;
        private boolean broken;

        @Override
        public RootsScreen roots(PlanStore.Id exit) {
            if (broken) {
                throw new IllegalStateException("down");
            }
            return RootCases.shown();
        }

        @Override
        public RootsScreen choose(PlanStore.Id exit, RootOffer root) {
            if (refusing) {
                return new RootsScreen.Refused(root, RootOffer.Refusal.LOST);
            }
            kept.add(root);
            return new RootsScreen.Kept(exit);
        }
    }
}
