package org.lifeboat.engine.dispute;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.exit.BridgeLook;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredPlan;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Reads;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.DisputeCredit;
import org.lifeboat.rollups.opstack.dispute.DisputeGame;

/// The user's plans about contested roots. Asks and remembers; signs nothing, sends nothing. Thread-safe.
public final class Disputes {
    private final Storage storage;
    private final InstantSource clock;
    private final Duration patience;
    private final BridgeLook bridges = new BridgeLook();

    /// @param patience for one source
    public Disputes(Storage storage, InstantSource clock, Duration patience) {
        this.storage = storage;
        this.clock = clock;
        this.patience = patience;
    }

    /// One plan as it is kept.
    public record Plan(PlanStore.Id id, ChainId chain, Address account, DisputeState state, Instant begunAt) {}

    /// One plan as it stands.
    /// @param waiting own transactions of the plan that are signed and in no block, or in one that is newer
    /// than what was read of L1
    /// @param lost bonds of moves that are in a block, where their game stood no more
    /// @param assurance of what L1 says; empty where it did not answer
    public record Look(
            Plan plan,
            DisputeNext next,
            List<Pending> waiting,
            Wei lost,
            Optional<Assurance> assurance,
            List<Disagreement> disagreements) {
        public Look {
            waiting = List.copyOf(waiting);
            disagreements = List.copyOf(disagreements);
        }

        /// What is to be said of it, in order; at least one.
        public List<ContestFact> facts() {
            List<ContestFact> facts = new ArrayList<>();
            if (plan.state().stance() == DisputeState.Stance.UNCHECKED && !(next instanceof DisputeNext.OtherGame)) {
                facts.add(new ContestFact.Unchecked());
                facts.addAll(Contests.opposed(next));
            }
            facts.addAll(Contests.facts(next));
            if (!lost.isZero()) {
                facts.add(new ContestFact.BondsLost(lost));
            }
            return facts;
        }
    }

    /// The newest roots, or why they could not be read.
    public sealed interface Games {
        record Read(List<Game> games, Bridge bridge, Assurance assurance) implements Games {
            /// The same for showing, without their claims.
            public List<Contest> contests() {
                return games.stream()
                        .map(game -> Contests.of(game, Optional.empty()))
                        .toList();
            }
        }

        record Silent(String why) implements Games {}
    }

    /// One contest as anybody sees it, or why it could not be read.
    public sealed interface Seen {
        /// @param dispute empty for a kind that is not played so
        record Read(Game game, Optional<DisputeGame> dispute, Assurance assurance) implements Seen {
            /// The same for showing.
            public Contest contest() {
                return Contests.of(game, dispute);
            }
        }

        /// There is no such game.
        record Absent() implements Seen {}

        record Silent(String why) implements Seen {}
    }

    /// Keeps what a check came to, and the wish to act on it. On disk when it returns; nothing was signed.
    /// @param report of a check with a verdict about a game
    /// @return empty where the check has none
    public Optional<Plan> begin(ChainId chain, Address account, CheckReport report) {
        report.keepNewest(storage.evidence(), chain);
        return DisputeState.of(report).map(state -> {
            new RootBook(storage.evidence(), chain).keep(state.game(), report.roots());
            return keep(chain, account, state);
        });
    }

    private Plan keep(ChainId chain, Address account, DisputeState state) {
        Optional<Plan> known = find(chain, account, state.game());
        Instant now = clock.instant();
        Instant begun = known.map(Plan::begunAt).orElse(now);
        StoredPlan stored = new StoredPlan(DisputeJson.KIND, chain, account, DisputeJson.write(state), begun, now);
        PlanStore.Id id = known.map(Plan::id).orElseGet(() -> storage.plans().add(stored));
        known.ifPresent(plan -> storage.plans().put(plan.id(), stored));
        return new Plan(id, chain, account, state, begun);
    }

    /// What came of the wish to follow what an account has in a game.
    public sealed interface Followed {
        record Kept(Plan plan) implements Followed {}

        /// There is no game, or none of a form that is known.
        record Absent() implements Followed {}

        record Silent(String why) implements Followed {}
    }

    /// Keeps the wish to get out again what an account has in a game. Asks L1 alone: no verdict is needed to settle
    /// what has no time left and to claim what is due, and none is made. A verdict that is there stays.
    public Followed follow(ExitPlace place, Address account, Address game) {
        ChainId chain = place.l2().chain();
        return switch (sight(place, game, account)) {
            case BridgeLook.Outcome.Silent<Answered> silent -> new Followed.Silent(silent.why());
            case BridgeLook.Outcome.Seen<Answered> seen -> {
                Optional<DisputeState> state = seen.value().sight().flatMap(DisputeState::unchecked);
                Optional<Plan> known = find(chain, account, game)
                        .filter(plan -> state.filter(now -> now.root()
                                                .equals(plan.state().root())
                                        && now.l1Head().equals(plan.state().l1Head()))
                                .isPresent());
                yield known.or(() -> state.map(now -> keep(chain, account, now)))
                        .<Followed>map(Followed.Kept::new)
                        .orElseGet(Followed.Absent::new);
            }
        };
    }

