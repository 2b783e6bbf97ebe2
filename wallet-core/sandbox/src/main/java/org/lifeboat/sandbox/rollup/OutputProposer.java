package org.lifeboat.sandbox.rollup;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.world.PlayHand;

/// Writes the L2's roots into the output oracle, as far apart as that wants them. Where outputs were deleted, it writes
/// them anew.
final class OutputProposer implements Actor {
    private static final Gas GAS = new Gas(300_000);

    private static final Bytes PROPOSE = Bytes.copyOf(
            Keccak256.digest("proposeL2Output(bytes32,uint256,bytes32,uint256)".getBytes(StandardCharsets.US_ASCII)),
            0,
            4);

    private final RollupPlan.Habits habits;
    private final Layer2Node l2;
    private final BridgeView view;
    private final PlayHand hand;
    private Optional<Hash32> sent = Optional.empty();

    OutputProposer(RollupPlan.Habits habits, Layer2Node l2, BridgeView view, PlayHand hand) {
        this.habits = habits;
        this.l2 = l2;
        this.view = view;
        this.hand = hand;
    }

    @Override
    public void act(Conduct conduct, long now) {
        boolean waits = sent.filter(hash -> view.l1().pending(hash).isPresent()).isPresent();
        if (conduct instanceof Conduct.Stopped || waits) {
            return;
        }
        Bridge bridge = view.bridge();
        long before = view.games(bridge, 1).stream()
                .mapToLong(output -> output.block().number())
                .max()
                .orElse(0);
        l2.history()
                .at(before + habits.rootsApart())
                .filter(block -> block.number() <= l2.safe().number())
                .filter(block -> block.header().unixSeconds() + conduct.lateBy() < now)
                .ifPresent(block -> post(bridge, block, conduct instanceof Conduct.FalseRoots));
    }

    private void post(Bridge bridge, SealedBlock block, boolean lying) {
        Hash32 root = OutputRoot.of(block.header()).orElseThrow().hash();
        Hash32 said = lying ? Keccak256.hash(root.toArray()) : root;
        Bytes call = PROPOSE.plus(Bytes.of(said.toArray()))
                .plus(Bytes.of(Hash32.ofNumber(block.number()).toArray()))
                .plus(Bytes.of(new byte[2 * Hash32.SIZE])); // That it stands on any L1.
        sent = Optional.of(hand.send(Optional.of(bridge.contracts().factory()), GAS, Wei.ZERO, call));
    }
}
