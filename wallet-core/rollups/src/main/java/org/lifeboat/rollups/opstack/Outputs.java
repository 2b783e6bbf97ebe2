package org.lifeboat.rollups.opstack;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;

/// Reads roots from an output oracle, as chains post them that have no contests over roots yet, and what the portal
/// beside it keeps of a withdrawal. Source: specification, proposals, "L2 Output Oracle Smart Contract"; withdrawals,
/// "Optimism Portal"; optimism, `src/L1/L2OutputOracle.sol` 1.3 to 1.8 and `src/L1/OptimismPortal.sol` 1 and 2, whose
/// names for the same getters are the later ones first.
final class Outputs {
    /// Into how many parts a search cuts what is left, and how many it looks at where the last cut is due.
    private static final int PARTS = 8;

    private static final int NEAR = 2;

    /// Each leaves an eighth, so that no list of outputs needs more.
    private static final int MOST_CUTS = 12;

    private Outputs() {}

    static Optional<Bridge.Contracts> contracts(Reads reads, Address portal) {
        Optional<Address> systemConfig =
                reads.address(portal, "systemConfig()").or(() -> reads.address(portal, "SYSTEM_CONFIG()"));
        return reads.address(portal, "l2Oracle()")
                .or(() -> reads.address(portal, "L2_ORACLE()"))
                .map(oracle -> new Bridge.Contracts(
                        portal,
                        oracle,
                        Optional.empty(),
                        systemConfig,
                        Optional.empty(),
                        Bridge.Posting.OUTPUTS,
                        Anchor.otherCoin(reads, systemConfig)));
    }

    static Optional<Bridge> bridge(Reads reads, Bridge.Contracts contracts) {
        Optional<Boolean> paused = reads.flag(contracts.portal(), "paused()");
        Optional<Long> count = reads.small(contracts.factory(), "nextOutputIndex()");
        return period(reads, contracts.factory())
                .flatMap(period -> paused.flatMap(stopped -> count.map(outputs -> new Bridge(
                        contracts,
                        GameType.OUTPUTS,
                        period,
                        Duration.ZERO,
                        stopped,
                        outputs,
                        Wei.ZERO,
                        Optional.empty()))));
    }

    private static Optional<Duration> period(Reads reads, Address oracle) {
        return reads.small(oracle, "finalizationPeriodSeconds()")
                .or(() -> reads.small(oracle, "FINALIZATION_PERIOD_SECONDS()"))
                .filter(seconds -> seconds < (1L << 40))
                .map(Duration::ofSeconds);
    }

    /// Source: L2OutputOracle, `PROPOSER` and `CHALLENGER` before 1.8; succinctlabs/op-succinct,
    /// `OPSuccinctL2OutputOracle.sol`, `approvedProposers`: whoever is the address zero there stands for everybody.
    static Powers.Posters posters(Reads reads, Bridge.Contracts contracts) {
        Address oracle = contracts.factory();
        return new Powers.Posters(
                reads.address(oracle, "proposer()").or(() -> reads.address(oracle, "PROPOSER()")),
                reads.address(oracle, "challenger()").or(() -> reads.address(oracle, "CHALLENGER()")),
                reads.flag(oracle, "approvedProposers(address)", Abi.word(Address.ZERO))
                        .orElse(false));
    }

    /// @return empty while the state lacks something
    static Optional<List<Game>> newest(Reads reads, Bridge bridge, int most) {
        List<Game> found = new ArrayList<>();
        boolean whole = true;
        for (long index = bridge.games() - 1; index >= 0 && index >= bridge.games() - most; index--) {
            Optional<Game> output = at(reads, bridge, index);
            whole &= output.isPresent();
            output.ifPresent(found::add);
        }
        return whole ? Optional.of(found) : Optional.empty();
    }

    /// The output of just this block, or that there is none: then it is of no root, which no oracle takes, and counts
    /// for nothing. Source: L2OutputOracle, `proposeL2Output`.
    static Game of(Reads reads, Bridge bridge, L2Block block) {
        return reads.small(bridge.contracts().factory(), "getL2OutputIndexAfter(uint256)", Abi.word(block.number()))
                .flatMap(index -> at(reads, bridge, index))
                .filter(output -> output.block().equals(block))
                .orElseGet(() -> game(bridge, bridge.games(), new L1Time(0), Hash32.ZERO, block, false));
    }

    static Optional<Game> at(Reads reads, Bridge bridge, long index) {
        Optional<Bytes> output = reads.call(
                Address.ZERO, bridge.contracts().factory(), Abi.call("getL2Output(uint256)", Abi.word(index)));
        Optional<Hash32> root = output.flatMap(returned -> Abi.at(returned, 0));
        Optional<L1Time> posted = output.flatMap(returned -> time(returned, 1));
        return output.flatMap(returned -> number(returned, 2))
                .flatMap(block -> root.flatMap(
                        claimed -> posted.map(at -> game(bridge, index, at, claimed, new L2Block(block), true))));
    }

    /// @param stands whether it is in the list
    private static Game game(Bridge bridge, long index, L1Time posted, Hash32 root, L2Block block, boolean stands) {
        return new Game(
                Optional.of(index),
                GameType.OUTPUTS,
                bridge.contracts().factory(),
                posted,
                root,
                block,
                Game.Status.IN_PROGRESS,
                Optional.empty(),
                stands,
                true,
                0,
                Optional.of(bridge.maturity()));
    }

