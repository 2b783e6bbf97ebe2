package org.lifeboat.ui.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWatch;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.disputes.DisputesScreen.Check;
import org.lifeboat.ui.disputes.DisputesScreen.One;
import org.lifeboat.ui.exits.ExitCases;

class DisputesViewModelTest {
    private final Desk desk = new Desk();
    private final LaterTasks tasks = new LaterTasks();
    private final DisputesViewModel model =
            new DisputesViewModel(desk, tasks, Sheets.OPTIMISM.chain(), Optional.of(DisputeCases.GAME));

    @Test
    void aContest_isBegunOnlyByAVerdictOfThisComputer() {
        load();
        model.begin(ExitCases.ACCOUNT);
        tasks.runAll();
        assertThat(desk.begun).isEmpty();

        model.check();
        assertThat(one().check()).isInstanceOf(Check.Running.class);
        tasks.runAll();
        assertThat(one().check()).isInstanceOf(Check.Done.class);
        assertThat(desk.begun).as("a verdict alone begins nothing").isEmpty();

        model.begin(ExitCases.ACCOUNT);
        tasks.runAll();
        assertThat(desk.begun).containsExactly(ExitCases.ACCOUNT);
        assertThat(one().own()).hasSize(1);
    }

    @Test
    void whatIsOnesOwnInAContest_isFollowedWithoutAnyCheck() {
        load();
        model.follow(ExitCases.ACCOUNT);
        tasks.runAll();

        assertThat(desk.followed).containsExactly(ExitCases.ACCOUNT);
        assertThat(desk.begun).isEmpty();
        assertThat(one().check()).isInstanceOf(Check.None.class);
    }

    @Test
    void onlyAccountsWithClaimsInIt_areOfferedToFollowThem() {
        assertThat(DisputeCases.one(1, Optional.empty(), new Check.None()).unfollowed())
                .isEmpty();
        assertThat(DisputeCases.one(3, Optional.empty(), new Check.None()).unfollowed())
                .containsExactly(ExitCases.ACCOUNT);
        assertThat(DisputeCases.one(
                                3,
                                Optional.of(DisputeCases.own(DisputeCases.waiting(), new DisputeRequest.Nothing())),
                                new Check.None())
                        .unfollowed())
                .isEmpty();
    }

    @Test
    void aCheckThatIsEnded_begins_nothing() {
        load();
        model.check();
        desk.during = model::end;
        tasks.runAll();

        assertThat(((Check.Done) one().check()).report().finding()).isEqualTo(new Finding.Cancelled());
    }

    @Test
    void whoComesBack_findsTheCheckThatRuns() {
        load();
        model.check();
        model.load();
        assertThat(one().check()).isInstanceOf(Check.Running.class);
        tasks.runAll();
        model.load();
        tasks.runAll();

        assertThat(one().check()).isInstanceOf(Check.Done.class);
    }

    @Test
    void givenUp_theVerdictComesBack_andNoAnswerCoversIt() {
        model.load();
        model.giveUp();
        assertThat(model.screen().get()).isEqualTo(DisputesScreen.NoWay.because("exits.givenUp"));
        tasks.runAll();
        assertThat(model.screen().get()).as("too late").isInstanceOf(DisputesScreen.NoWay.class);

        load();
        model.check();
        tasks.runAll();
        model.load();
        model.giveUp();
        tasks.runAll();
        assertThat(one().check()).isInstanceOf(Check.Done.class);
        desk.broken = true;
        load();
        desk.broken = false;
        load();
        assertThat(one().check()).as("after an answer that broke off").isInstanceOf(Check.Done.class);
    }

    @Test
    void whatBreaksOff_isSaid() {
        desk.broken = true;
        model.load();
        tasks.runAll();

        assertThat(model.screen().get()).isInstanceOf(DisputesScreen.NoWay.class);
    }

    private void load() {
        model.load();
        tasks.runAll();
    }

    private One one() {
        return (One) model.screen().get();
    }

    private static final class Desk implements DisputesDesk {
        private final List<Account> begun = new ArrayList<>();
        private final List<Account> followed = new ArrayList<>();
        private Runnable during = () -> {};
        private boolean broken;

        @Override
        public DisputesScreen roots(ChainId l2) {
            throw new AssertionError("one game is asked for");
        }

        @Override
        public DisputesScreen one(ChainId l2, Address game) {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            Optional<DisputesScreen.Own> own = begun.isEmpty()
                    ? Optional.empty()
                    : Optional.of(DisputeCases.own(DisputeCases.waiting(), new DisputeRequest.Nothing()));
            return DisputeCases.one(1, own, new Check.None());
        }

        @Override
        public Check check(ChainId l2, Address game, CheckWatch watch) {
            boolean first = watch.goOn(DisputeCases.progress(1_200));
            during.run();
            boolean second = watch.goOn(DisputeCases.progress(1_700));
            Finding finding = first && second ? DisputeCases.falsely() : new Finding.Cancelled();
            return new Check.Done(DisputeCases.report(finding), Optional.empty(), 0, 2);
        }

        @Override
        public void follow(ChainId l2, Account account, Address game) {
            followed.add(account);
        }

        @Override
        public void begin(ChainId l2, Account account, CheckReport report) {
            begun.add(account);
        }
    }
}
