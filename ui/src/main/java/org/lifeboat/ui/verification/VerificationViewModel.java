package org.lifeboat.ui.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.anchor.Anchors;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.sync.Agreement;
import org.lifeboat.engine.sync.Beacons;
import org.lifeboat.engine.sync.BuiltInCheckpoint;
import org.lifeboat.engine.sync.Finding;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.Serving;
import org.lifeboat.engine.sync.SuggestedBeacons;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.verification.VerificationScreen.Beacon;
import org.lifeboat.ui.verification.VerificationScreen.Proposal;
import org.lifeboat.ui.verification.VerificationScreen.Remark;
import org.lifeboat.ui.verification.VerificationScreen.Shown;

/// Keeps beacon nodes and the checkpoint of one L1 at a time, and asks for what is new. A checkpoint is begun
/// at only after its fingerprint has stood on the page.
public final class VerificationViewModel {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Wallet wallet;
    private final Tasks tasks;
    private final Beacons beacons;
    private final ReadOnlyObjectWrapper<VerificationScreen> screen =
            new ReadOnlyObjectWrapper<>(new VerificationScreen.Loading());
    private Optional<ChainId> chosen = Optional.empty();
    private List<Finding> findings = List.of();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private Tasks.Running following = () -> {};
    private Tasks.Running running = () -> {};

    /// Whoever sets it first decides: what was asked for is kept, or the user gave up and nothing is.
    private AtomicBoolean decided = new AtomicBoolean();

    public VerificationViewModel(Wallet wallet, Tasks tasks) {
        this.wallet = wallet;
        this.tasks = tasks;
        this.beacons = new Beacons(wallet.storage().sync());
    }

    public ReadOnlyObjectProperty<VerificationScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    /// @param chain the L1 that is shown first; empty: the first there is
    public void load(Optional<ChainId> chain) {
        chosen = chain;
        change(Remark.None::new);
    }

    /// Reads the records once more.
    public void reload() {
        change(Remark.None::new);
    }

    public void choose(Network network) {
        chosen = Optional.of(network.chain());
        findings = List.of();
        change(Remark.None::new);
    }

    /// Asks the beacon nodes once for what is new, unless a round is under way. Keeps what is being looked at.
    public void follow() {
        boolean worth = screen.get() instanceof Shown shown
                && !shown.beacons().isEmpty()
                && shown.status().phase() != SyncStatus.Phase.NO_CHECKPOINT;
        if (!worth || asking.get()) {
            return;
        }
        asking.set(true);
        ChainId chain = ((Shown) screen.get()).network().chain();
        following = tasks.run(
                () -> wallet.follow(chain),
                round -> {
                    asking.set(false);
                    took(chain, round);
                },
                _ -> asking.set(false));
    }

    /// Whether the beacon nodes are being asked for what is new.
    public ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    /// Gives up on [#follow]; what is verified by then stays.
    public void stopFollowing() {
        following.cancel();
        asking.set(false);
    }

    private void took(ChainId chain, Optional<SyncRound> round) {
        if (screen.get() instanceof Shown shown && shown.network().chain().equals(chain) && round.isPresent()) {
            findings = round.get().findings();
            screen.set(new Shown(
                    shown.networks(),
                    shown.network(),
                    round.get().status(),
                    kept(chain),
                    shown.suggestions(),
                    findings,
                    shown.builtIn(),
                    shown.proposal(),
                    shown.remark()));
        }
    }

    /// Asks the address which network it serves, and keeps it if that is this one.
    /// @param insecureToo the user has agreed to a way that is open to others
    public void add(String url, boolean insecureToo) {
        if (!(screen.get() instanceof Shown shown)) {
            return;
        }
        ChainId chain = shown.network().chain();
        SourceId id = new SourceId(chain, url.strip());
        switch (EndpointAddress.check(url)) {
            case EndpointAddress.Unusable(var problem) -> remark(new Remark.Unusable("endpoint.problem." + problem));
            case EndpointAddress.Unprotected _ when !insecureToo -> remark(new Remark.Insecure(id));
            case EndpointAddress.Unprotected _, EndpointAddress.Protected _ -> {
                remark(new Remark.Asking(id.shown()));
                AtomicBoolean mine = new AtomicBoolean();
                decided = mine;
                running = change(() -> keep(id, insecureToo, mine));
            }
        }
    }

    private Remark keep(SourceId id, boolean insecureToo, AtomicBoolean mine) {
        return switch (Serving.ask(wallet.beacon(id, insecureToo), beacons, PATIENCE)) {
            case Serving.NoAnswer(String reason) -> new Remark.NoAnswer(id.shown(), reason);
            case Serving.Another() -> new Remark.OtherNetwork(id.shown());
            case Serving.Expected() -> {
                if (!mine.compareAndSet(false, true)) {
                    yield new Remark.None();
                }
                beacons.confirm(id, insecureToo, wallet.clock().instant());
                yield new Remark.Added(id.shown());
            }
        };
    }

    public void remove(SourceId id) {
        change(() -> {
            beacons.remove(id);
            return new Remark.None();
        });
    }

    /// Ends a node's being set aside, on the user's word.
    public void trustAgain(SourceId id) {
        change(() -> {
            var disk = wallet.storage().sync();
            disk.keepHealth(id, disk.healthOf(id).trustedAgain());
            return new Remark.None();
        });
    }

