package org.lifeboat.engine.chaincheck;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.exit.BridgeLook;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameRange;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Reads;
import org.lifeboat.rollups.opstack.derivation.Given;

/// Finds the block that a check can stand on, and the claim.
final class GroundSearch {
    /// Among how many of the newest games one that L1 treats as final is looked for.
    private static final int NEWEST_GAMES = 24;

    private final BridgeLook bridges;
    private final CheckPlace place;
    private final L2Feed l2;
    private final Duration patience;

    GroundSearch(BridgeLook bridges, CheckPlace place, L2Feed l2, Duration patience) {
        this.bridges = bridges;
        this.place = place;
        this.l2 = l2;
        this.patience = patience;
    }

    /// What came of the search.
    sealed interface Outcome {
        /// @param aim empty where nothing is claimed
        /// @param anchor the ground's block, checked as the ground says
        record Found(Optional<CheckReport.Aim> aim, Given.L2Block anchor, List<Disagreement> lies) implements Outcome {
            static Found of(CheckReport.Aim aim, Given.L2Block anchor, List<Disagreement> lies) {
                return new Found(Optional.of(aim), anchor, lies);
            }
        }

        record Lacking(Finding.Lack lack, String detail, List<Disagreement> lies) implements Outcome {}
    }

    private record GameSeen(Game game, GameRange range, Bridge bridge) {}

    private record Ends(Bridge bridge, List<Game> games, L1Time now) {}

    Outcome search(CheckWish wish) {
        return switch (wish) {
            case CheckWish.OfGame(Address game) -> ofGame(Optional.of(game));
            case CheckWish.Newest _ -> ofGame(Optional.empty());
            case CheckWish.OfBlock(L2Block block) -> ofBlock(block);
            case CheckWish.Spot(L2Block block) -> spot(block);
            case CheckWish.AsFarAsL1 _ -> remade();
        };
    }

    /// @param address empty for the newest
    private Outcome ofGame(Optional<Address> address) {
        BridgeLook.Outcome<Optional<GameSeen>> look = bridges.ask(
                place.chains(),
                patience,
                (session, contracts) -> session.read(contracts, (pass, _) -> OpStack.bridge(pass, contracts))
                        .flatMap(bridge -> session.read(
                                contracts,
                                (pass, _) -> Optional.of(game(pass, bridge, address)
                                        .flatMap(game -> OpStack.gameRange(pass, game)
                                                .map(range -> new GameSeen(game, range, bridge)))))));
        return switch (look) {
            case BridgeLook.Outcome.Silent<Optional<GameSeen>>(String why, var lies) ->
                new Outcome.Lacking(Finding.Lack.BRIDGE, why, lies);
            case BridgeLook.Outcome.Seen<Optional<GameSeen>>(var seen, Assurance how, var _, var lies) ->
                seen.map(found -> ofGame(found, how, lies))
                        .or(() -> given().filter(_ -> address.isEmpty()).map(_ -> remade()))
                        .orElseGet(() -> new Outcome.Lacking(
                                Finding.Lack.GAME,
                                address.map(Address::toChecksum).orElse(""),
                                lies));
        };
    }

    private static Optional<Game> game(Reads pass, Bridge bridge, Optional<Address> address) {
        return address.isPresent()
                ? OpStack.game(pass, bridge, address.get())
                : OpStack.newestGames(pass, bridge, 1)
                        .flatMap(games -> games.stream().findFirst());
    }

    private Outcome ofGame(GameSeen seen, Assurance how, List<Disagreement> lies) {
        if (isOther(seen.bridge())) {
            return new Outcome.Lacking(Finding.Lack.OTHER_CHAIN, "", lies);
        }
        long claimed = seen.game().block().number();
        Optional<Bridge.AnchorRoot> start = seen.range()
                .start()
                .or(() -> seen.bridge().anchor())
                .filter(root -> root.block().number() < claimed);
        Optional<Outcome> found = given().or(() -> start.flatMap(this::block))
                .map(anchor -> Outcome.Found.of(
                        new CheckReport.Aim(
                                ground(anchor),
                                claimed,
                                seen.game().root(),
                                Optional.of(seen.game()),
                                Optional.of(seen.range().l1Head()),
                                Optional.of(how)),
                        anchor,
                        lies));
        return found.orElseGet(() -> new Outcome.Lacking(Finding.Lack.GROUND, "", lies));
    }

