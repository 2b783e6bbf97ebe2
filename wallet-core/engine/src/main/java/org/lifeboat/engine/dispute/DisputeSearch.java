package org.lifeboat.engine.dispute;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.LogSpans;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameType;

/// Looks for contests in which an account has money and that no plan here knows: begun elsewhere, or by a profile that
/// was lost. Where they are say events of L1, every source's: claims. Each game is then read in L1 itself, and becomes
/// a
/// plan only where it is one of the bridge's and the account's money is in it.
public final class DisputeSearch {
    /// Source: op-contracts, `FaultDisputeGame`, `Move(uint256 indexed,bytes32 indexed,address indexed)`.
    private static final Hash32 MOVE =
            Keccak256.hash("Move(uint256,bytes32,address)".getBytes(StandardCharsets.US_ASCII));

    /// Games that are read at one search: a source may name as many as it likes.
    private static final int MOST_GAMES = 256;

    /// Roots whose poster is looked up at one search, one by one.
    public static final int NEWEST = 20;

    private final Disputes disputes;
    private final ExitPlace place;
    private final Duration patience;

    DisputeSearch(Disputes disputes, ExitPlace place, Duration patience) {
        this.disputes = disputes;
        this.place = place;
        this.patience = patience;
    }

    /// @param fresh plans that were made now; nothing is found out of their roots yet
    /// @param unread games that were named and could not be read
    public record Found(List<Disputes.Plan> fresh, int unread) {
        public Found {
            fresh = List.copyOf(fresh);
        }
    }

    /// By the moves that the account has made, and whose the newest roots are: no event names who posted one.
    /// @param blocks how many of the newest of L1 are searched for moves
    /// @return empty where no source of L1 gave its events
    public Optional<Found> all(Address account, long blocks) {
        Set<Address> named = new LinkedHashSet<>();
        boolean heard = false;
        for (Source source : place.l1Sources()) {
            Optional<List<LogClaim>> events =
                    source.health().setAside() ? Optional.<List<LogClaim>>empty() : events(source, account, blocks);
            heard |= events.isPresent();
            events.stream().flatMap(List::stream).map(LogClaim::emitter).forEach(named::add);
        }
        if (heard && disputes.games(place, NEWEST) instanceof Disputes.Games.Read read) {
            read.games().stream()
                    .filter(game -> GameType.of(game.type()) == GameType.OPEN)
                    .map(Game::contract)
                    .forEach(named::add);
        }
        return heard ? Optional.of(found(account, named)) : Optional.empty();
    }

    private Optional<List<LogClaim>> events(Source source, Address account, long blocks) {
        return HeadQuestion.ask(source, place.l1().chain(), BlockSelector.LATEST, Purpose.FOLLOW_TRANSACTION, patience)
                        instanceof Head.Usable head
                ? LogSpans.ask(
                        source,
                        Math.max(0, head.block().number() - blocks + 1),
                        head.block().number(),
                        List.of(),
                        List.of(List.of(MOVE), List.of(), List.of(), List.of(account.toWord())),
                        Deadline.in(patience))
                : Optional.empty();
    }

    private Found found(Address account, Set<Address> named) {
        List<Disputes.Plan> fresh = new ArrayList<>();
        int read = 0;
        int unread = 0;
        for (Address game : named) {
            if (disputes.find(place.l2().chain(), account, game).isPresent()) {
                continue;
            }
            if (read++ >= MOST_GAMES) {
                unread++;
                continue;
            }
            switch (disputes.recover(place, account, game)) {
                case Disputes.Followed.Kept(Disputes.Plan plan) -> fresh.add(plan);
                case Disputes.Followed.Silent _ -> unread++;
                case Disputes.Followed.Absent _ -> {}
            }
        }
        return new Found(fresh, unread);
    }
}
