package org.lifeboat.rollups.opstack.dispute;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameRange;

/// A contest in memory, by the contract's rules: positions, duplicates, clocks, and who wins in the end.
/// What goes on below the output roots is decided by the truth, as it would be by the program's trace.
final class GameTree {
    static final Address HONEST = Hash32.ofNumber(0xa11ce).toAddress();
    static final Address LIAR = Hash32.ofNumber(0xbad).toAddress();
    static final long START = 100;

    final int split;
    final long claimed;
    final List<DisputeClaim> claims = new ArrayList<>();

    /// Claims of the last output roots' level that somebody has shown to be wrong by a trace.
    final Set<Integer> stepped = new HashSet<>();

    Duration clock = Duration.ofDays(1_000);
    long now = 10_000;

    GameTree(int split, long claimed, Hash32 root) {
        this.split = split;
        this.claimed = claimed;
        claims.add(claim(0, OptionalInt.empty(), LIAR, root, Position.ROOT, Duration.ZERO));
    }

    /// What the L2 really has.
    static Hash32 truth(long block) {
        return Hash32.ofNumber(1_000_000 + block);
    }

    static HonestRoots honest(long claimed) {
        SortedMap<Long, Hash32> roots = new TreeMap<>();
        for (long block = START; block <= claimed; block++) {
            roots.put(block, truth(block));
        }
        return new HonestRoots(START, claimed, Optional.empty(), roots);
    }

    DisputeGame seen() {
        Address contract = Hash32.ofNumber(77).toAddress();
        Game game = new Game(
                Optional.of(0L),
                0,
                contract,
                new L1Time(10_000),
                claims.getFirst().value(),
                new L2Block(claimed),
                Game.Status.IN_PROGRESS,
                Optional.empty(),
                true,
                true,
                claims.size(),
                Optional.of(clock));
        List<Wei> bonds =
                IntStream.rangeClosed(0, split + 1).mapToObj(GameTree::bond).toList();
        return new DisputeGame(
                game,
                new GameRange(Optional.empty(), Hash32.ZERO),
                split + 4,
                split,
                clock,
                Duration.ZERO,
                claims,
                bonds,
                false,
                new L1Time(now));
    }

    static Wei bond(int depth) {
        return Wei.of(1_000 + depth);
    }

    /// @return whether the contract takes it
    boolean move(Address who, int parent, boolean attack, Hash32 value) {
        DisputeClaim against = claims.get(parent);
        Position position =
                attack ? against.position().attack() : against.position().defend();
        boolean again = claims.stream()
                .anyMatch(claim -> claim.parent().equals(OptionalInt.of(parent))
                        && claim.position().equals(position)
                        && claim.value().equals(value));
        if (again || (parent == 0 && !attack) || position.depth() > split || !seen().canCounter(against)) {
            return false;
        }
        Duration before = against.parent().isPresent()
                ? claims.get(against.parent().getAsInt()).used()
                : Duration.ZERO;
        Duration used = before.plusSeconds(now - against.madeAt().unixSeconds());
        claims.add(claim(claims.size(), OptionalInt.of(parent), who, value, position, used));
        return true;
    }

    private DisputeClaim claim(
            int index, OptionalInt parent, Address who, Hash32 value, Position position, Duration used) {
        return new DisputeClaim(
                index, parent, Optional.empty(), who, bond(position.depth()), value, position, used, new L1Time(now));
    }

    /// Does everything that honest play asks for, until it asks for nothing.
    /// @return what it was
    List<DisputeAction> playHonestly(HonestRoots honest) {
        List<DisputeAction> done = new ArrayList<>();
        while (true) {
            boolean moved = false;
            for (DisputeAction action : Dispute.next(seen(), honest)) {
                switch (action) {
                    case DisputeAction.Move move -> {
                        if (!move(HONEST, move.against().index(), move.attack(), move.value())) {
                            throw new AssertionError("the contract would refuse " + move);
                        }
                        moved = true;
                        done.add(move);
                    }
                    case DisputeAction.NeedsTrace trace ->
                        stepped.add(trace.against().index());
                    case DisputeAction.NeedsRoot _, DisputeAction.TooLate _, DisputeAction.ShowNumber _ ->
                        throw new AssertionError("not in this game: " + action);
                }
            }
            if (!moved) {
                return done;
            }
        }
    }

    /// Who wins a claim's bond; empty where nobody has countered it. Source: `resolveClaim`.
    Optional<Address> winnerAgainst(int index) {
        if (stepped.contains(index)) {
            return Optional.of(HONEST);
        }
        return claims.stream()
                .filter(claim -> claim.parent().equals(OptionalInt.of(index)))
                .filter(claim -> winnerAgainst(claim.index()).isEmpty())
                .min(Comparator.<DisputeClaim, BigInteger>comparing(
                        claim -> claim.position().value()))
                .map(DisputeClaim::claimant);
    }
}