    /// The claim is what the first server says; the others' word is not needed, because it is computed here.
    private Outcome ofBlock(L2Block wanted) {
        Optional<OutputRoot> claim = claimOf(wanted);
        if (claim.isEmpty()) {
            return new Outcome.Lacking(Finding.Lack.L2_BLOCK, wanted.toString(), List.of());
        }
        BridgeLook.Outcome<Ends> look = bridges.ask(
                place.chains(),
                patience,
                (session, contracts) -> session.bridge(contracts)
                        .flatMap(bridge -> session.read(
                                contracts,
                                (pass, header) -> OpStack.newestGames(pass, bridge, NEWEST_GAMES)
                                        .map(games -> new Ends(bridge, games, new L1Time(header.unixSeconds()))))));
        return switch (look) {
            case BridgeLook.Outcome.Silent<Ends>(String why, var lies) ->
                new Outcome.Lacking(Finding.Lack.BRIDGE, why, lies);
            case BridgeLook.Outcome.Seen<Ends>(Ends ends, Assurance how, var _, var lies) -> {
                if (isOther(ends.bridge())) {
                    yield new Outcome.Lacking(Finding.Lack.OTHER_CHAIN, "", lies);
                }
                Optional<Given.L2Block> anchor = given().or(() -> finals(ends)
                                .filter(root -> root.block().number() < wanted.number())
                                .max(Comparator.comparing(Bridge.AnchorRoot::block))
                                .flatMap(this::block))
                        .or(this::genesis);
                yield anchor.<Outcome>map(block -> Outcome.Found.of(
                                new CheckReport.Aim(
                                        ground(block),
                                        wanted.number(),
                                        claim.get().hash(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(how)),
                                block,
                                lies))
                        .orElseGet(() -> new Outcome.Lacking(Finding.Lack.GROUND, "", lies));
            }
        };
    }

    /// The bridge is read all the same: by another chain's file another chain would come of it.
    private Outcome remade() {
        Optional<Given.L2Block> beginning = given();
        if (beginning.isEmpty()) {
            return new Outcome.Lacking(Finding.Lack.BEGINNING, "", List.of());
        }
        return switch (bridges.ask(place.chains(), patience, BridgeLook.Session::bridge)) {
            case BridgeLook.Outcome.Silent<Bridge>(String why, var lies) ->
                new Outcome.Lacking(Finding.Lack.BRIDGE, why, lies);
            case BridgeLook.Outcome.Seen<Bridge>(Bridge bridge, var _, var _, var lies) ->
                isOther(bridge)
                        ? new Outcome.Lacking(Finding.Lack.OTHER_CHAIN, "", lies)
                        : new Outcome.Found(Optional.empty(), beginning.get(), lies);
        };
    }

    /// By the wrong file every root would be found false.
    private boolean isOther(Bridge bridge) {
        return bridge.contracts()
                .systemConfig()
                .filter(config -> !config.equals(place.rollup().contracts().systemConfig()))
                .isPresent();
    }

    /// Roots that L1 treats as final.
    private static Stream<Bridge.AnchorRoot> finals(Ends ends) {
        Stream<Bridge.AnchorRoot> games = ends.games().stream()
                .filter(Game::usable)
                .filter(game -> game.finalAfter(ends.bridge().airGap())
                        .filter(at -> at.isBefore(ends.now()))
                        .isPresent())
                .map(game -> new Bridge.AnchorRoot(game.root(), game.block()));
        return Stream.concat(ends.bridge().anchor().stream(), games);
    }

    private Outcome spot(L2Block wanted) {
        Optional<OutputRoot> claim = claimOf(wanted);
        Optional<L2Feed.Found> parent = wanted.number() == 0
                ? Optional.empty()
                : l2.blocksAt(wanted.number() - 1).stream().findFirst();
        if (claim.isEmpty() || parent.isEmpty()) {
            return new Outcome.Lacking(Finding.Lack.L2_BLOCK, wanted.toString(), List.of());
        }
        Given.L2Block block = parent.get().block();
        Ground ground = isGenesis(block)
                ? ground(block)
                : new Ground.ServersWord(
                        new L2Block(block.header().number()), parent.get().source());
        return Outcome.Found.of(
                new CheckReport.Aim(
                        ground,
                        wanted.number(),
                        claim.get().hash(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                block,
                List.of());
    }

    private Optional<OutputRoot> claimOf(L2Block block) {
        return l2.headerAt(block.number()).flatMap(OutputRoot::of);
    }

    /// The block of a root, from whoever has it.
    private Optional<Given.L2Block> block(Bridge.AnchorRoot root) {
        return l2.blocksAt(root.block().number()).stream()
                .map(L2Feed.Found::block)
                .filter(block -> OutputRoot.of(block.header())
                        .filter(found -> found.hash().equals(root.root()))
                        .isPresent())
                .findFirst();
    }

    /// The first block with its state, where the user gave it: then nothing is asked of the L2's servers.
    private Optional<Given.L2Block> given() {
        return place.genesis().map(GenesisState::block);
    }

    private Optional<Given.L2Block> genesis() {
        return l2.blocksAt(place.rollup().genesis().l2Number()).stream()
                .map(L2Feed.Found::block)
                .filter(this::isGenesis)
                .findFirst();
    }

    private boolean isGenesis(Given.L2Block block) {
        BlockHeader header = block.header();
        return header.number() == place.rollup().genesis().l2Number()
                && header.hash().equals(place.rollup().genesis().l2Hash());
    }

    private Ground ground(Given.L2Block block) {
        L2Block number = new L2Block(block.header().number());
        return isGenesis(block) ? new Ground.Genesis(number) : new Ground.FinalRoot(number);
    }
}
