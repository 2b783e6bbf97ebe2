package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.trie.StorageProof;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;

/// The way of a withdrawal on L1: proven, waited for, paid out. Source: specification, withdrawals,
/// "Withdrawal Flow"; fault-proof, "OptimismPortal".
final class Exit {
    /// Anybody can send proofs of a withdrawal, and each stays in the portal's list; how many are looked at, of the
    /// oldest and of the newest. Whose proof matters is looked at by name.
    private static final int MOST_PROOFS = 4;

    /// Claims that one call settles. Source: op-challenger settles with as many.
    private static final long CLAIMS_AT_ONCE = 512;

    private static final int NEWEST_GAMES = 16;

    /// Of longer contests it is not weighed how they stand: whoever makes one must not hold up the look at a
    /// withdrawal.
    private static final long MOST_CLAIMS = 128;

    private Exit() {}

    /// @param now of the block that is read
    /// @param own whose proof is looked at whoever else has sent some
    /// @param known roots that are looked at however many newer ones there are
    static Optional<ExitFacts> facts(
            Reads reads,
            Bridge.Contracts contracts,
            Hash32 withdrawal,
            Address own,
            L1Time now,
            Collection<RootPlace> known) {
        Optional<ExitFacts> facts = switch (contracts.posting()) {
            case GAMES -> ofGames(reads, contracts, withdrawal, own, now);
            case OUTPUTS -> Outputs.facts(reads, contracts, withdrawal, own, now, NEWEST_GAMES);
        };
        return facts.map(found -> with(reads, found, known));
    }

    private static ExitFacts with(Reads reads, ExitFacts facts, Collection<RootPlace> known) {
        List<Game> games = new ArrayList<>(facts.games());
        for (RootPlace place : known) {
            if (games.stream().noneMatch(game -> game.root().equals(place.root()) && game.usable())) {
                Anchor.at(reads, facts.bridge(), place.index())
                        .filter(game -> game.root().equals(place.root()))
                        .filter(game -> games.stream().noneMatch(game::isSame))
                        .ifPresent(games::add);
            }
        }
        games.sort(Comparator.comparing((Game game) -> game.index().orElse(0L)).reversed());
        return new ExitFacts(facts.now(), facts.bridge(), facts.paidOut(), facts.proofs(), games, facts.falling());
    }

    private static Optional<ExitFacts> ofGames(
            Reads reads, Bridge.Contracts contracts, Hash32 withdrawal, Address own, L1Time now) {
        Optional<Bridge> bridge = Anchor.bridge(reads, contracts);
        Optional<Boolean> paidOut =
                reads.flag(contracts.portal(), "finalizedWithdrawals(bytes32)", Abi.word(withdrawal));
        Optional<Long> provers = reads.small(contracts.portal(), "numProofSubmitters(bytes32)", Abi.word(withdrawal));
        if (bridge.isEmpty() || paidOut.isEmpty() || provers.isEmpty()) {
            return Optional.empty();
        }
        Set<Address> all = new LinkedHashSet<>(List.of(own));
        for (long i = 0; i < provers.get(); i++) {
            if (i == MOST_PROOFS && provers.get() > 2 * MOST_PROOFS) {
                i = provers.get() - MOST_PROOFS;
            }
            reads.address(contracts.portal(), "proofSubmitters(bytes32,uint256)", Abi.word(withdrawal), Abi.word(i))
                    .ifPresent(all::add);
        }
        List<Proof> proofs = all.stream()
                .flatMap(prover -> proof(reads, bridge.get(), withdrawal, prover).stream())
                .toList();
        return Anchor.newest(reads, bridge.get(), NEWEST_GAMES)
                .map(games ->
                        new ExitFacts(now, bridge.get(), paidOut.get(), proofs, games, falling(reads, proofs, now)));
    }

    private static Map<Address, L1Time> falling(Reads reads, List<Proof> proofs, L1Time now) {
        Map<Address, L1Time> falling = new HashMap<>();
        for (Proof proof : proofs) {
            Game game = proof.game();
            boolean open = game.status() == Game.Status.IN_PROGRESS && game.usable() && game.contested();
            if (open && game.claims() <= MOST_CLAIMS) {
                DisputeReads.game(reads, game, now)
                        .flatMap(DisputeGame::rootFallsAt)
                        .ifPresent(at -> falling.put(game.contract(), at));
            }
        }
        return falling;
    }