    /// As [#follow], where the account has money in the game and no plan is about it yet; else nothing is kept.
    Followed recover(ExitPlace place, Address account, Address game) {
        return switch (sight(place, game, account)) {
            case BridgeLook.Outcome.Silent<Answered> silent -> new Followed.Silent(silent.why());
            case BridgeLook.Outcome.Seen<Answered> seen ->
                seen.value()
                        .sight()
                        .filter(DisputeSight::isInIt)
                        .flatMap(DisputeState::unchecked)
                        .map(state -> keep(place.l2().chain(), account, state))
                        .<Followed>map(Followed.Kept::new)
                        .orElseGet(Followed.Absent::new);
        };
    }

    /// Looks for contests that no plan here knows.
    public DisputeSearch search(ExitPlace place) {
        return new DisputeSearch(this, place, patience);
    }

    /// Oldest first.
    public List<Plan> all() {
        return storage.plans().all().stream().flatMap(id -> find(id).stream()).toList();
    }

    /// @return empty where there is none of that number, or it is of another kind
    public Optional<Plan> find(PlanStore.Id id) {
        return storage.plans()
                .find(id)
                .filter(stored -> stored.kind().equals(DisputeJson.KIND))
                .flatMap(stored -> DisputeJson.read(stored.content())
                        .map(state -> new Plan(id, stored.chain(), stored.account(), state, stored.begunAt())));
    }

    /// The account's plan about a game.
    public Optional<Plan> find(ChainId chain, Address account, Address game) {
        return about(chain, game).stream()
                .filter(plan -> plan.account().equals(account))
                .findFirst();
    }

    /// Every account's plan about a game, oldest first.
    public List<Plan> about(ChainId chain, Address game) {
        return all().stream()
                .filter(plan ->
                        plan.chain().equals(chain) && plan.state().game().equals(game))
                .toList();
    }

    /// Forgets a plan. What stands in the game stays there, bonds and all.
    public boolean forget(PlanStore.Id id) {
        return storage.plans().remove(id);
    }

    /// The newest roots that were posted.
    public Games games(ExitPlace place, int most) {
        record Newest(Bridge bridge, List<Game> games) {}
        BridgeLook.Outcome<Newest> look = bridges.ask(
                place,
                patience,
                (session, contracts) -> session.read(contracts, (pass, _) -> OpStack.bridge(pass, contracts))
                        .flatMap(bridge -> session.read(
                                contracts,
                                (pass, _) -> OpStack.newestGames(pass, bridge, most)
                                        .map(games -> new Newest(bridge, games)))));
        return switch (look) {
            case BridgeLook.Outcome.Seen<Newest> seen ->
                new Games.Read(seen.value().games(), seen.value().bridge(), seen.assurance());
            case BridgeLook.Outcome.Silent<Newest> silent -> new Games.Silent(silent.why());
        };
    }

    /// One contest, without a plan.
    public Seen game(ExitPlace place, Address game) {
        return switch (sight(place, game, Address.ZERO)) {
            case BridgeLook.Outcome.Seen<Answered> seen ->
                seen.value()
                        .sight()
                        .<Seen>map(sight -> new Seen.Read(sight.game(), sight.dispute(), seen.assurance()))
                        .orElseGet(Seen.Absent::new);
            case BridgeLook.Outcome.Silent<Answered> silent -> new Seen.Silent(silent.why());
        };
    }

    /// Looks at the game.
    public Look look(Plan plan, ExitPlace place) {
        List<Pending> own = own(plan, place);
        return switch (sight(place, plan.state().game(), plan.account())) {
            case BridgeLook.Outcome.Seen<Answered> seen ->
                new Look(
                        plan,
                        seen.value()
                                .sight()
                                .map(sight -> DisputePlan.next(
                                        plan.state(),
                                        new RootBook(storage.evidence(), plan.chain())
                                                .of(plan.state().game()),
                                        sight,
                                        place.verified()))
                                .orElseGet(DisputeNext.Gone::new),
                        waiting(own, place, Optional.of(seen.block())),
                        LostBonds.in(own, seen.value().sight(), seen.block().number()),
                        Optional.of(seen.assurance()),
                        seen.disagreements());
            case BridgeLook.Outcome.Silent<Answered> silent ->
                new Look(
                        plan,
                        new DisputeNext.CouldNotLook(silent.why()),
                        waiting(own, place, Optional.empty()),
                        Wei.ZERO,
                        Optional.empty(),
                        silent.disagreements());
        };
    }

