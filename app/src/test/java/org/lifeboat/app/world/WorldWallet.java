package org.lifeboat.app.world;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.app.drill.Player;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.PlayMoney;
import org.lifeboat.app.wiring.PlaySession;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.dispute.DisputeNext;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.engine.dispute.DisputeRequests;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitEvidence;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitRequests;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.send.Sending;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.rollup.Rollup;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.testkit.anvil.NodeClient;

/// A wallet with five coins on each layer, in a world whose time stands still unless somebody moves it.
final class WorldWallet implements AutoCloseable {
    static final Network L1 = PlayMoney.NETWORK;
    static final Network L2 = PlayMoney.ROLLUP;
    static final Wei HELD = PlayWorld.ether(5);
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration BLOCK = Duration.ofSeconds(12);

    /// Blocks until what was deposited is on the L2.
    static final int ARRIVAL = 3;

    final WorldProcess process;
    private final WorldKeys keys;
    final NodeClient l1Door;
    final NodeClient l2Door;

    private final Sandbox.Open open;

    private WorldWallet(WorldProcess process, WorldKeys keys, Sandbox.Open open) {
        this.process = process;
        this.keys = keys;
        this.open = open;
        this.l1Door = new NodeClient(process.sandbox().url());
        this.l2Door = new NodeClient(open.url());
    }

    /// The same wallet, for each rollup of its world; this first, which alone is to be closed.
    List<WorldWallet> onEach() {
        List<WorldWallet> all = new ArrayList<>(List.of(this));
        sandbox().rollups().stream().skip(1).forEach(other -> all.add(new WorldWallet(process, keys, other)));
        return all;
    }

    /// With a vault, which takes its time to be made.
    static WorldWallet open() throws IOException {
        PlaySession session = PlaySession.still();
        return funded(session, InstantSource.system(), new WorldKeys.OfVault(Player.in(session.profile())));
    }

    /// With a bare key.
    static WorldWallet quick(byte[] key) throws IOException {
        return funded(PlaySession.still(), InstantSource.system(), new WorldKeys.Bare(key));
    }

    /// With a bare key, in a world that begins at that time, and with those rollups.
    static WorldWallet quick(byte[] key, Instant begin, List<RollupPlan> plans) throws IOException {
        InstantSource clock = InstantSource.fixed(begin);
        return funded(PlaySession.still(clock, plans), clock, new WorldKeys.Bare(key));
    }

    /// With a bare key, and another shape of the rollup.
    static WorldWallet quick(byte[] key, RollupPlan plan) throws IOException {
        return funded(PlaySession.still(plan), InstantSource.system(), new WorldKeys.Bare(key));
    }

    private static WorldWallet funded(PlaySession session, InstantSource clock, WorldKeys keys) {
        Sandbox sandbox = session.sandbox();
        WorldWallet wallet = new WorldWallet(
                new WorldProcess(session, clock), keys, sandbox.rollups().getFirst());
        Address own = wallet.own();
        wallet.process.know(own);
        sandbox.faucet().giveCoins(own, HELD);
        sandbox.rollups()
                .forEach(each ->
                        sandbox.faucet().bridgeCoins(each.rollup().plan().portal(), own, HELD));
        wallet.blocks(ARRIVAL);
        return wallet;
    }

    Profile profile() {
        return process.profile();
    }

    Online online() {
        return process.online();
    }

    List<Source> sources(ChainId chain) {
        return process.sources(chain);
    }

    Storage storage() {
        return process.storage();
    }

    Sandbox sandbox() {
        return process.sandbox();
    }

    Rollup rollup() {
        return open.rollup();
    }

    Network l2() {
        return network(rollup().plan().chain());
    }

    Network network(ChainId chain) {
        return profile().networks().find(chain).orElseThrow();
    }

    Address own() {
        return keys.address();
    }

    Instant now() {
        return profile().clock().instant();
    }

    // ---- time

    /// So many blocks of L1 as they come on Ethereum; everybody has a turn after each.
    void blocks(int count) {
        for (int i = 0; i < count; i++) {
            sandbox().l1().clock().advance(BLOCK);
            sandbox().l1().mine();
            sandbox().rollups().forEach(each -> each.rollup().turn());
        }
    }

    /// Far ahead, with few blocks.
    void skip(Duration span) {
        sandbox().l1().clock().advance(span);
        blocks(1);
    }

    /// Until L1 has the game of a contest final, so that a move is offered.
    void untilFinal(Disputes.Plan contest) {
        heldUntil(contest).ifPresent(firm -> {
            skip(Duration.between(now(), firm.toInstant()).plus(BLOCK));
            blocks(1); // a committee signs each block in the one after it
        });
    }

    // ---- what the wallet says

    /// How long a move is held back.
    Optional<L1Time> heldUntil(Disputes.Plan contest) {
        return disputes().look(contest, place()).next() instanceof DisputeNext.Act act
                ? act.heldUntil()
                : Optional.empty();
    }

    ExitPlace place() {
        return process.place(l2()).orElseThrow();
    }

    /// The ways out, as a program has them that was just started.
    ExitPlaces places() {
        return new ExitPlaces(
                profile().networks(),
                online()::sources,
                new Portals(NetworkRegistry.bundled(), storage().settings()),
                online()::verified);
    }

    Exits exits() {
        return new Exits(storage(), profile().clock(), PATIENCE);
    }

    NetworkReport refresh(Network network) throws InterruptedException {
        return refresh(network, List.of());
    }

