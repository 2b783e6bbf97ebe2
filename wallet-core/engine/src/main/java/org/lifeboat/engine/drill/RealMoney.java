package org.lifeboat.engine.drill;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.CheckedAccounts;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.BridgeReport;
import org.lifeboat.engine.exit.ExitEvidence;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.Readiness;
import org.lifeboat.engine.exit.TokenReport;
import org.lifeboat.engine.exit.Worth;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;

/// What an account has on a chain of the OP Stack and under it, as it is copied for a rehearsal: each figure with how
/// far it was checked.
///
/// @param onL2 the coin that it holds there
/// @param ready what it holds on L1, and what the way out takes there
/// @param ofL1 how far it was checked what it holds there
/// @param price of a unit of gas on L1, one source's word
/// @param contest how long each side of a contest has, by the newest root; empty where none was read
/// @param window how many blocks of L1 the operator may be silent before L1 alone makes the L2's blocks
/// @param tokens that it holds on the L2 by their last reading
public record RealMoney(
        Network l2,
        Network l1,
        Wei onL2,
        Assurance ofL2,
        Readiness ready,
        Assurance ofL1,
        Wei price,
        BridgeReport bridge,
        Optional<Duration> contest,
        long window,
        List<Held> tokens,
        AtHand atHand) {
    public RealMoney {
        tokens = List.copyOf(tokens);
    }

    /// @param units in the token's smallest unit
    /// @param way whether and how it gets home
    public record Held(Token token, BigInteger units, Assurance assurance, TokenReport way) {
        /// Whether all of it comes home by proof.
        public boolean comesHome() {
            return way.wish(units).isPresent();
        }

        public String said() {
            return new TokenAmount(units, token.decimals()).toExactString() + " " + token.symbol();
        }
    }

    /// Those whose way home is known.
    public List<Held> movable() {
        return tokens.stream().filter(Held::comesHome).toList();
    }

    /// How long a block of L1 takes. Source: consensus-specs, configs/mainnet.yaml, `SECONDS_PER_SLOT`.
    private static final Duration BLOCK = Duration.ofSeconds(12);

    /// How long the operator may be silent.
    public Duration silence() {
        return BLOCK.multipliedBy(window);
    }

    /// What the bridge is like that it is rehearsed with.
    public PlayedBridge played() {
        return PlayedBridge.of(this);
    }

    /// What the user would have to act with.
    /// @param key whether this program can sign for the account
    /// @param l1Sources how many can be asked about L1, and would take a transaction
    /// @param l2Sources likewise about the L2, for its state
    /// @param unproven withdrawals under way for which nothing is kept here
    /// @param silent whether nobody says anything new of the L2: what is held there is what was read last
    public record AtHand(boolean key, int l1Sources, int l2Sources, long unproven, boolean silent) {}

    /// An L2 whose newest block is older has stopped: on public chains there is one every few seconds.
    static final Duration STOPPED = Duration.ofHours(1);

    private record Coin(Wei balance, Assurance assurance, boolean silent) {}

    /// What came of reading it.
    public sealed interface Outcome {
        record Read(RealMoney money) implements Outcome {}

        /// @param why in the sources' words
        record Silent(String why) implements Outcome {}
    }

    /// Asks the sources of both layers; changes nothing but what is remembered of exits under way.
    /// @param key whether this program can sign for the account
    /// @param patience for each source
    public static Outcome read(
            Storage storage,
            Exits exits,
            InstantSource clock,
            ExitPlace place,
            Address account,
            boolean key,
            Duration patience) {
        return switch (Leaving.read(exits, place, List.of(account), patience)) {
            case Leaving.Silent(String why) -> new Outcome.Silent(why);
            case Leaving.Read leaving ->
                coin(place, account, clock.instant(), patience)
                        .or(() -> kept(storage, place, account))
                        .<Outcome>map(coin -> {
                            List<Held> tokens = tokens(storage, exits, place, account);
                            int movable = (int)
                                    tokens.stream().filter(Held::comesHome).count();
                            return new Outcome.Read(new RealMoney(
                                    place.l2(),
                                    place.l1(),
                                    coin.balance(),
                                    coin.assurance(),
                                    Optional.ofNullable(leaving.accounts().get(account))
                                            .orElseThrow()
                                            .withTokens(movable, leaving.price()),
                                    leaving.assurance(),
                                    leaving.price(),
                                    leaving.bridge(),
                                    contest(new Disputes(storage, clock, patience), place),
                                    new Rollups(NetworkRegistry.bundled(), storage.settings()).window(place.l2()),
                                    tokens,
                                    new AtHand(
                                            key,
                                            usable(place.l1Sources()),
                                            usable(place.l2Sources()),
                                            unproven(storage, exits, place, account),
                                            coin.silent())));
                        })
                        .orElseGet(() -> new Outcome.Silent(
                                "no source of " + place.l2().name() + " said what the account holds"));
        };
    }

    private static Optional<Coin> coin(ExitPlace place, Address account, Instant now, Duration patience) {
        return place.l2Sources().stream()
                .filter(source -> !source.health().setAside())
                .flatMap(source ->
                        CheckedAccounts.read(source, place.l2().chain(), List.of(account), Deadline.in(patience))
                                        instanceof CheckedAccounts.Read read
                                ? Optional.ofNullable(read.accounts().get(account))
                                        .map(facts -> coin(facts, read.block(), now))
                                        .stream()
                                : Optional.<Coin>empty().stream())
                .findFirst();
    }

    private static Coin coin(CheckedAccounts.Facts facts, BlockRef block, Instant now) {
        boolean stopped =
                Instant.ofEpochSecond(block.unixSeconds()).plus(STOPPED).isBefore(now);
        return new Coin(facts.balance(), facts.assurance(), stopped);
    }

    /// What was read last, where nobody answers.
    private static Optional<Coin> kept(Storage storage, ExitPlace place, Address account) {
        return newest(storage, account, place.l2().chain(), Optional.empty())
                .map(reading -> new Coin(new Wei(reading.units()), reading.assurance(), true));
    }

    private static Optional<Duration> contest(Disputes disputes, ExitPlace place) {
        return disputes.games(place, 1) instanceof Disputes.Games.Read read
                ? read.games().stream().flatMap(game -> game.clock().stream()).findFirst()
                : Optional.empty();
    }

    private static int usable(List<Source> sources) {
        return (int)
                sources.stream().filter(source -> !source.health().setAside()).count();
    }

    private static List<Held> tokens(Storage storage, Exits exits, ExitPlace place, Address account) {
        List<Held> held = new ArrayList<>();
        for (Token token :
                new Tokens(TokenList.bundled(), storage.tokens()).of(place.l2().chain())) {
            newest(storage, account, token.chain(), Optional.of(token.contract()))
                    .filter(reading -> reading.units().signum() > 0)
                    .ifPresent(reading ->
                            held.add(new Held(token, reading.units(), reading.assurance(), way(exits, place, token))));
        }
        return held;
    }

    private static TokenReport way(Exits exits, ExitPlace place, Token token) {
        return TokenReport.of(token, exits.token(place, token.contract()).map(Exits.TokenSeen::exit));
    }

    private static Optional<StoredReading> newest(
            Storage storage, Address account, ChainId chain, Optional<Address> token) {
        return storage.balances().of(chain, account, token).stream()
                .max((one, other) -> one.readAt().compareTo(other.readAt()));
    }

    private static long unproven(Storage storage, Exits exits, ExitPlace place, Address account) {
        ExitEvidence evidence = new ExitEvidence(storage.evidence());
        return exits.all().stream()
                .filter(plan -> plan.chain().equals(place.l2().chain())
                        && plan.account().equals(account))
                .filter(plan -> evidence.worth(exits.look(plan, place))
                        .filter(Worth.NEEDS_STATE::equals)
                        .isPresent())
                .count();
    }
}
