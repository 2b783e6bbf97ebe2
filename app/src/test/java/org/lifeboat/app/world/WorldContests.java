package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lifeboat.engine.chaincheck.CheckReport;
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
                    .begin(WorldWallet.L2.chain(), wallet.own(), report)
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
        plans = new ArrayList<>(wallet.disputes().all());
        assertThat(plans)
                .extracting(Disputes.Plan::id)
                .as("contests on the disk")
                .containsAll(known);
    }

    List<ContestHome> home() {
        return plans.stream().map(plan -> new ContestHome(wallet, plan, story)).toList();
    }
}
