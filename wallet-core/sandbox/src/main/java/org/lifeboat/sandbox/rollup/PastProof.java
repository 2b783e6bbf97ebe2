package org.lifeboat.sandbox.rollup;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.L1Node;

/// Proves on L1 a withdrawal of a world's past.
record PastProof(L1Node l1, Rollup rollup) {
    /// What its owner sends.
    L1Call ofOldestWithdrawal() {
        BridgeView view = new BridgeView(l1, rollup.plan().portal());
        Bridge bridge = view.bridge();
        Oldest oldest = oldest();
        Withdrawal withdrawal = oldest.withdrawal();
        // The oldest root that covers it.
        Game game = view.games(bridge, (int) bridge.games()).reversed().stream()
                .filter(root -> root.block().number() >= oldest.block())
                .findFirst()
                .orElseThrow();
        SealedBlock block = block(game.block().number());
        OutputRoot root = OutputRoot.of(block.header()).orElseThrow();
        List<Bytes> nodes = block.state()
                .prove(OpStack.MESSAGE_PASSER, List.of(withdrawal.slot()))
                .slots()
                .getFirst()
                .nodes();
        if (OpStack.storageProof(root, withdrawal, nodes) instanceof Answer.Proven<List<Bytes>>(List<Bytes> whole)) {
            return OpStack.prove(bridge, withdrawal, game, root, whole);
        }
        throw new IllegalStateException("the world's past has no proof");
    }

    private SealedBlock block(long number) {
        return rollup.node().history().at(number).orElseThrow();
    }

    private record Oldest(Withdrawal withdrawal, long block) {}

    private Oldest oldest() {
        return LongStream.rangeClosed(1, rollup.node().history().newest().number())
                .boxed()
                .flatMap(number -> block(number).transactions().stream()
                        .flatMap(each -> each.receipt().logs().stream())
                        .flatMap(log -> Withdrawal.of(log) instanceof Answer.Proven<Withdrawal>(Withdrawal found)
                                ? Stream.of(new Oldest(found, number))
                                : Stream.empty()))
                .findFirst()
                .orElseThrow();
    }
}
