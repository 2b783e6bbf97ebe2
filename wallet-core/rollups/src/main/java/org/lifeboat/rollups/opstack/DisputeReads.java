package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;
import org.lifeboat.rollups.opstack.dispute.Position;

/// Reads a contest as the game's own contract tells it. Source: optimism, `src/dispute/FaultDisputeGame.sol`,
/// `src/dispute/DelayedWETH.sol`.
final class DisputeReads {
    /// More claims than any contest on record has; who makes so many pays for each.
    private static final long MOST_CLAIMS = 1_024;

    /// Of which the tree's depth is at most. Source: `LibPosition`, positions of 128 bits.
    private static final long MOST_DEPTH = 126;

    /// Source: `ClaimData.parentIndex` of the root, `type(uint32).max`.
    private static final long NO_PARENT = 0xffff_ffffL;

    /// How many children one call settles.
    private static final long CHILDREN_AT_ONCE = 512;

    private DisputeReads() {}

    /// @param now of the block that is read
    /// @return empty for a game of another form, or while the state lacks something
    static Optional<DisputeGame> game(Reads reads, Game game, L1Time now) {
        Address at = game.contract();
        Optional<GameRange> range = GameRange.of(reads, game);
        Optional<Long> depth = reads.small(at, "maxGameDepth()").filter(value -> value <= MOST_DEPTH);
        Optional<Long> split = reads.small(at, "splitDepth()").filter(value -> value >= 1 && value < MOST_DEPTH);
        Optional<Long> extension = reads.small(at, "clockExtension()").filter(value -> value < (1L << 40));
        Optional<Boolean> challenged = reads.flag(at, "l2BlockNumberChallenged()");
        if (range.isEmpty()
                || depth.isEmpty()
                || split.isEmpty()
                || depth.get() <= split.get()
                || extension.isEmpty()
                || challenged.isEmpty()
                || game.clock().isEmpty()
                || game.claims() < 1
                || game.claims() > MOST_CLAIMS) {
            return Optional.empty();
        }
        Optional<List<DisputeClaim>> claims = claims(reads, at, (int) game.claims());
        Optional<List<Wei>> bonds = bonds(reads, at, split.get().intValue());
        return claims.flatMap(all -> bonds.map(each -> new DisputeGame(
                game,
                range.get(),
                depth.get().intValue(),
                split.get().intValue(),
                game.clock().get(),
                Duration.ofSeconds(extension.get()),
                all,
                each,
                challenged.get(),
                now)));
    }