    /// Where the bond of a signed move would go if the move were carried out now.
    public enum Aim {
        /// Into the game that was meant; or it is no move.
        RIGHT,
        /// Into another game, or to an address where none stands any more: there it would be lost.
        ASTRAY,
        /// L1 could not be read.
        UNREAD
    }

    /// Before the same bytes are sent again: L1 may have gone another way since they were signed.
    public Aim aim(OwnTransaction own, ExitPlace place) {
        return DisputeStep.named(own.note()).filter(DisputeStep.MOVE::equals).isEmpty()
                ? Aim.RIGHT
                : all().stream()
                        .filter(plan -> DisputeStep.isOf(plan.id(), own.note()))
                        .findFirst()
                        .map(plan -> aim(plan, place))
                        .orElse(Aim.RIGHT);
    }

    private Aim aim(Plan plan, ExitPlace place) {
        return switch (sight(place, plan.state().game(), plan.account())) {
            case BridgeLook.Outcome.Silent<Answered> _ -> Aim.UNREAD;
            case BridgeLook.Outcome.Seen<Answered> seen ->
                seen.value()
                                .sight()
                                .filter(sight -> !DisputePlan.isOther(plan.state(), sight))
                                .isPresent()
                        ? Aim.RIGHT
                        : Aim.ASTRAY;
        };
    }

    /// The chain that a signed move is about; empty for anything else.
    public Optional<ChainId> movesOn(OwnTransaction own) {
        return all().stream()
                .filter(plan -> DisputeStep.isOf(plan.id(), own.note()))
                .map(Plan::chain)
                .findFirst();
    }

    private static List<Pending> waiting(List<Pending> own, ExitPlace place, Optional<BlockHeader> read) {
        return own.stream()
                .filter(one -> Exits.waits(one.transaction(), place.l1().chain(), read))
                .toList();
    }

    /// What the bridge's contracts say of an address; empty: it is no game.
    private record Answered(Optional<DisputeSight> sight) {}

    private record Met(Optional<Game> game) {}

    private record Played(Optional<DisputeGame> dispute) {}

    private BridgeLook.Outcome<Answered> sight(ExitPlace place, Address address, Address account) {
        return bridges.ask(
                place,
                patience,
                (session, contracts) -> session.read(contracts, (pass, _) -> OpStack.bridge(pass, contracts))
                        .flatMap(bridge -> session.read(
                                contracts, (pass, _) -> Optional.of(new Met(OpStack.game(pass, bridge, address)))))
                        .flatMap(met -> met.game().isPresent()
                                ? sight(session, contracts, met.game().get(), account)
                                : Optional.of(new Answered(Optional.empty()))));
    }

    /// In passes of their own, because each may lack much of the state.
    private static Optional<Answered> sight(
            BridgeLook.Session session, Bridge.Contracts contracts, Game game, Address account) {
        Optional<Played> played = session.read(
                contracts,
                (pass, header) ->
                        Optional.of(new Played(OpStack.dispute(pass, game, new L1Time(header.unixSeconds())))));
        return played.flatMap(found -> session.read(
                contracts,
                (pass, _) -> Optional.of(new Answered(Optional.of(new DisputeSight(
                        game,
                        found.dispute(),
                        found.dispute().flatMap(dispute -> OpStack.settling(pass, dispute, account)),
                        credit(pass, game, account),
                        own(found.dispute(), account)))))));
    }

    private static List<DisputeClaim> own(Optional<DisputeGame> dispute, Address account) {
        return dispute.stream()
                .flatMap(found -> found.claims().stream())
                .filter(claim -> claim.claimant().equals(account))
                .toList();
    }

    private static Optional<DisputeCredit> credit(Reads pass, Game game, Address account) {
        return game.status() == Game.Status.IN_PROGRESS ? Optional.empty() : OpStack.credit(pass, game, account);
    }

    /// What was signed for the plan, as it stands now; those that wait are looked after.
    private List<Pending> own(Plan plan, ExitPlace place) {
        Following following = new Following(storage.activity(), clock);
        List<Pending> own = new ArrayList<>();
        for (OwnTransaction one : new Activity(storage).everything(ActivityFilter.of(plan.account()))) {
            if (DisputeStep.isOf(plan.id(), one.note())) {
                own.add(following
                        .look(one, place.l1(), place.l1Sources(), patience)
                        .pending());
            }
        }
        return own;
    }
}
