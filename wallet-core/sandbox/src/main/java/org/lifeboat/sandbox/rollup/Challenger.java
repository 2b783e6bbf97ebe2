package org.lifeboat.sandbox.rollup;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.world.PlayHand;

/// Compares posted roots with the L2, attacks those that are false, and ends games whose time is over.
final class Challenger implements Actor {
    private static final int NEWEST_GAMES = 16;

    /// How long it may look away where nobody has posted a root. Unit: seconds.
    private static final long PAUSE = 600;

    private static final Gas GAS = new Gas(2_000_000);

    private static final Bytes ATTACK = selector("attack(bytes32,uint256,bytes32)");
    private static final Bytes RESOLVE_CLAIM = selector("resolveClaim(uint256,uint256)");
    private static final Bytes RESOLVE = selector("resolve()");

    /// For a claim one level below the root. Source: `PlayGame.getRequiredBond`: a 73rd root of 750 more.
    private static final Wei BOND = new Wei(BridgeGenesis.ROOT_BOND
            .value()
            .multiply(BigInteger.valueOf(1_094_925))
            .divide(BigInteger.valueOf(1_000_000)));

    private final L1Node l1;
    private final Layer2Node l2;
    private final BridgeView view;
    private final LongUnaryOperator fixedUpTo;
    private final PlayHand hand;
    private Hash32 looked = Hash32.ZERO;
    private SealedBlock safe;
    private long games = -1;
    private long lookedAt;
    private final List<Hash32> sent = new ArrayList<>();

    /// @param fixedUpTo the newest block of the L2 that follows from L1 up to a number
    Challenger(L1Node l1, Layer2Node l2, BridgeView view, LongUnaryOperator fixedUpTo, PlayHand hand) {
        this.l1 = l1;
        this.fixedUpTo = fixedUpTo;
        this.l2 = l2;
        this.view = view;
        this.hand = hand;
        this.safe = l2.safe();
    }

    @Override
    public void act(Conduct conduct, long now) {
        Hash32 newest = l1.history().newest().hash();
        boolean waits = sent.stream().anyMatch(hash -> l1.pending(hash).isPresent());
        if (conduct instanceof Conduct.Stopped || waits || newest.equals(looked)) {
            return;
        }
        looked = newest;
        sent.clear();
        Bridge bridge = view.bridge();
        if (bridge.games() == games && now - lookedAt < PAUSE && stillThere()) {
            return;
        }
        safe = l2.safe();
        games = bridge.games();
        lookedAt = now;
        for (Game game : view.games(bridge, NEWEST_GAMES)) {
            boolean old = game.createdAt().unixSeconds() + conduct.lateBy() <= now();
            if (game.status() == Game.Status.IN_PROGRESS && old) {
                look(game);
            } else if (!old) {
                games = -1; // It is not done with these, and may not look away.
            }
        }
    }

    /// Whether the L2 is what it was at the last look: a reorganisation of L1 makes roots false that were true.
    private boolean stillThere() {
        return l2.history()
                .at(safe.number())
                .map(SealedBlock::hash)
                .filter(safe.hash()::equals)
                .isPresent();
    }

    private void look(Game game) {
        Optional<Hash32> own = own(game);
        boolean refuted = own.filter(root -> !root.equals(game.root())).isPresent();
        if (refuted && game.claims() == 1) {
            // Below the root every claim of the upper levels is about the same block: the one that was claimed.
            Bytes call = ATTACK.plus(word(game.root())).plus(word(Hash32.ZERO)).plus(word(own.orElseThrow()));
            sent.add(hand.send(Optional.of(game.contract()), GAS, BOND, call));
        }
        boolean over = game.clock()
                .filter(span -> now() > game.createdAt().plus(span).unixSeconds())
                .isPresent();
        if (over) {
            end(game);
        }
    }

    /// What honest play claims in that game: the root of its block or, where L1 up to the game's own head does not
    /// hold that block (which may come later, or again after a reorganisation), of the last that it holds. Source:
    /// fault-proof specification, "Fault Proof Program", epilogue.
    private Optional<Hash32> own(Game game) {
        return view.l1Head(game)
                .flatMap(head -> l1.history().find(head))
                .map(head -> Math.min(game.block().number(), fixedUpTo.applyAsLong(head.number())))
                .flatMap(number -> l2.history().at(number))
                .flatMap(block -> OutputRoot.of(block.header()))
                .map(OutputRoot::hash);
    }

    private long now() {
        return l1.history().newest().header().unixSeconds();
    }

    /// Claim after claim from the last to the first, then the game.
    private void end(Game game) {
        for (long claim = game.claims() - 1; claim >= 0; claim--) {
            send(game, RESOLVE_CLAIM.plus(word(Hash32.ofNumber(claim))).plus(word(Hash32.ofNumber(512))));
        }
        send(game, RESOLVE);
    }

    private void send(Game game, Bytes call) {
        if (view.takes(hand.address(), game.contract(), call)) {
            sent.add(hand.send(Optional.of(game.contract()), GAS, Wei.ZERO, call));
        }
    }

    private static Bytes word(Hash32 value) {
        return Bytes.of(value.toArray());
    }

    private static Bytes selector(String signature) {
        return Bytes.copyOf(Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII)), 0, 4);
    }
}
