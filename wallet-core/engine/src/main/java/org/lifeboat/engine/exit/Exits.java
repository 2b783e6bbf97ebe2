package org.lifeboat.engine.exit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.OwnCoins;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredPlan;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Powers;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.TokenExit;
import org.lifeboat.rollups.opstack.TokenHolding;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

/// The user's plans to bring money home from chains of the OP Stack. Asks and remembers; signs nothing,
/// sends nothing. Thread-safe.
public final class Exits {
    private final Storage storage;
    private final InstantSource clock;
    private final Duration patience;
    private final ExitEvidence evidence;
    private final BridgeLook bridges;

    /// @param patience for one source
    public Exits(Storage storage, InstantSource clock, Duration patience) {
        this.storage = storage;
        this.bridges = new BridgeLook().keeping(new OwnCoins(storage.settings()));
        this.evidence = new ExitEvidence(storage.evidence());
        this.clock = clock;
        this.patience = patience;
    }

    /// One plan as it is kept.
    public record Plan(PlanStore.Id id, ChainId chain, Address account, ExitState state, Instant begunAt) {}

    /// One plan as it stands.
    /// @param waiting own transactions of the plan that are signed and in no block, or in one that is newer
    /// than what was read of L1
    /// @param assurance of what L1 says: posted by a block that a committee signed, final where the newest
    /// final block says the same; empty where L1 was not asked or did not answer
    /// @param arrived of one that the portal has finished: whether its call to the target succeeded; empty
    /// where that is not known
    public record Look(
            Plan plan,
            ExitNext next,
            List<Pending> waiting,
            Optional<Assurance> assurance,
            Optional<Boolean> arrived,
            List<Disagreement> disagreements) {
        public Look {
            waiting = List.copyOf(waiting);
            disagreements = List.copyOf(disagreements);
        }
    }

    /// What a bridge says now, or why it could not be read.
    public sealed interface BridgeSeen {
        record Read(Bridge bridge, Assurance assurance) implements BridgeSeen {}

        record Silent(String why) implements BridgeSeen {}
    }

    /// Keeps a wish. On disk when it returns; nothing was signed.
    public Plan begin(ChainId chain, Address account, ExitState wanted) {
        Instant now = clock.instant();
        PlanStore.Id id =
                storage.plans().add(new StoredPlan(ExitJson.KIND, chain, account, ExitJson.write(wanted), now, now));
        return new Plan(id, chain, account, wanted, now);
    }

    /// Oldest first.
    public List<Plan> all() {
        return storage.plans().all().stream().flatMap(id -> find(id).stream()).toList();
    }

    /// @return empty where there is none of that number, or it is of another kind
    public Optional<Plan> find(PlanStore.Id id) {
        return storage.plans()
                .find(id)
                .filter(stored -> stored.kind().equals(ExitJson.KIND))
                .flatMap(stored -> ExitJson.read(stored.content())
                        .map(state -> new Plan(id, stored.chain(), stored.account(), state, stored.begunAt())));
    }

    /// Whether anything of a plan was signed or seen on a chain; of one of another kind it is assumed.
    public static boolean isUnderWay(Storage storage, PlanStore.Id id) {
        Optional<StoredPlan> plan = storage.plans().find(id);
        Optional<ExitState> state = plan.filter(stored -> stored.kind().equals(ExitJson.KIND))
                .flatMap(stored -> ExitJson.read(stored.content()));
        return state.isEmpty()
                || state.get().l2Transaction().isPresent()
                || state.get().withdrawal().isPresent()
                || new Activity(storage)
                        .everything(ActivityFilter.of(plan.orElseThrow().account())).stream()
                                .anyMatch(own -> ExitStep.of(id, own).isPresent());
    }

    /// Whether a transaction is one that a plan kept here has signed.
    boolean hasSigned(ChainId chain, Hash32 transaction) {
        return storage.activity().find(chain, transaction).stream()
                .anyMatch(own -> all().stream()
                        .anyMatch(plan -> ExitStep.of(plan.id(), own).isPresent()));
    }

    /// Forgets a plan. The money stays where it is.
    public boolean forget(PlanStore.Id id) {
        return storage.plans().remove(id);
    }

    /// Plans of the account that have not been seen to take their money off the L2: whoever begins another
    /// may be about to do it twice.
    public List<Plan> unsent(ChainId chain, Address account) {
        return all().stream()
                .filter(plan -> plan.chain().equals(chain) && plan.account().equals(account))
                .filter(plan -> plan.state().withdrawal().isEmpty())
                .toList();
    }

