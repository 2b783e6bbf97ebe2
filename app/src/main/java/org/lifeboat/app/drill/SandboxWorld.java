package org.lifeboat.app.drill;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillWorld;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.rollup.Conduct;
import org.lifeboat.sandbox.rollup.Role;
import org.lifeboat.sandbox.rollup.Rollup;

/// A sandbox in which a drill is played. Nobody else may let its time pass meanwhile.
public final class SandboxWorld implements DrillWorld {
    /// As on Ethereum (consensus-specs, configs/mainnet.yaml, `SECONDS_PER_SLOT`).
    private static final Duration BLOCK = Duration.ofSeconds(12);

    /// Blocks beyond the window, so that what L1 demands is there.
    private static final int MORE = 3;

    /// A block is signed by the slot after its own, and a slot of the sandbox is a second. Unit: seconds.
    private static final long SIGNED_AFTER = 2;

    /// For so long a false root can be contested by the player; then somebody else does. Less than what a drill
    /// skips first ([DrillWait#HALF_AN_HOUR]).
    private static final Duration LEFT_TO_THE_PLAYER = Duration.ofMinutes(20);

    /// Another balance than the proof beside it proves.
    private static final String FALSE_BALANCES = "{\"kind\":\"lie\",\"about\":\"balance\",\"seed\":5}";

    private final L1Node l1;
    private final Rollup rollup;
    private final SandboxServer server;
    private final boolean paused;

    public SandboxWorld(Sandbox sandbox) {
        this(sandbox, false);
    }

    /// @param paused whether the bridge is stopped as well when things go wrong
    SandboxWorld(Sandbox sandbox, boolean paused) {
        this.paused = paused;
        this.l1 = sandbox.l1();
        this.rollup = sandbox.rollup();
        this.server = new SandboxServer(sandbox.url());
    }

    @Override
    public void begin(Drill drill, Address player) {
        if (paused) {
            pauseBridge(true);
        }
        switch (drill) {
            case SEQUENCER_GONE ->
                List.of(Role.SEQUENCER, Role.BATCHER, Role.PROPOSER, Role.CHALLENGER)
                        .forEach(role -> rollup.tell(role, new Conduct.Stopped()));
            case SEQUENCER_CENSORS -> rollup.tell(Role.SEQUENCER, new Conduct.Censoring(Set.of(player)));
            case FALSE_ROOT -> {
                rollup.tell(Role.PROPOSER, new Conduct.FalseRoots());
                rollup.tell(Role.CHALLENGER, new Conduct.Late(LEFT_TO_THE_PLAYER.toSeconds()));
            }
            case SOURCE_LIES -> server.ask("sandbox_misbehave", FALSE_BALANCES);
        }
    }

    @Override
    public void leaveContests(boolean toPlayer) {
        rollup.tell(
                Role.CHALLENGER, toPlayer ? new Conduct.Stopped() : new Conduct.Late(LEFT_TO_THE_PLAYER.toSeconds()));
    }

    @Override
    public Duration untilBridgeGoesOn() {
        return pauseBridge(false);
    }

    private Duration pauseBridge(boolean stop) {
        rollup.guardian().pause(stop);
        return block();
    }

    @Override
    public void tellTheTruth() {
        server.ask("sandbox_behave", "");
    }

    @Override
    public Heads heads() {
        return new Heads(
                l1.history().newest().hash(), rollup.node().history().newest().hash());
    }

    @Override
    public L1Time now() {
        return new L1Time(l1.history().newest().header().unixSeconds());
    }

    @Override
    public Duration block() {
        l1.clock().advance(BLOCK);
        l1.mine();
        rest();
        return BLOCK;
    }

    @Override
    public Duration sequencingWindow() {
        long blocks = rollup.plan().sequencingWindow() + MORE;
        for (long i = 0; i < blocks; i++) {
            l1.clock().advance(BLOCK);
            l1.mine();
        }
        rest();
        return BLOCK.multipliedBy(blocks);
    }

    @Override
    public void skip(Duration span) {
        l1.clock().advance(span);
        l1.mine();
        rest();
    }

    /// Everybody has their turn, and a committee has signed what they did.
    private void rest() {
        rollup.turn();
        long left = now().unixSeconds() + SIGNED_AFTER - l1.clock().now();
        l1.clock().advance(Duration.ofSeconds(Math.max(0, left)));
    }
}
