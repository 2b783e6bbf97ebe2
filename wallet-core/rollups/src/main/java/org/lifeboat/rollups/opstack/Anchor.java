package org.lifeboat.rollups.opstack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;

/// Reads what L1 says of an L2: the settings of the bridge, and the roots that were posted.
/// Source: specification, fault-proof, "Anchor State Registry", "Fault Dispute Game"; withdrawals,
/// "OptimismPortal".
final class Anchor {
    private Anchor() {}

    static Optional<Bridge.Contracts> contracts(Reads reads, Address portal) {
        Optional<Address> registry = reads.address(portal, "anchorStateRegistry()");
        Optional<Address> systemConfig = reads.address(portal, "systemConfig()");
        Optional<ChainId> l2 = systemConfig
                .flatMap(config -> reads.small(config, "l2ChainId()"))
                .filter(id -> id > 0)
                .map(ChainId::new);
        return reads.address(portal, "disputeGameFactory()")
                .map(factory -> new Bridge.Contracts(
                        portal,
                        factory,
                        registry,
                        systemConfig,
                        l2,
                        Bridge.Posting.GAMES,
                        otherCoin(reads, systemConfig)))
                .or(() -> Outputs.contracts(reads, portal));
    }

    /// Source: optimism, `src/L1/SystemConfig.sol` 2.2 and, beside `isFeatureEnabled`, of the newest 3:
    /// `isCustomGasToken`. Contracts without that function know no other coin.
    static boolean otherCoin(Reads reads, Optional<Address> systemConfig) {
        return systemConfig
                .flatMap(config -> reads.flag(config, "isCustomGasToken()"))
                .orElse(false);
    }

    /// Source: optimism, `src/L1/SystemConfig.sol` 2.2 and `src/L2/L1Block.sol`, of the newest `L1BlockCGT.sol`:
    /// `gasPayingTokenSymbol`.
    static Optional<String> coinSymbol(Reads reads, Address contract) {
        return reads.call(Address.ZERO, contract, Abi.call("gasPayingTokenSymbol()"))
                .flatMap(returned -> Abi.textAt(returned, 0))
                .map(text -> new String(text.toArray(), StandardCharsets.UTF_8))
                .filter(text -> !text.isEmpty());
    }

    static Optional<Bridge> bridge(Reads reads, Bridge.Contracts contracts) {
        return switch (contracts.posting()) {
            case GAMES -> ofGames(reads, contracts);
            case OUTPUTS -> Outputs.bridge(reads, contracts);
        };
    }

    /// With the newest root that L1 treats as final, also where that takes a search.
    static Optional<Bridge> bridge(Reads reads, Bridge.Contracts contracts, L1Time now) {
        Optional<Bridge> bridge = bridge(reads, contracts);
        return switch (contracts.posting()) {
            case GAMES -> bridge;
            case OUTPUTS -> bridge.map(read -> read.with(Outputs.settled(reads, read, now)));
        };
    }

    private static Optional<Bridge> ofGames(Reads reads, Bridge.Contracts contracts) {
        Address portal = contracts.portal();
        Optional<Long> type = reads.small(portal, "respectedGameType()");
        Optional<Long> maturity = seconds(reads, portal, "proofMaturityDelaySeconds()");
        Optional<Long> airGap = seconds(reads, portal, "disputeGameFinalityDelaySeconds()");
        Optional<Boolean> paused = reads.flag(portal, "paused()");
        Optional<Long> games = reads.small(contracts.factory(), "gameCount()");
        Optional<Bytes> anchor = contracts
                .registry()
                .flatMap(registry -> reads.call(Address.ZERO, registry, Abi.call("getAnchorRoot()")));
        if (type.isEmpty() || maturity.isEmpty() || airGap.isEmpty() || paused.isEmpty() || games.isEmpty()) {
            return Optional.empty();
        }
        return reads.number(contracts.factory(), "initBonds(uint32)", Abi.word(type.get()))
                .map(bond -> new Bridge(
                        contracts,
                        type.get(),
                        Duration.ofSeconds(maturity.get()),
                        Duration.ofSeconds(airGap.get()),
                        paused.get(),
                        games.get(),
                        new Wei(bond),
                        // Of several chains at once the number is a time, and the root not this chain's.
                        anchor.filter(_ -> GameType.of(type.get()) != GameType.SUPER)
                                .flatMap(Anchor::anchorRoot)));
    }

    /// @param newest how many at most, the newest first
    static Optional<List<Game>> newest(Reads reads, Bridge bridge, int newest) {
        return switch (bridge.contracts().posting()) {
            case GAMES -> newestGames(reads, bridge, newest);
            case OUTPUTS -> Outputs.newest(reads, bridge, newest);
        };
    }

    /// The root at a place of the list; empty where there is none.
    static Optional<Game> at(Reads reads, Bridge bridge, long index) {
        if (index < 0 || index >= bridge.games()) {
            return Optional.empty();
        }
        return switch (bridge.contracts().posting()) {
            case GAMES -> contract(reads, bridge, index).flatMap(game -> game(reads, bridge, game, Optional.of(index)));
            case OUTPUTS -> Outputs.at(reads, bridge, index);
        };
    }

    private static Optional<Address> contract(Reads reads, Bridge bridge, long index) {
        return reads.call(Address.ZERO, bridge.contracts().factory(), Abi.call("gameAtIndex(uint256)", Abi.word(index)))
                .flatMap(returned -> Abi.at(returned, 2))
                .map(Hash32::toAddress);
    }