    NetworkReport refresh(Network network, List<Token> tokens) throws InterruptedException {
        Balances balances = new Balances(storage().balances(), profile().clock(), online().vouching());
        Watch watch = new Watch(network, sources(network.chain()), List.of(own()), tokens);
        return balances.refresh(List.of(watch), Patience.SLOW_LINE, _ -> {})
                .networks()
                .getFirst();
    }

    ExitStage stage(Exits.Plan plan) {
        return ExitReport.of(look(plan)).stage();
    }

    Exits.Look look(Exits.Plan plan) {
        return exits().look(exits().find(plan.id()).orElse(plan), place());
    }

    ExitRequest request(Exits.Plan plan, boolean ownRoot) {
        return request(look(plan), ownRoot);
    }

    ExitRequest request(Exits.Look look, boolean ownRoot) {
        return new ExitRequests(new ExitEvidence(storage().evidence()), PATIENCE)
                .next(look, place(), ownRoot ? ExitWish.OWN_ROOT : ExitWish.NONE);
    }

    /// *Is this chain telling the truth?*
    CheckReport check(CheckWish wish) {
        return check(wish, Optional.empty());
    }

    /// The newest block of L1 that the light client treats as final.
    Optional<VerifiedHead> finalHead() {
        return place().verified().flatMap(SyncStatus::finalized);
    }

    CheckReport check(CheckWish wish, Optional<VerifiedHead> verified) {
        CheckPlace where = new CheckPlace(place(), online().beacons(L1.chain()), rollup().config(), verified);
        return new ChainChecks(PATIENCE).check(where, wish, _ -> true);
    }

    Disputes disputes() {
        return new Disputes(storage(), profile().clock(), PATIENCE);
    }

    DisputeRequest request(Disputes.Plan plan) {
        return request(disputes().look(plan, place()));
    }

    private DisputeRequest request(Disputes.Look look) {
        return new DisputeRequests(PATIENCE).next(look, place());
    }

    // ---- what the user does

    Exits.Plan begin(ExitState.Way way, Wei amount) {
        return exits().begin(l2().chain(), own(), ExitState.wanted(way, own(), amount));
    }

    /// Signs and hands over what a plan offers now.
    /// @return whether it offered anything, and somebody took it
    boolean carryOut(Exits.Plan plan) throws InterruptedException {
        return switch (request(plan, true)) {
            case ExitRequest.Offered(var _, Network network, SendOrder order, var _) ->
                draft(network, order)
                        .map(this::submit)
                        .filter(Submission.Result.Sent.class::isInstance)
                        .isPresent();
            case ExitRequest.Nothing _,
                    ExitRequest.Waits _,
                    ExitRequest.HandOver _,
                    ExitRequest.OtherRoot _,
                    ExitRequest.CouldNot _ -> false;
        };
    }

    /// Signs and hands over what a contest calls for now.
    /// @return empty where it calls for nothing, or nobody took it
    Optional<DisputeStep> carryOut(Disputes.Plan plan) throws InterruptedException {
        return carryOut(disputes().look(plan, place()));
    }

    /// As [#carryOut(Disputes.Plan)], where it was looked at just now.
    Optional<DisputeStep> carryOut(Disputes.Look look) throws InterruptedException {
        if (!(request(look) instanceof DisputeRequest.Offered(DisputeStep step, Network network, SendOrder order))) {
            return Optional.empty();
        }
        return draft(network, order)
                .map(this::submit)
                .filter(Submission.Result.Sent.class::isInstance)
                .map(_ -> step);
    }

    /// A payment of coins.
    Submission.Result pay(Network network, Address to, Wei amount) throws InterruptedException {
        SendOrder order = SendOrder.of(own(), to, new Asset.Coin(network), new SendAmount.Exactly(amount.value()));
        return submit(
                draft(network, order).orElseThrow(() -> new AssertionError("nothing to sign on " + network.name())));
    }

    /// Everything before the signature.
    Optional<Draft> draft(Network network, SendOrder order) throws InterruptedException {
        List<Source> sources = sources(network.chain());
        SendPlace where = new SendPlace(network, sources, List.of(), Set.of(), Optional.empty());
        Preparation preparation = new Sending(storage(), profile().clock(), PATIENCE).prepare(order, where);
        return preparation instanceof Preparation.Ready(Draft draft, var _) ? Optional.of(draft) : Optional.empty();
    }

    void signAndSend(Network network, SendOrder order) throws InterruptedException {
        signAndSend(network, order, () -> {});
    }

    /// @param willing is run before the signature is made
    void signAndSend(Network network, SendOrder order, Runnable willing) throws InterruptedException {
        Optional<Draft> draft = draft(network, order);
        draft.ifPresent(_ -> willing.run());
        draft.ifPresent(this::submit);
    }

    Submission.Result submit(Draft draft) {
        SignedTransaction signed = keys.sign(draft);
        process.hasSigned();
        return submission().submit(draft, signed, sources(draft.network().chain()), Submission.Audience.ALL, PATIENCE);
    }

    /// As [LostTransactions#handOver].
    boolean handOverLost() throws InterruptedException {
        return LostTransactions.handOver(this);
    }

    /// Sends the same bytes again.
    void handOver(OwnTransaction one) {
        submission().resend(one, sources(one.chain()), Submission.Audience.ALL, PATIENCE);
    }

    private Submission submission() {
        return new Submission(storage().activity(), profile().clock());
    }

    // ---- the truth, which no server tells

    /// What the account holds as L1 has it.
    BigInteger truth(Network network) {
        var node = network.isL2() ? rollup().node() : sandbox().l1();
        return node.history()
                .newest()
                .state()
                .account(own())
                .map(account -> account.balance().value())
                .orElse(BigInteger.ZERO);
    }

    @Override
    public void close() throws IOException {
        keys.close();
        process.close();
    }
}