    /// The newest output whose period is over. They stand in the order of their times, so it is searched where it is
    /// due, and by cutting what is left into parts.
    /// @return empty where there is none, or while the state lacks something
    static Optional<Bridge.AnchorRoot> settled(Reads reads, Bridge bridge, L1Time now) {
        if (bridge.games() == 0) {
            return Optional.empty();
        }
        Optional<Game> newest = at(reads, bridge, bridge.games() - 1);
        Optional<Game> oldest = at(reads, bridge, 0);
        if (newest.isEmpty() || oldest.isEmpty() || !isOver(oldest.get(), now)) {
            return Optional.empty();
        }
        Game over = isOver(newest.get(), now) ? newest.get() : oldest.get();
        Game open = newest.get();
        for (int cut = 0; cut < MOST_CUTS && index(open) - index(over) > 1; cut++) {
            List<Game> between = new ArrayList<>();
            for (long index :
                    cuts(over, open, now.unixSeconds() - bridge.maturity().toSeconds())) {
                at(reads, bridge, index).ifPresent(between::add);
            }
            if (!reads.missing().isEmpty()) {
                return Optional.empty();
            }
            for (Game output : between) {
                if (isOver(output, now)) {
                    over = index(output) > index(over) ? output : over;
                } else {
                    open = index(output) < index(open) ? output : open;
                }
            }
        }
        return index(open) - index(over) > 1
                ? Optional.empty()
                : Optional.of(new Bridge.AnchorRoot(over.root(), over.block()));
    }

    /// @param due when an output was posted that is just over now. Unit: seconds since 1970
    private static SortedSet<Long> cuts(Game over, Game open, long due) {
        long first = index(over);
        long last = index(open);
        long since = over.createdAt().unixSeconds();
        double share = (double) (due - since) / Math.max(1, open.createdAt().unixSeconds() - since);
        long guess = first + Math.round(share * (last - first));
        SortedSet<Long> cuts = new TreeSet<>();
        for (int part = 1; part < PARTS; part++) {
            cuts.add(first + (last - first) * part / PARTS);
        }
        for (long near = guess - NEAR; near <= guess + NEAR; near++) {
            cuts.add(near);
        }
        cuts.removeIf(index -> index <= first || index >= last);
        return cuts;
    }

    private static long index(Game output) {
        return output.index().orElseThrow();
    }

    /// The portal wants the period to be over, not just reached. Source: OptimismPortal 1 and 2,
    /// `_isFinalizationPeriodElapsed`.
    private static boolean isOver(Game output, L1Time now) {
        return output.finalAfter(Duration.ZERO).filter(at -> at.isBefore(now)).isPresent();
    }

    /// @param most of the newest outputs
    static Optional<ExitFacts> facts(
            Reads reads, Bridge.Contracts contracts, Hash32 withdrawal, Address own, L1Time now, int most) {
        Optional<Bridge> bridge = bridge(reads, contracts);
        Optional<Boolean> paidOut =
                reads.flag(contracts.portal(), "finalizedWithdrawals(bytes32)", Abi.word(withdrawal));
        Optional<Bytes> proven = reads.call(
                Address.ZERO, contracts.portal(), Abi.call("provenWithdrawals(bytes32)", Abi.word(withdrawal)));
        if (bridge.isEmpty() || paidOut.isEmpty() || proven.isEmpty()) {
            return Optional.empty();
        }
        List<Proof> proofs =
                proof(reads, bridge.get(), proven.get(), own, now).stream().toList();
        return newest(reads, bridge.get(), most)
                .map(outputs -> new ExitFacts(now, bridge.get(), paidOut.get(), proofs, outputs, Map.of()));
    }

    /// @param proven the root, the time of the proof and the output's index, as the portal keeps them
    private static Optional<Proof> proof(Reads reads, Bridge bridge, Bytes proven, Address own, L1Time now) {
        Optional<Hash32> root = Abi.at(proven, 0);
        Optional<L1Time> at = time(proven, 1).filter(time -> time.unixSeconds() > 0);
        Optional<Long> index = number(proven, 2);
        if (root.isEmpty() || at.isEmpty() || index.isEmpty()) {
            return Optional.empty();
        }
        Optional<Game> there = index.get() < bridge.games() ? at(reads, bridge, index.get()) : Optional.empty();
        Optional<Game> same = there.filter(output -> output.root().equals(root.get()));
        boolean mature = at.get().plus(bridge.maturity()).isBefore(now);
        return same.or(() -> lostBlock(reads, bridge, there, index.get())
                        .map(block -> game(bridge, index.get(), at.get(), root.get(), block, false)))
                .map(output -> new Proof(own, at.get(), output, output.proper() && mature && isOver(output, now)));
    }

    /// Which block an output spoke of that is deleted: an oracle takes outputs of blocks at equal distances only.
    private static Optional<L2Block> lostBlock(Reads reads, Bridge bridge, Optional<Game> instead, long index) {
        Address oracle = bridge.contracts().factory();
        return instead.map(Game::block)
                .or(() -> reads.small(oracle, "nextBlockNumber()")
                        .flatMap(next -> reads.small(oracle, "submissionInterval()")
                                .or(() -> reads.small(oracle, "SUBMISSION_INTERVAL()"))
                                .map(apart -> new L2Block(next + (index - bridge.games()) * apart))));
    }

    private static Optional<Long> number(Bytes returned, int at) {
        return Abi.at(returned, at)
                .map(Hash32::toNumber)
                .filter(number -> number.bitLength() < 40)
                .map(BigInteger::longValue);
    }

    private static Optional<L1Time> time(Bytes returned, int at) {
        return number(returned, at).map(L1Time::new);
    }
}