    private static Optional<List<Game>> newestGames(Reads reads, Bridge bridge, int newest) {
        List<Game> found = new ArrayList<>();
        boolean whole = true;
        for (long index = bridge.games() - 1; index >= 0 && index >= bridge.games() - newest; index--) {
            Optional<Address> contract = contract(reads, bridge, index);
            if (contract.isEmpty()) {
                whole = false;
                continue;
            }
            game(reads, bridge, contract.get(), Optional.of(index)).ifPresent(found::add);
        }
        return whole ? Optional.of(found) : Optional.empty();
    }

    /// @return empty for a game of a form that is not known, or while the state lacks something
    static Optional<Game> game(Reads reads, Bridge bridge, Address contract, Optional<Long> index) {
        Optional<Long> type = reads.small(contract, "gameType()");
        Optional<Long> created = reads.small(contract, "createdAt()");
        Optional<Hash32> root = reads.word(contract, "rootClaim()");
        Optional<Long> block = reads.small(contract, "l2SequenceNumber()");
        if (block.isEmpty()) {
            block = reads.small(contract, "l2BlockNumber()"); // What games were called before.
        }
        Optional<Game.Status> status = reads.small(contract, "status()").flatMap(Game.Status::of);
        Optional<Long> resolved = reads.small(contract, "resolvedAt()");
        Optional<Long> claims = reads.small(contract, "claimDataLen()").or(() -> spokenAgainst(reads, contract));
        Optional<Long> clock = seconds(reads, contract, "maxClockDuration()")
                .or(() -> created.flatMap(at -> expected(reads, contract).map(end -> end - at)))
                .filter(span -> span >= 0);
        Optional<Boolean> proper = created.flatMap(at -> proper(reads, bridge, contract, at));
        Optional<Boolean> respected = respected(reads, bridge, contract, type);
        boolean known = type.isPresent()
                && created.isPresent()
                && root.isPresent()
                && block.isPresent()
                && status.isPresent()
                && resolved.isPresent()
                && proper.isPresent()
                && respected.isPresent();
        if (!known) {
            return Optional.empty();
        }
        return Optional.of(new Game(
                index,
                type.get(),
                contract,
                new L1Time(created.get()),
                root.get(),
                new L2Block(block.get()),
                status.get(),
                resolved.filter(at -> at != 0).map(L1Time::new),
                proper.get(),
                respected.get(),
                claims.orElse(0L),
                clock.map(Duration::ofSeconds)));
    }

    /// Of a game of proofs: when it can end, by the proofs that were given; empty where it says none, as after a
    /// contradiction. Source: base/contracts, `AggregateVerifier.sol`, `expectedResolution`.
    private static Optional<Long> expected(Reads reads, Address game) {
        return seconds(reads, game, "expectedResolution()").filter(end -> end > 0);
    }

    /// Of a game of proofs: as many claims as if it were played by moves. Source: base/contracts,
    /// `AggregateVerifier.sol`, `counteredByIntermediateRootIndexPlusOne`.
    private static Optional<Long> spokenAgainst(Reads reads, Address game) {
        return reads.small(game, "counteredByIntermediateRootIndexPlusOne()").map(index -> index == 0 ? 1L : 2L);
    }

    /// Whether the bridge's factory made the game. Any contract can answer as a game does, and take bonds.
    static boolean isMade(Reads reads, Bridge bridge, Game game) {
        return reads.call(Address.ZERO, game.contract(), Abi.call("extraData()"))
                .flatMap(returned -> Abi.textAt(returned, 0))
                .flatMap(extraData -> reads.address(
                        bridge.contracts().factory(),
                        "games(uint32,bytes32,bytes)",
                        Abi.word(game.type()),
                        Abi.word(game.root()),
                        Abi.text(extraData)))
                .filter(game.contract()::equals)
                .isPresent();
    }

    /// Before the registry the portal kept the list of those that do not count, and the time before which all
    /// were retired. Source: OptimismPortal2 before 4.0.0, `checkWithdrawal`: a game made before
    /// `respectedGameTypeUpdatedAt` is refused.
    private static Optional<Boolean> proper(Reads reads, Bridge bridge, Address game, long createdAt) {
        Bridge.Contracts contracts = bridge.contracts();
        if (contracts.registry().isPresent()) {
            return reads.flag(contracts.registry().get(), "isGameProper(address)", Abi.word(game));
        }
        Optional<Long> retired = reads.small(contracts.portal(), "respectedGameTypeUpdatedAt()");
        return reads.flag(contracts.portal(), "disputeGameBlacklist(address)", Abi.word(game))
                .flatMap(listed -> retired.map(at -> !listed && createdAt >= at));
    }

    private static Optional<Boolean> respected(Reads reads, Bridge bridge, Address game, Optional<Long> type) {
        return bridge.contracts().registry().isPresent()
                ? reads.flag(bridge.contracts().registry().get(), "isGameRespected(address)", Abi.word(game))
                : type.map(number -> number == bridge.respectedType());
    }

    private static Optional<Bridge.AnchorRoot> anchorRoot(Bytes returned) {
        Optional<Hash32> root = Abi.at(returned, 0);
        return Abi.at(returned, 1)
                .map(Hash32::toNumber)
                .filter(number -> number.bitLength() < Long.SIZE)
                .flatMap(number -> root.map(found -> new Bridge.AnchorRoot(found, new L2Block(number.longValue()))));
    }

    /// A span that no clock can hold is no answer.
    private static Optional<Long> seconds(Reads reads, Address contract, String signature) {
        return reads.small(contract, signature).filter(number -> number < (1L << 40));
    }
}