    /// The checkpoint that came with the program.
    public void offerBuiltIn() {
        offer(shown -> BuiltInCheckpoint.of(shown.network().chain())
                .<Proposal>map(found -> new Proposal.Offered(
                        checkpoint(
                                found.root(),
                                StoredCheckpoint.Origin.RELEASE,
                                found.date().toString()),
                        Map.of()))
                .orElseGet(Proposal.None::new));
    }

    /// What the operators of the beacon nodes agree on, at an epoch that the clock picks.
    public void offerAgreed() {
        offer(shown -> {
            ChainId chain = shown.network().chain();
            Instant now = wallet.clock().instant();
            Follower follower = wallet.follower(chain).orElseThrow();
            return switch (Agreement.ask(wallet.beacons(chain), follower.network(), now, 0, PATIENCE)) {
                case Agreement.Agreed(Hash32 root, long _, List<String> agreeing, var others) ->
                    new Proposal.Offered(
                            checkpoint(root, StoredCheckpoint.Origin.AGREED, String.join(", ", agreeing)), others);
                case Agreement.NotAgreed(int needed, var named, List<String> silent) ->
                    new Proposal.NotAgreed(needed, named, silent);
            };
        });
    }

    /// @param text a root as two people read it to each other: blanks do not count, nor does `0x`
    public void offerTyped(String text) {
        String digits = text.replaceAll("\\s", "");
        try {
            Hash32 root = Hash32.fromHex(digits.startsWith("0x") ? digits : "0x" + digits);
            offer(_ -> new Proposal.Offered(checkpoint(root, StoredCheckpoint.Origin.USER, ""), Map.of()));
        } catch (IllegalArgumentException notARoot) {
            remark(new Remark.NoRoot());
        }
    }

    private StoredCheckpoint checkpoint(Hash32 root, StoredCheckpoint.Origin origin, String vouchers) {
        return new StoredCheckpoint(root, origin, vouchers, wallet.clock().instant(), false);
    }

    private interface Offering {
        Proposal make(Shown shown);
    }

    private void offer(Offering offering) {
        if (screen.get() instanceof Shown shown) {
            screen.set(shown.with(new Proposal.Asking(), new Remark.None()));
            decided = new AtomicBoolean();
            running = tasks.run(
                    () -> offering.make(shown),
                    proposal -> screen.set(shown.with(proposal, new Remark.None())),
                    _ -> screen.set(shown.with(new Proposal.None(), new Remark.Failed())));
        }
    }

    /// Stops asking a node that is to be added, or all for a checkpoint: nothing is kept.
    public void giveUp() {
        if (decided.compareAndSet(false, true)) {
            running.cancel();
            dropOffer();
        }
    }

    public void dropOffer() {
        if (screen.get() instanceof Shown shown) {
            screen.set(shown.with(new Proposal.None(), new Remark.None()));
        }
    }

    /// Begins at what is offered. What was verified from another checkpoint is forgotten, and so are the badges
    /// that stood on it.
    /// @param oldToo the user has read what an old checkpoint is worth
    public void accept(boolean oldToo) {
        if (screen.get() instanceof Shown shown && shown.proposal() instanceof Proposal.Offered offered) {
            StoredCheckpoint wanted = offered.checkpoint();
            StoredCheckpoint begun =
                    new StoredCheckpoint(wanted.root(), wanted.origin(), wanted.vouchers(), wanted.chosenAt(), oldToo);
            ChainId chain = shown.network().chain();
            findings = List.of();
            change(() -> {
                wallet.follower(chain).orElseThrow().begin(begun);
                Anchors.forget(wallet.storage(), chain);
                return new Remark.None();
            });
        }
    }

    private void remark(Remark remark) {
        if (screen.get() instanceof Shown shown) {
            screen.set(shown.with(shown.proposal(), remark));
        } else if (remark instanceof Remark.Failed) {
            screen.set(new VerificationScreen.Unreadable());
        }
    }

    private Tasks.Running change(Callable<Remark> work) {
        return tasks.run(
                () -> read(work.call()),
                next -> {
                    screen.set(next);
                    follow();
                },
                _ -> remark(new Remark.Failed()));
    }

    private VerificationScreen read(Remark remark) {
        List<Network> networks = wallet.networks().all().stream()
                .filter(network -> network.layer() instanceof Network.Layer.L1)
                .filter(network -> beacons.network(network.chain()).isPresent())
                .toList();
        if (networks.isEmpty()) {
            return new VerificationScreen.Nothing();
        }
        Network network = networks.stream()
                .filter(each -> chosen.filter(each.chain()::equals).isPresent())
                .findFirst()
                .orElseGet(networks::getFirst);
        ChainId chain = network.chain();
        Follower follower = wallet.follower(chain).orElseThrow();
        return new Shown(
                networks,
                network,
                follower.status(),
                kept(chain),
                SuggestedBeacons.of(chain),
                findings,
                BuiltInCheckpoint.of(chain).map(BuiltInCheckpoint::date),
                new Proposal.None(),
                remark);
    }

    private List<Beacon> kept(ChainId chain) {
        return beacons.confirmed(chain).stream()
                .map(endpoint -> new Beacon(endpoint, wallet.storage().sync().healthOf(endpoint.id())))
                .toList();
    }
}