    private static Optional<List<DisputeClaim>> claims(Reads reads, Address game, int count) {
        List<DisputeClaim> claims = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            int own = index;
            reads.call(Address.ZERO, game, Abi.call("claimData(uint256)", Abi.word(index)))
                    .flatMap(returned -> claim(own, returned))
                    .ifPresent(claims::add);
        }
        return claims.size() == count ? Optional.of(claims) : Optional.empty();
    }

    private static Optional<DisputeClaim> claim(int index, Bytes returned) {
        Hash32[] words = new Hash32[7];
        for (int i = 0; i < words.length; i++) {
            Optional<Hash32> word = Abi.at(returned, i);
            if (word.isEmpty()) {
                return Optional.empty();
            }
            words[i] = word.get();
        }
        BigInteger parent = words[0].toNumber();
        BigInteger clock = words[6].toNumber();
        boolean root = parent.equals(BigInteger.valueOf(NO_PARENT));
        boolean sound = (root ? index == 0 : parent.compareTo(BigInteger.valueOf(index)) < 0)
                && words[5].toNumber().signum() > 0
                && words[5].toNumber().bitLength() <= 128
                && clock.bitLength() <= 104;
        if (!sound) {
            return Optional.empty();
        }
        Address countered = words[1].toAddress();
        return Optional.of(new DisputeClaim(
                index,
                root ? OptionalInt.empty() : OptionalInt.of(parent.intValueExact()),
                countered.equals(Address.ZERO) ? Optional.empty() : Optional.of(countered),
                words[2].toAddress(),
                new Wei(words[3].toNumber()),
                words[4],
                new Position(words[5].toNumber()),
                Duration.ofSeconds(clock.shiftRight(64).longValueExact()),
                new L1Time(clock.longValue())));
    }

    /// The bond hangs on the depth alone.
    private static Optional<List<Wei>> bonds(Reads reads, Address game, int split) {
        List<Wei> bonds = IntStream.rangeClosed(0, split + 1)
                .boxed()
                .flatMap(depth ->
                        reads
                                .number(game, "getRequiredBond(uint128)", Abi.word(BigInteger.ONE.shiftLeft(depth)))
                                .stream())
                .map(Wei::new)
                .toList();
        return bonds.size() == split + 2 ? Optional.of(bonds) : Optional.empty();
    }

    /// What settles a contest whose clocks are over, as far as the game itself would take it now: the
    /// whole, or a claim, the newest first, because a claim can be settled only after those that counter it.
    /// @param from whoever would send it
    static Optional<L1Call> settling(Reads reads, DisputeGame dispute, Address from) {
        Game game = dispute.game();
        if (game.status() != Game.Status.IN_PROGRESS) {
            return Optional.empty();
        }
        if (takes(reads, from, game.contract(), Contracts.resolve())) {
            return Optional.of(call(game.contract(), Contracts.resolve()));
        }
        for (DisputeClaim claim : dispute.claims().reversed()) {
            Bytes settle = Contracts.resolveClaim(claim.index(), CHILDREN_AT_ONCE);
            if (!dispute.canCounter(claim) && takes(reads, from, game.contract(), settle)) {
                return Optional.of(call(game.contract(), settle));
            }
        }
        return Optional.empty();
    }

    /// What somebody has coming from a game that is over. The contracts since FaultDisputeGame 1.3 pay in
    /// two steps.
    static Optional<DisputeCredit> credit(Reads reads, Game game, Address owner) {
        Optional<Wei> credit = reads.number(game.contract(), "credit(address)", Abi.word(owner))
                .map(Wei::new);
        if (credit.isEmpty()) {
            return Optional.empty();
        }
        Bytes claim = Contracts.claimCredit(owner);
        boolean taken = takes(reads, owner, game.contract(), claim);
        Optional<Boolean> unlocked = reads.flag(game.contract(), "hasUnlockedCredit(address)", Abi.word(owner));
        Optional<L1Time> payable = payableAt(reads, game, owner);
        boolean pays = unlocked.orElse(true);
        return Optional.of(new DisputeCredit(
                credit.get(),
                pays,
                taken && !credit.get().isZero() ? Optional.of(call(game.contract(), claim)) : Optional.empty(),
                pays ? payable : Optional.empty()));
    }

    /// When what is unlocked can be paid.
    private static Optional<L1Time> payableAt(Reads reads, Game game, Address owner) {
        Optional<Address> weth = reads.address(game.contract(), "weth()");
        return weth.flatMap(vault -> {
            Optional<Long> delay = reads.small(vault, "delay()").filter(seconds -> seconds < (1L << 40));
            Optional<Long> since = reads.call(
                            Address.ZERO,
                            vault,
                            Abi.call("withdrawals(address,address)", Abi.word(game.contract()), Abi.word(owner)))
                    .flatMap(returned -> Abi.at(returned, 1))
                    .map(Hash32::toNumber)
                    .filter(at -> at.signum() > 0 && at.bitLength() < 40)
                    .map(BigInteger::longValue);
            return since.flatMap(at -> delay.map(wait -> new L1Time(at + wait)));
        });
    }

    private static boolean takes(Reads reads, Address from, Address game, Bytes data) {
        return reads.call(from, game, data).isPresent();
    }

    private static L1Call call(Address game, Bytes data) {
        return new L1Call(game, Wei.ZERO, data);
    }
}
