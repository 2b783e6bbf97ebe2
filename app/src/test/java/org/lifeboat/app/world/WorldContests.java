package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.dispute.DisputeSearch;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.storage.PlanStore;

/// The roots of a world that its user contests.
final class WorldContests {
    private final WorldWallet wallet;
    private final SplittableRandom random;
    private final List<String> story;
    private List<Disputes.Plan> plans = new ArrayList<>();

    WorldContests(WorldWallet wallet, SplittableRandom random, List<String> story) {
        this.wallet = wallet;
        this.random = random;
        this.story = story;
    }

    /// Takes up arms where a check has found a root false that anybody may contest.
    void begin(CheckReport report) throws InterruptedException {
        boolean open =
                report.remedy().filter(CheckReport.Remedy.DISPUTE::equals).isPresent();
        if (report.finding().isFalse() && open) {
            Disputes.Plan plan = wallet.disputes()
                    .begin(wallet.l2().chain(), wallet.own(), report)
                    .orElseThrow();
            plans.removeIf(known -> known.id().equals(plan.id()));
            plans.add(plan);
            step(plan);
        }
    }

    void step() throws InterruptedException {
        if (!plans.isEmpty()) {
            step(plans.get(random.nextInt(plans.size())));
        }
    }

    private void step(Disputes.Plan plan) throws InterruptedException {
        story.add("  contest " + plan.id() + " " + wallet.carryOut(plan));
    }

    boolean isEmpty() {
        return plans.isEmpty();
    }

    /// Where a new process has the wallet: it knows every plan that the one before it knew.
    void readAgain() {
        List<PlanStore.Id> known = plans.stream().map(Disputes.Plan::id).toList();
        plans = new ArrayList<>(wallet.disputes().all().stream()
                .filter(plan -> plan.chain().equals(wallet.l2().chain()))
                .toList());
        assertThat(plans)
                .extracting(Disputes.Plan::id)
                .as("contests on the disk")
                .containsAll(known);
    }

    /// All that was known is gone with the records.
    void forget() {
        plans = new ArrayList<>();
    }

    /// Where a wallet has nothing but its words: L1 is searched from its beginning for what the account has in
    /// contests.
    /// @return what is new
    List<Disputes.Plan> findAgain() {
        long blocks = wallet.sandbox().l1().history().newest().number();
        Optional<DisputeSearch.Found> found =
                wallet.disputes().search(wallet.place()).all(wallet.own(), blocks);
        List<Disputes.Plan> fresh = found.map(DisputeSearch.Found::fresh).orElse(List.of());
        plans.addAll(fresh);
        story.add("  contests found again: " + found.map(DisputeSearch.Found::unread) + " unread, " + fresh);
        return fresh;
    }

    /// Of what was found again the user may want to know who is right, or only to have his own.
    void checkAgain() {
        for (Disputes.Plan plan : List.copyOf(plans)) {
            if (plan.state().stance() == DisputeState.Stance.UNCHECKED && random.nextBoolean()) {
                CheckReport report =
                        wallet.check(new CheckWish.OfGame(plan.state().game()));
                story.add("  checked again: " + plan.id() + " " + report.finding());
                wallet.disputes()
                        .begin(wallet.l2().chain(), wallet.own(), report)
                        .ifPresent(now -> plans.replaceAll(one -> one.id().equals(now.id()) ? now : one));
            }
        }
    }

    List<ContestHome> home() {
        return home(plans);
    }

    List<ContestHome> home(List<Disputes.Plan> plans) {
        return plans.stream().map(plan -> new ContestHome(wallet, plan, story)).toList();
    }
}