    /// Looks at both layers and remembers what was learnt.
    public Look look(Plan plan, ExitPlace asGiven) {
        ExitPlace place = asGiven.asOf(clock.instant());
        List<Pending> own = own(plan, place);
        Optional<OwnTransaction> initiation = own.stream()
                .map(Pending::transaction)
                .filter(one -> ExitStep.of(plan.id(), one)
                        .filter(ExitStep.INITIATE::equals)
                        .isPresent())
                .min(Comparator.comparingInt(Exits::rank));
        L2Look l2 = new L2Look(place.l2(), place.l2Sources(), Deadline.in(patience));
        Optional<Hash32> transaction = initiation.isPresent()
                ? onL2(initiation.get(), place)
                : plan.state().l2Transaction();
        ExitSight.OfL2 ofL2 =
                transaction.map(hash -> l2.transaction(hash, plan.state())).orElseGet(ExitSight.OfL2.NotAsked::new);
        Optional<Withdrawal> withdrawal = ofL2 instanceof ExitSight.OfL2.Has(Withdrawal seen, var _)
                ? Optional.of(seen)
                : plan.state().withdrawal();
        OnL1 l1 = withdrawal.map(one -> onL1(plan, place, one)).orElse(OnL1.NOT_ASKED);
        ExitPlan.Step step = ExitPlan.step(plan.state(), new ExitSight(initiation, transaction, ofL2, l1.sight()));
        Plan now = remembered(plan, step.state());
        TokenRelay ended = TokenRelay.of(bridges, place, step.state(), step.next(), patience);
        keepEvidence(now, place, step.next());
        List<Pending> waiting = own.stream()
                .filter(one -> waits(one.transaction(), place.l1().chain(), l1.read()))
                .toList();
        return new Look(
                now,
                ended.next(),
                waiting,
                withdrawal.flatMap(one -> assurance(plan, place, one, l1, step.next())),
                ended.arrived(),
                l1.disagreements());
    }

    /// While the servers of the L2 still answer, what the rest of the way takes is kept.
    private void keepEvidence(Plan plan, ExitPlace place, ExitNext next) {
        if (!(next instanceof ExitNext.OnL1(Standing standing, ExitFacts facts))
                || standing instanceof Standing.PaidOut
                || standing instanceof Standing.CanFinish) {
            return;
        }
        plan.state()
                .withdrawal()
                .ifPresent(withdrawal -> plan.state()
                        .block()
                        .ifPresent(block -> evidence.keep(place, plan.account(), withdrawal, block, facts, patience)));
    }

    /// What L1 says of a withdrawal, with the block that it was read in.
    private record OnL1(
            ExitSight.OfL1 sight,
            Optional<Assurance> assurance,
            Optional<BlockHeader> read,
            List<Disagreement> disagreements) {
        static final OnL1 NOT_ASKED =
                new OnL1(new ExitSight.OfL1.NotAsked(), Optional.empty(), Optional.empty(), List.of());
    }

    private OnL1 onL1(Plan plan, ExitPlace place, Withdrawal withdrawal) {
        return switch (bridges.exit(
                place, withdrawal.hash(), plan.account(), evidence.places(plan, withdrawal), patience)) {
            case BridgeLook.Outcome.Seen<BridgeLook.Found> seen ->
                new OnL1(
                        says(seen.value()),
                        Optional.of(seen.assurance()),
                        Optional.of(seen.block()),
                        seen.disagreements());
            case BridgeLook.Outcome.Silent<BridgeLook.Found> silent ->
                new OnL1(
                        new ExitSight.OfL1.Silent(silent.why()),
                        Optional.empty(),
                        Optional.empty(),
                        silent.disagreements());
        };
    }

    /// What a signed block says is final where the newest final block said it already.
    private Optional<Assurance> assurance(Plan plan, ExitPlace place, Withdrawal withdrawal, OnL1 l1, ExitNext next) {
        boolean lasting = next instanceof ExitNext.OnL1(Standing standing, var _)
                && l1.assurance()
                        .filter(how -> how.level() == Assurance.Level.POSTED)
                        .isPresent()
                && bridges.settled(
                                place, withdrawal.hash(), plan.account(), evidence.places(plan, withdrawal), patience)
                        .filter(before -> OpStack.saidBefore(standing, before))
                        .isPresent();
        return lasting ? Optional.of(new Assurance(Assurance.Level.FINAL, Set.of())) : l1.assurance();
    }

    /// What was read of L1 may be older than the block that one's own transaction is in: offered again it would
    /// be done twice. So would one that is signed and that no source knows any more: its nonce is kept for it,
    /// and another one would come after it.
    /// @param read newest block that was read of L1; empty where none was
    public static boolean waits(OwnTransaction own, ChainId l1, Optional<BlockHeader> read) {
        return switch (own.status()) {
            case Status.Saved _, Status.Sent _, Status.Dropped _ -> true;
            case Status.Mined(BlockRef block) ->
                own.chain().equals(l1)
                        && read.filter(header -> header.number() < block.number())
                                .isPresent();
            case Status.Accepted _, Status.Reverted _, Status.Replaced _ -> false;
        };
    }

    /// What the bridge says: kind of contest, delays, pause, bond.
    public BridgeSeen bridge(ExitPlace place) {
        return switch (bridges.bridge(place.asOf(clock.instant()), patience)) {
            case BridgeLook.Outcome.Seen<Bridge> seen -> new BridgeSeen.Read(seen.value(), seen.assurance());
            case BridgeLook.Outcome.Silent<Bridge> silent -> new BridgeSeen.Silent(silent.why());
        };
    }