    private static Optional<Proof> proof(Reads reads, Bridge bridge, Hash32 withdrawal, Address prover) {
        Address portal = bridge.contracts().portal();
        Optional<Bytes> proven = reads.call(
                Address.ZERO,
                portal,
                Abi.call("provenWithdrawals(bytes32,address)", Abi.word(withdrawal), Abi.word(prover)));
        Optional<Address> game = proven.flatMap(returned -> Abi.at(returned, 0)).map(Hash32::toAddress);
        Optional<L1Time> at = proven.flatMap(returned -> Abi.at(returned, 1))
                .map(Hash32::toNumber)
                .filter(number -> number.signum() > 0 && number.bitLength() < 40)
                .map(number -> new L1Time(number.longValue()));
        if (game.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        boolean payable = reads.call(
                        prover,
                        portal,
                        Abi.call("checkWithdrawal(bytes32,address)", Abi.word(withdrawal), Abi.word(prover)))
                .isPresent();
        return Anchor.game(reads, bridge, game.get(), Optional.empty())
                .map(read -> new Proof(prover, at.get(), read, payable));
    }

    /// What ends a game whose time is over, as far as the game itself would take it now.
    static Optional<L1Call> resolution(Reads reads, Game game, Address from) {
        if (game.status() != Game.Status.IN_PROGRESS || game.isOutput()) {
            return Optional.empty();
        }
        return Stream.of(Contracts.resolve(), Contracts.resolveClaim(0, CLAIMS_AT_ONCE))
                .filter(call -> reads.call(from, game.contract(), call).isPresent())
                .findFirst()
                .map(call -> new L1Call(game.contract(), Wei.ZERO, call));
    }

    /// @param block of the L2 that the withdrawal stands in
    /// @param resolution by game, what would end it now
    static Standing standing(ExitFacts facts, L2Block block, Optional<L1Call> resolution) {
        if (facts.paidOut()) {
            return new Standing.PaidOut();
        }
        if (facts.bridge().paused()) {
            return new Standing.Paused(facts.proofs());
        }
        Optional<Proof> payable = facts.proofs().stream().filter(Proof::payable).findFirst();
        if (payable.isPresent()) {
            return new Standing.CanFinish(payable.get());
        }
        List<Game> usable = covering(facts, block);
        Optional<Proof> alive = facts.proofs().stream()
                .filter(proof -> proof.game().usable())
                .min(Comparator.<Proof, Boolean>comparing(proof ->
                                facts.falling().containsKey(proof.game().contract()))
                        .thenComparing(proof -> notBefore(facts, proof).orElse(new L1Time(Long.MAX_VALUE))));
        if (alive.isPresent()) {
            Game game = alive.get().game();
            L1Time fallsAt = facts.falling().get(game.contract());
            if (fallsAt != null) {
                return new Standing.Doubted(
                        alive.get(),
                        fallsAt,
                        usable.stream().filter(other -> !other.contested()).findFirst());
            }
            return resolution
                    .filter(call -> call.to().equals(game.contract()))
                    .<Standing>map(call -> new Standing.CanResolve(alive.get(), call))
                    .orElseGet(() -> new Standing.Waiting(alive.get(), notBefore(facts, alive.get())));
        }
        long type = facts.bridge().respectedType();
        if (usable.isEmpty() && !GameType.of(type).provable()) {
            return new Standing.NotRead(type);
        }
        Optional<Game> tooNew = reaching(facts, block).findFirst().filter(_ -> usable.isEmpty());
        if (tooNew.isPresent()) {
            return new Standing.RootTooNew(tooNew.get());
        }
        if (!facts.proofs().isEmpty()) {
            Proof lost = facts.proofs().getFirst();
            return new Standing.MustProveAgain(
                    lost, usable.stream().filter(_ -> takesAnother(facts, lost)).findFirst());
        }
        return usable.isEmpty()
                ? new Standing.NoRoot(newestCovered(facts), ownRoot(facts.bridge()))
                : new Standing.CanProve(usable.getFirst(), usable.subList(1, usable.size()));
    }

    /// Whether the portal takes a new proof in the place of a lost one. Beside an output oracle only once another
    /// output stands where the lost one stood. Source: OptimismPortal 1 and 2, `proveWithdrawalTransaction`: it
    /// asks the oracle for that output, and the oracle reverts where there is none.
    private static boolean takesAnother(ExitFacts facts, Proof lost) {
        return switch (facts.bridge().contracts().posting()) {
            case GAMES -> true;
            case OUTPUTS ->
                lost.game()
                        .index()
                        .filter(index -> index < facts.bridge().games())
                        .isPresent();
        };
    }

    static boolean saidBefore(Standing standing, ExitFacts earlier) {
        return switch (standing) {
            case Standing.PaidOut _ -> earlier.paidOut();
            case Standing.Waiting(Proof proof, var _) -> stood(proof, earlier);
            case Standing.CanResolve(Proof proof, var _) -> stood(proof, earlier);
            case Standing.Doubted(Proof proof, var _, var _) -> stood(proof, earlier);
            case Standing.MustProveAgain(Proof proof, var _) ->
                stood(proof, earlier)
                        && earlier.proofs().stream()
                                .noneMatch(before -> before.game().usable());
            case Standing.CanFinish(Proof proof) -> stood(proof, earlier);
            case Standing.CanProve(Game best, var _) -> earlier.games().stream().anyMatch(best::isSame);
            case Standing.RootTooNew(Game game) -> earlier.games().stream().anyMatch(game::isSame);
            case Standing.NoRoot _, Standing.NotRead _, Standing.Paused _ -> false;
        };
    }

    private static boolean stood(Proof proof, ExitFacts earlier) {
        return earlier.proofs().stream()
                .anyMatch(before -> before.prover().equals(proof.prover())
                        && before.at().equals(proof.at())
                        && before.game().isSame(proof.game()));
    }

    /// Those to prove against: first what L1 treats as settled, then what nobody contests, the older one
    /// first because it ends earlier. A game counts from the block after its own, an output at once.
    static List<Game> covering(ExitFacts facts, L2Block block) {
        return reaching(facts, block)
                .filter(game -> game.isOutput() || game.createdAt().isBefore(facts.now()))
                .sorted(Comparator.<Game, Boolean>comparing(game -> game.status() != Game.Status.DEFENDER_WINS)
                        .thenComparing(Game::contested)
                        .thenComparing(Game::createdAt)
                        .thenComparing(Game::block))
                .toList();
    }

    private static Stream<Game> reaching(ExitFacts facts, L2Block block) {
        return facts.games().stream()
                .filter(Game::usable)
                .filter(game -> game.block().compareTo(block) >= 0);
    }

    private static Optional<L2Block> newestCovered(ExitFacts facts) {
        return facts.games().stream().filter(Game::usable).map(Game::block).max(Comparator.naturalOrder());
    }

    /// The bond for posting a root oneself; empty where that is not open to everybody.
    static Optional<Wei> ownRoot(Bridge bridge) {
        return GameType.of(bridge.respectedType()) == GameType.OPEN ? Optional.of(bridge.bond()) : Optional.empty();
    }

    /// The portal wants each span to be over, not just reached. Source: OptimismPortal2, `checkWithdrawal`.
    private static Optional<L1Time> notBefore(ExitFacts facts, Proof proof) {
        L1Time mature = proof.at().plus(facts.bridge().maturity());
        Optional<L1Time> ended = proof.game().resolvedAt().isPresent()
                ? proof.game().resolvedAt()
                : proof.game().resolvableAt();
        return ended.map(at -> at.plus(facts.bridge().airGap()))
                .map(settled -> settled.isBefore(mature) ? mature : settled)
                .map(at -> new L1Time(at.unixSeconds() + 1));
    }

    /// Checks what a source says stands under a root, and makes it what the portal reads.
    /// @param nodes of `eth_getProof`, from the storage root down
    static Answer<List<Bytes>> storageProof(OutputRoot root, Withdrawal withdrawal, List<Bytes> nodes) {
        return StorageProof.check(root.messagePasserRoot(), withdrawal.slot(), nodes)
                .then(value -> value.equals(BigInteger.ONE)
                        ? new Answer.Proven<>(PortalProof.of(withdrawal.slot(), nodes))
                        : new Answer.Unknown<>(
                                Answer.Cause.MISSING, "the withdrawal does not stand in that block of the L2"));
    }
}
