package org.lifeboat.sandbox.rollup;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.sandbox.world.PlayHand;

/// Compares outputs with the L2, and deletes from the first false one on; told to lie, it deletes true ones.
final class OutputChallenger implements Actor {
    private static final int NEWEST = 16;

    private static final Gas GAS = new Gas(300_000);

    private static final Bytes DELETE =
            Bytes.copyOf(Keccak256.digest("deleteL2Outputs(uint256)".getBytes(StandardCharsets.US_ASCII)), 0, 4);

    private final Layer2Node l2;
    private final BridgeView view;
    private final PlayHand hand;

    OutputChallenger(Layer2Node l2, BridgeView view, PlayHand hand) {
        this.l2 = l2;
        this.view = view;
        this.hand = hand;
    }

    @Override
    public void act(Conduct conduct, long now) {
        if (conduct instanceof Conduct.Stopped) {
            return;
        }
        Bridge bridge = view.bridge();
        view.games(bridge, NEWEST).stream()
                .filter(output -> output.createdAt().unixSeconds() + conduct.lateBy() <= now)
                .filter(output -> conduct instanceof Conduct.FalseRoots || isFalse(output))
                .flatMap(output -> output.index().stream())
                .sorted(Comparator.naturalOrder())
                .filter(first -> takes(bridge, first))
                .findFirst()
                .ifPresent(first -> hand.send(oracle(bridge), GAS, Wei.ZERO, deletion(first)));
    }

    private boolean isFalse(Game output) {
        return l2.history()
                .at(output.block().number())
                .flatMap(block -> OutputRoot.of(block.header()))
                .filter(root -> !root.hash().equals(output.root()))
                .isPresent();
    }

    /// What is final stays.
    private boolean takes(Bridge bridge, long first) {
        return view.takes(hand.address(), oracle(bridge).orElseThrow(), deletion(first));
    }

    private static Optional<Address> oracle(Bridge bridge) {
        return Optional.of(bridge.contracts().factory());
    }

    private static Bytes deletion(long first) {
        return DELETE.plus(Bytes.of(Hash32.ofNumber(first).toArray()));
    }
}
