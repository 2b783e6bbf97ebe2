package org.lifeboat.engine.dispute;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.chaincheck.Ground;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameRange;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.rollups.opstack.dispute.Position;

/// Games, sights and roots for what a plan says.
final class DisputePlanCases {
    static final Address GAME = Hash32.ofNumber(9).toAddress();
    static final Hash32 LIE = Hash32.ofNumber(13);
    static final Hash32 HEAD = Hash32.ofNumber(21);
    static final BlockRef CLAIMED = new BlockRef(16, LIE, 32);
    static final L1Call SETTLE = new L1Call(GAME, Wei.ZERO, Bytes.fromHex("0x2810e1d6"));

    private DisputePlanCases() {}

    static DisputeNext next(DisputeState state, SortedMap<Long, Hash32> roots, DisputeSight sight) {
        return DisputePlan.next(state, roots, sight, Optional.empty());
    }

    static DisputeState attack() {
        return new DisputeState(GAME, LIE, HEAD, DisputeState.Stance.ATTACK, 0, 16, Optional.empty());
    }

    static Hash32 truth(long block) {
        return Hash32.ofNumber(1_000 + block);
    }

    static SortedMap<Long, Hash32> roots() {
        SortedMap<Long, Hash32> roots = new TreeMap<>();
        for (long block = 0; block <= 16; block++) {
            roots.put(block, truth(block));
        }
        return roots;
    }

    static CheckReport report(Finding finding, Optional<Game> game) {
        return new CheckReport(
                finding,
                Optional.of(new CheckReport.Aim(
                        new Ground.Genesis(new L2Block(0)), 16, LIE, game, Optional.of(HEAD), Optional.empty())),
                Optional.empty(),
                false,
                roots(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Game game(long type) {
        return new Game(
                Optional.of(1L),
                type,
                GAME,
                new L1Time(100),
                LIE,
                new L2Block(16),
                Game.Status.IN_PROGRESS,
                Optional.empty(),
                true,
                true,
                1,
                Optional.of(Duration.ofSeconds(1_000)));
    }

    static Game withRoot(Game game, Hash32 root) {
        return new Game(
                game.index(),
                game.type(),
                game.contract(),
                game.createdAt(),
                root,
                game.block(),
                game.status(),
                game.resolvedAt(),
                true,
                true,
                game.claims(),
                game.clock());
    }

    static Game withStatus(Game game, Game.Status status) {
        return new Game(
                game.index(),
                game.type(),
                game.contract(),
                game.createdAt(),
                game.root(),
                game.block(),
                status,
                Optional.of(new L1Time(2_000)),
                true,
                true,
                game.claims(),
                game.clock());
    }

    static DisputeSight sight(Game game, Optional<L1Call> settling) {
        return sight(game, 500, settling);
    }

    /// With a claim of the account's own, and one that is settled.
    static DisputeSight own(Game game, long now, Optional<L1Call> settling) {
        DisputeSight seen = sight(game, now, settling);
        DisputeClaim root = seen.dispute().orElseThrow().claims().getFirst();
        DisputeClaim settled = new DisputeClaim(
                2,
                root.parent(),
                root.counteredBy(),
                root.claimant(),
                new Wei(BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE)),
                root.value(),
                root.position(),
                root.used(),
                root.madeAt());
        DisputeClaim open = new DisputeClaim(
                1,
                root.parent(),
                root.counteredBy(),
                root.claimant(),
                Wei.of(101),
                root.value(),
                root.position(),
                root.used(),
                root.madeAt());
        return new DisputeSight(game, seen.dispute(), settling, seen.credit(), List.of(open, settled));
    }

    static DisputeSight sight(Game game, long now, Optional<L1Call> settling) {
        DisputeClaim root = new DisputeClaim(
                0,
                OptionalInt.empty(),
                Optional.empty(),
                Hash32.ofNumber(66).toAddress(),
                Wei.of(100),
                game.root(),
                Position.ROOT,
                Duration.ZERO,
                new L1Time(100));
        List<Wei> bonds = IntStream.rangeClosed(0, 5)
                .mapToObj(depth -> Wei.of(100 + depth))
                .toList();
        DisputeGame dispute = new DisputeGame(
                game,
                new GameRange(Optional.empty(), HEAD),
                8,
                4,
                Duration.ofSeconds(1_000),
                Duration.ofSeconds(10),
                new ArrayList<>(List.of(root)),
                bonds,
                false,
                new L1Time(now));
        Optional<DisputeCredit> credit = game.status() == Game.Status.IN_PROGRESS
                ? Optional.empty()
                : Optional.of(new DisputeCredit(Wei.of(5), false, Optional.empty(), Optional.empty()));
        return new DisputeSight(game, Optional.of(dispute), settling, credit, List.of());
    }
}