    /// As [#risks(ExitPlace)], in the engine's own words, with what changed since the user looked first.
    public Optional<BridgeRisks> risks(ExitPlace place, BridgeReleases releases) {
        return risks(place)
                .map(powers -> BridgeRisks.of(
                        powers,
                        new BridgeCodes(storage.settings()).changed(place.l2().chain(), powers, clock.instant()),
                        CodeOrigin.of(place.asOf(clock.instant()), powers, releases, patience),
                        releases.covers(place.l1().chain())));
    }

    /// Who can stop the bridge or change it, how an upgrade comes about, and where the code is; empty where it could
    /// not be read.
    public Optional<Powers> risks(ExitPlace place) {
        return new PowerLook(bridges, place.asOf(clock.instant()), patience).look();
    }

    /// Whether and how a token gets home.
    /// @param ofL2 how far was checked what the token says of itself
    public record TokenSeen(TokenExit exit, Assurance ofL2) {}

    /// @return empty where one of the layers could not be read
    public Optional<TokenSeen> token(ExitPlace place, Address token) {
        return new TokenLook(bridges).token(place.asOf(clock.instant()), token, patience);
    }

    /// What an account has of a token on one of the layers, by the token's own code, run here on what a
    /// source proves.
    /// @param spender who may take of it
    /// @return empty where it could not be read
    public Optional<TokenHolding> holding(
            ExitPlace place, boolean onL1, Address token, Address owner, Address spender) {
        return new TokenLook(bridges).holding(place, onL1, token, owner, spender, patience);
    }

    /// How often roots were posted lately; empty where it could not be read or there were too few.
    public Optional<RootRhythm> rhythm(ExitPlace place) {
        return bridges.roots(place.asOf(clock.instant()), patience) instanceof BridgeLook.Outcome.Seen<List<Game>> seen
                ? RootRhythm.of(seen.value())
                : Optional.empty();
    }

    /// Looks for withdrawals that no plan here knows.
    public ExitSearch search(ExitPlace place) {
        return new ExitSearch(this, storage.tokens(), place, patience);
    }

    /// What was signed for the plan, as it stands now; those that wait are looked after.
    private List<Pending> own(Plan plan, ExitPlace place) {
        Following following = new Following(storage.activity(), clock);
        List<Pending> own = new ArrayList<>();
        for (OwnTransaction one : new Activity(storage).everything(ActivityFilter.of(plan.account()))) {
            if (ExitStep.of(plan.id(), one).isEmpty()) {
                continue;
            }
            boolean onL1 = one.chain().equals(place.l1().chain());
            Network network = onL1 ? place.l1() : place.l2();
            List<Source> sources = onL1 ? place.l1Sources() : place.l2Sources();
            own.add(following.look(one, network, sources, patience).pending());
        }
        return own;
    }

    /// In a block before waiting before undone.
    private static int rank(OwnTransaction transaction) {
        return switch (transaction.status()) {
            case Status.Accepted _, Status.Mined _ -> 0;
            case Status.Sent _ -> 1;
            case Status.Saved _, Status.Dropped _ -> 2;
            case Status.Reverted _, Status.Replaced _ -> 3;
        };
    }

    /// The name that the initiation has on the L2: its own there, that of its deposit where it went through
    /// L1.
    private Optional<Hash32> onL2(OwnTransaction initiation, ExitPlace place) {
        boolean settled = initiation.status() instanceof Status.Accepted || initiation.status() instanceof Status.Mined;
        if (!initiation.chain().equals(place.l1().chain())) {
            return settled ? Optional.of(initiation.hash()) : Optional.empty();
        }
        if (!settled) {
            return Optional.empty();
        }
        for (Source source : place.l1Sources()) {
            Optional<Hash32> deposit = source.ask(
                            new Query.ReceiptOf(initiation.hash()), Purpose.FOLLOW_TRANSACTION, patience)
                    .got()
                    .flatMap(receipt -> receipt)
                    .flatMap(receipt -> deposit(receipt, place.portal()));
            if (deposit.isPresent()) {
                return deposit;
            }
        }
        return Optional.empty();
    }

    private static Optional<Hash32> deposit(ReceiptClaim receipt, Address portal) {
        for (LogClaim log : receipt.logs()) {
            Log event = new Log(log.emitter(), log.topics(), log.data());
            if (OpStack.depositTransaction(portal, event, log.blockHash(), log.logIndex())
                    instanceof Answer.Proven<DepositTransaction>(DepositTransaction transaction)) {
                return Optional.of(transaction.hash());
            }
        }
        return Optional.empty();
    }

    private static ExitSight.OfL1 says(BridgeLook.Found found) {
        return new ExitSight.OfL1.Says(found.facts(), found.resolution());
    }

    /// Keeps what was learnt of a plan.
    Plan remembered(Plan plan, ExitState state) {
        if (!state.equals(plan.state())) {
            storage.plans()
                    .put(
                            plan.id(),
                            new StoredPlan(
                                    ExitJson.KIND,
                                    plan.chain(),
                                    plan.account(),
                                    ExitJson.write(state),
                                    plan.begunAt(),
                                    clock.instant()));
        }
        return new Plan(plan.id(), plan.chain(), plan.account(), state, plan.begunAt());
    }
}
