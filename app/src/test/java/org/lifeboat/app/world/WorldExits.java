package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lifeboat.engine.exit.ExitSearch;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Wei;

/// The ways home that the user of a world has begun, as the running wallet knows them.
final class WorldExits {
    private final WorldWallet wallet;
    private final WorldTokens tokens;
    private final SplittableRandom random;
    private final List<String> story;
    private final List<BigInteger> wished = new ArrayList<>();
    private List<Exits.Plan> plans = new ArrayList<>();
    private boolean robbed;

    WorldExits(WorldWallet wallet, WorldTokens tokens, SplittableRandom random, List<String> story) {
        this.wallet = wallet;
        this.tokens = tokens;
        this.random = random;
        this.story = story;
    }

    List<Exits.Plan> plans() {
        return List.copyOf(plans);
    }

    void begin(ExitState.Way way, Wei amount) throws InterruptedException {
        wished.add(amount.value());
        carryOut(wallet.begin(way, amount));
    }

    void beginWithTokens(ExitState.Way way) throws InterruptedException {
        BigInteger units = tokens.amount();
        wished.add(units);
        Optional<Exits.Plan> plan = tokens.takeOut(way, units);
        story.add("  " + plan.map(Exits.Plan::state));
        if (plan.isPresent()) {
            carryOut(plan.get());
        }
    }

    private void carryOut(Exits.Plan plan) throws InterruptedException {
        plans.add(plan);
        wallet.carryOut(plan);
    }

    void step() throws InterruptedException {
        if (!plans.isEmpty()) {
            wallet.carryOut(plans.get(random.nextInt(plans.size())));
        }
    }

    /// Where a new process has the wallet: it knows every plan that the one before it knew.
    void readAgain() {
        List<PlanStore.Id> known = plans.stream().map(Exits.Plan::id).toList();
        plans = onDisk();
        assertThat(plans).extracting(Exits.Plan::id).as("plans on the disk").containsAll(known);
    }

    private List<Exits.Plan> onDisk() {
        return new ArrayList<>(wallet.exits().all().stream()
                .filter(plan -> plan.chain().equals(wallet.l2().chain()))
                .toList());
    }

    /// Where a wallet has nothing but its words: both layers are searched from their beginnings.
    /// @return what is new
    List<Exits.Plan> findAgain() {
        robbed = true;
        ExitSearch search = wallet.exits().search(wallet.place());
        boolean onL2 = search.onL2(wallet.own(), 0).isPresent();
        long blocks = wallet.sandbox().l1().history().newest().number();
        boolean onL1 = search.onL1(wallet.own(), blocks).isPresent();
        List<PlanStore.Id> known = plans.stream().map(Exits.Plan::id).toList();
        plans = onDisk();
        story.add("  found on L2 " + onL2 + ", on L1 " + onL1 + ": " + plans.size());
        return plans.stream().filter(plan -> !known.contains(plan.id())).toList();
    }

    /// All that was known is gone with the records.
    void forget() {
        plans = new ArrayList<>();
    }

    boolean isRobbed() {
        return robbed;
    }

    /// What was wished for, each once, in units of what it is about.
    List<BigInteger> wished() {
        return List.copyOf(wished);
    }
}
