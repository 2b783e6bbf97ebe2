package org.lifeboat.sandbox.rollup;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.world.Faults;
import org.lifeboat.sandbox.world.PlayAccounts;
import org.lifeboat.sandbox.world.PlayHand;
import org.lifeboat.sandbox.world.PlayWorld;

/// A rollup that runs: its node, and those who work for it. Things happen when somebody calls [#turn].
/// Thread-safe.
public final class Rollup {
    /// What each account of [PlayAccounts] has on the L2 from the beginning, in whole coins.
    private static final long EACH = 1_000;

    /// Who derives the chain from L1, where faults are named.
    private static final String NODE = "node";

    /// Two hours of blocks; if L1 demands more, they come with the next turns. Unit: blocks of the L2.
    private static final int MOST_AT_ONCE = 3_600;

    private final RollupPlan plan;
    private final L1Node l1;
    private final Layer2Node node;
    private final L1Follower follower;
    private final Map<Role, Actor> actors = new EnumMap<>(Role.class);
    private final Map<Role, Conduct> conducts = new EnumMap<>(Role.class);
    private final Guardian guardian;
    private final Batcher batcher;
    private final Faults faults = new Faults();

    /// What is told in place of the truth. Written under the lock of `this`.
    private volatile Optional<OtherStory> story = Optional.empty();

    private Rollup(RollupPlan plan, L1Node l1, Layer2Node node, Secp256k1 curve) {
        this.plan = plan;
        this.l1 = l1;
        this.node = node;
        this.follower = new L1Follower(l1, node, curve);
        BridgeView view = new BridgeView(l1, plan.portal());
        actors.put(Role.SEQUENCER, new Sequencer(l1, node, () -> node.safe().number()));
        this.batcher = new Batcher(l1, node, hand(Role.BATCHER, curve));
        actors.put(Role.BATCHER, batcher);
        PlayHand proposer = hand(Role.PROPOSER, curve);
        PlayHand challenger = hand(Role.CHALLENGER, curve);
        switch (plan.posting()) {
            case GAMES -> {
                actors.put(Role.PROPOSER, new Proposer(plan.habits(), node, view, proposer));
                actors.put(Role.CHALLENGER, new Challenger(l1, node, view, follower::fixedUpTo, challenger));
            }
            case OUTPUTS -> {
                actors.put(Role.PROPOSER, new OutputProposer(plan.habits(), node, view, proposer));
                actors.put(Role.CHALLENGER, new OutputChallenger(node, view, challenger));
            }
        }
        this.guardian = new Guardian(l1, plan, hand(Role.GUARDIAN, curve));
        for (Role role : Role.values()) {
            conducts.put(role, new Conduct.Honest());
        }
    }

    private PlayHand hand(Role role, Secp256k1 curve) {
        return new PlayHand(l1, curve, plan.key(role));
    }

    /// An L1 that is prepared for a rollup.
    /// @param l1 without it
    public static Genesis onL1(RollupPlan plan, Genesis l1) {
        Map<Address, GenesisAccount> accounts = new HashMap<>(l1.accounts());
        Map<Address, Wei> balances = balances();
        Wei bridged = balances.values().stream().reduce(Wei.ZERO, Wei::plus);
        accounts.putAll(Layer2Genesis.of(plan, l1.unixSeconds(), balances).onL1(bridged));
        plan.copies().forEach(copy -> accounts.put(copy.pair().l1Token(), copy.onL1()));
        return new Genesis(l1.settings(), l1.unixSeconds(), accounts);
    }

    private static Map<Address, Wei> balances() {
        Map<Address, Wei> balances = new HashMap<>();
        PlayAccounts.ALL.forEach(address -> balances.put(address, PlayWorld.ether(EACH)));
        return balances;
    }

    /// Begins the rollup, or finds on L1 what became of it.
    /// @param l1 prepared for it by [#onL1]
    public static Rollup on(L1Node l1, RollupPlan plan, Secp256k1 curve) {
        var first = l1.history().at(0).orElseThrow();
        Layer2Genesis genesis = Layer2Genesis.of(plan, first.header().unixSeconds(), balances());
        RollupConfig config = genesis.rollup(first);
        Layer2Node node = new Layer2Node(config, genesis.settings(), genesis.block(), curve);
        Rollup rollup = new Rollup(plan, l1, node, curve);
        rollup.follower.follow(Integer.MAX_VALUE);
        return rollup;
    }

    /// What its L2 has begun with, so that other programs can begin with the same.
    public Map<Address, GenesisAccount> beginning() {
        return Layer2Genesis.accounts(plan, balances());
    }

    /// The world's time, in Unix seconds.
    public LongSupplier clock() {
        return l1.clock()::now;
    }

    public RollupPlan plan() {
        return plan;
    }

    /// The chain as L1 has it, and what was sequenced on top.
    public Layer2Node node() {
        return node;
    }

    /// The chain as programs see it: another one while the sequencer equivocates.
    public ChainNode shown() {
        return new ShownNode(() -> story.map(OtherStory::told).orElse(node));
    }

    /// Where the batcher writes from now on; calldata in the beginning.
    public synchronized void writeBatchesTo(BatchPlace place) {
        batcher.writeTo(place);
    }

    public Guardian guardian() {
        return guardian;
    }

    /// Whatever went wrong in the rollup's own machinery.
    public Faults faults() {
        return faults;
    }

    /// What anybody must know to derive the chain from L1.
    public RollupConfig config() {
        return node.rollup();
    }

    /// Why the chain cannot be derived any more, if so.
    public synchronized Optional<String> stopped() {
        return follower.stopped();
    }

    /// The number of the newest block of the L2 that follows from L1 up to a block of it.
    public synchronized long fixedUpTo(long l1Number) {
        return follower.fixedUpTo(l1Number);
    }

    public synchronized Conduct conduct(Role role) {
        return Optional.ofNullable(conducts.get(role)).orElseThrow();
    }

    /// Tells somebody how to behave from now on.
    public synchronized void tell(Role role, Conduct conduct) {
        conducts.put(role, conduct);
        boolean equivocates = conduct(Role.SEQUENCER) instanceof Conduct.Equivocating;
        if (!equivocates) {
            story = Optional.empty();
        } else if (story.isEmpty()) {
            story = Optional.of(new OtherStory(l1, node));
        }
    }

    /// Somebody else does that work from now on.
    synchronized void hire(Role role, Actor actor) {
        actors.put(role, actor);
    }

    /// Everybody does what there is to do now, one after the other. L1 stands still meanwhile, but for what
    /// they do. Who fails is left out; what happened is among [#faults].
    public void turn() {
        turn(l1.clock().now());
    }

    /// @param now the world's time, where it is not the clock's; in Unix seconds
    synchronized void turn(long now) {
        synchronized (l1) {
            // Where blocks of L1 are made one after the other, they run ahead of the clock.
            long time = Math.max(now, l1.history().newest().header().unixSeconds());
            faults.guard(NODE, () -> time, this::follow);
            actors.forEach((role, actor) -> {
                faults.guard(role.said(), () -> time, () -> actor.act(conduct(role), time));
                faults.guard(NODE, () -> time, this::follow);
            });
            story.ifPresent(told -> faults.guard(Role.SEQUENCER.said(), () -> time, () -> told.goOn(time)));
        }
    }

    private void follow() {
        boolean before = follower.stopped().isPresent();
        follower.follow(MOST_AT_ONCE);
        follower.stopped().filter(_ -> !before).ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
    }
}
