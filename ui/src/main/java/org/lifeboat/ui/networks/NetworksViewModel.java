package org.lifeboat.ui.networks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lifeboat.engine.capability.CapabilitiesJson;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.networks.NetworksScreen.Entry;
import org.lifeboat.ui.networks.NetworksScreen.KeptSource;
import org.lifeboat.ui.networks.NetworksScreen.Remark;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.tasks.Tasks;

/// Keeps networks and sources. A source is asked for its chain id once the user has confirmed its address,
/// and kept only if the answer fits.
public final class NetworksViewModel {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Wallet wallet;
    private final Networks networks;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<NetworksScreen> screen =
            new ReadOnlyObjectWrapper<>(new NetworksScreen.Loading());
    private Tasks.Running asking = () -> {};

    /// Whoever sets it first decides: what was asked for is kept, or the user gave up and nothing is.
    private AtomicBoolean decided = new AtomicBoolean();

    public NetworksViewModel(Wallet wallet, Tasks tasks) {
        this.wallet = wallet;
        this.networks = wallet.networks();
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<NetworksScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    public void load() {
        change(Remark.None::new);
    }

    /// Asks the address for its chain id and keeps it if that is `chain`.
    /// @param insecureToo the user has agreed to a way that is open to others
    public void addSource(ChainId chain, String url, boolean insecureToo) {
        refusal(chain, url, insecureToo).ifPresentOrElse(this::remark, () -> {
            SourceId id = new SourceId(chain, url.strip());
            remark(new Remark.Asking(id.shown()));
            AtomicBoolean mine = new AtomicBoolean();
            decided = mine;
            changeAndMeasure(id, () -> keep(id, insecureToo, mine));
        });
    }

    /// Gives up on what is being asked; nothing is kept of it.
    public void giveUp() {
        if (decided.compareAndSet(false, true)) {
            asking.cancel();
            load();
        }
    }

    private static Optional<Remark> refusal(ChainId chain, String url, boolean insecureToo) {
        return switch (EndpointAddress.check(url)) {
            case EndpointAddress.Unusable(var problem) ->
                Optional.of(new Remark.Unusable("endpoint.problem." + problem.name()));
            case EndpointAddress.Unprotected(String open) ->
                insecureToo ? Optional.empty() : Optional.of(new Remark.Insecure(chain, open));
            case EndpointAddress.Protected _ -> Optional.empty();
        };
    }

    private Remark keep(SourceId id, boolean insecureToo, AtomicBoolean mine) {
        Reply<Long> reply = chainId(id, insecureToo);
        if (!(reply instanceof Reply.Got<Long>(Long said))) {
            return new Remark.NoAnswer(id.shown(), reply.problem());
        }
        if (said != id.chain().value()) {
            return new Remark.OtherChain(id, said);
        }
        return mine.compareAndSet(false, true) ? confirm(id, insecureToo) : new Remark.None();
    }

    private Remark confirm(SourceId id, boolean insecureToo) {
        return switch (networks.confirmEndpoint(
                id.chain(), id.url(), insecureToo, wallet.clock().instant())) {
            case Networks.EndpointOutcome.Done _ ->
                networks.find(id.chain())
                        .<Remark>map(network -> new Remark.Added(network, networks.noticesFor(network)))
                        .orElseGet(Remark.Failed::new);
            case Networks.EndpointOutcome.ConfirmInsecure _ -> new Remark.Insecure(id.chain(), id.url());
            case Networks.EndpointOutcome.Unusable unusable -> new Remark.Unusable(unusable.messageKey());
            case Networks.EndpointOutcome.UnknownNetwork _ -> new Remark.Failed();
        };
    }

    private Reply<Long> chainId(SourceId id, boolean insecureToo) {
        return wallet.confirmed(id, insecureToo).ask(new Query.ChainIdOf(), Purpose.CHECK_CHAIN_ID, PATIENCE);
    }

    /// Adds a network of the user's with its first source. The chain id is what the source names.
    public void addNetwork(NetworkDraft draft, String url, boolean insecureToo) {
        refusal(draft.chain(), url, insecureToo).ifPresentOrElse(this::remark, () -> {
            SourceId id = new SourceId(draft.chain(), url.strip());
            remark(new Remark.Asking(id.shown()));
            AtomicBoolean mine = new AtomicBoolean();
            decided = mine;
            changeAndMeasure(id, () -> {
                Reply<Long> reply = chainId(id, insecureToo);
                if (!(reply instanceof Reply.Got<Long>(Long said))) {
                    return new Remark.NoAnswer(id.shown(), reply.problem());
                }
                if (said != draft.chain().value()) {
                    return new Remark.OtherChain(id, said);
                }
                return mine.compareAndSet(false, true)
                        ? added(networks.add(draft), id, insecureToo)
                        : new Remark.None();
            });
        });
    }

    private Remark added(Networks.Outcome outcome, SourceId id, boolean insecureToo) {
        return switch (outcome) {
            case Networks.Outcome.Done(Network network, List<Networks.Notice> notices) -> {
                Remark kept = confirm(id, insecureToo);
                yield kept instanceof Remark.Added ? new Remark.Added(network, notices) : kept;
            }
            case Networks.Outcome.AlreadyThere(Network network) -> new Remark.AlreadyThere(network);
            case Networks.Outcome.OtherMoney _ -> new Remark.Unusable("networks.otherMoney");
            case Networks.Outcome.NotThere _, Networks.Outcome.Bundled _, Networks.Outcome.UnknownL1 _ ->
                new Remark.Failed();
        };
    }

    /// Takes the leave to ask back, and the address out of the list.
    public void removeSource(SourceId id) {
        change(() -> {
            networks.removeEndpoint(id);
            return new Remark.None();
        });
    }

    /// Asks a source again that was set aside.
    public void trustAgain(SourceId id) {
        change(() -> {
            wallet.trustAgain(id);
            return new Remark.None();
        });
    }

    public void removeNetwork(ChainId chain) {
        change(() -> {
            networks.remove(chain);
            return new Remark.None();
        });
    }

    private void change(Callable<Remark> work) {
        tasks.run(
                () -> {
                    Remark remark = work.call(); // first the change, then what there is now
                    return read(remark);
                },
                screen::set,
                _ -> remark(new Remark.Failed()));
    }

    /// As [#change]; a source that was kept is then measured, and what it can do is shown as soon as that is
    /// known.
    private void changeAndMeasure(SourceId id, Callable<Remark> work) {
        asking = tasks.run(
                () -> {
                    Remark remark = work.call();
                    return read(remark);
                },
                next -> {
                    screen.set(next);
                    if (next instanceof NetworksScreen.Shown(var _, var _, Remark remark)
                            && remark instanceof Remark.Added) {
                        measure(id);
                    }
                },
                _ -> remark(new Remark.Failed()));
    }

    private void measure(SourceId id) {
        tasks.run(
                () -> {
                    wallet.measure(id);
                    return read(new Remark.None());
                },
                next -> {
                    if (next instanceof NetworksScreen.Shown fresh
                            && screen.get() instanceof NetworksScreen.Shown shown) {
                        screen.set(new NetworksScreen.Shown(fresh.entries(), fresh.conditions(), shown.remark()));
                    }
                },
                _ -> {});
    }

    /// Looks how the sources have answered since; asks nobody.
    public void timePassed() {
        if (screen.get() instanceof NetworksScreen.Shown before && !(before.remark() instanceof Remark.Asking)) {
            tasks.run(
                    () -> read(before.remark()),
                    next -> {
                        if (before.equals(screen.get()) && !next.equals(before)) {
                            screen.set(next);
                        }
                    },
                    _ -> {});
        }
    }

    private void remark(Remark remark) {
        if (screen.get() instanceof NetworksScreen.Shown shown) {
            screen.set(new NetworksScreen.Shown(shown.entries(), shown.conditions(), remark));
        } else if (remark instanceof Remark.Failed) {
            screen.set(new NetworksScreen.Unreadable());
        }
    }

    private NetworksScreen read(Remark remark) {
        List<Entry> entries = networks.all().stream()
                .map(this::entry)
                .sorted((one, other) ->
                        Boolean.compare(one.sources().isEmpty(), other.sources().isEmpty()))
                .toList();
        return new NetworksScreen.Shown(entries, conditions(entries), remark);
    }

    private Entry entry(Network network) {
        Map<SourceId, Health> health = wallet.sources(network.chain()).stream()
                .collect(Collectors.toMap(Source::id, Source::health, (one, _) -> one));
        List<KeptSource> sources = networks.endpoints(network.chain()).stream()
                .map(endpoint -> kept(network, endpoint, health))
                .toList();
        List<String> urls =
                sources.stream().map(source -> source.endpoint().id().url()).toList();
        return new Entry(
                network,
                sources,
                networks.suggestions(network.chain()).stream()
                        .filter(each -> !urls.contains(each.id().url()))
                        .toList(),
                networks.noticesFor(network));
    }

    private KeptSource kept(Network network, Endpoint endpoint, Map<SourceId, Health> health) {
        return new KeptSource(
                endpoint,
                Optional.ofNullable(health.get(endpoint.id())),
                Optional.ofNullable(health.get(endpoint.id()))
                        .map(Health::requests)
                        .orElse(0L),
                wallet.storage()
                        .sources()
                        .capabilities(endpoint.id())
                        .flatMap(each -> CapabilitiesJson.read(each.json())),
                network.coinSymbol());
    }

    /// What is not well, as far as sources were asked since the program was started.
    static List<Condition> conditions(List<Entry> entries) {
        List<Health> tried = entries.stream()
                .flatMap(entry -> entry.sources().stream())
                .flatMap(source -> source.health().stream())
                .filter(health -> health.requests() > 0 && !health.setAside())
                .toList();
        int answering = (int) tried.stream()
                .filter(health -> health.lastAnswer().isPresent() && health.failuresInARow() == 0)
                .count();
        List<Condition> bad = entries.stream()
                .flatMap(entry -> entry.sources().stream())
                .filter(KeptSource::setAside)
                .<Condition>map(
                        source -> new Condition.Disagrees(source.endpoint().id().shown(), source.caught()))
                .collect(Collectors.toList());
        if (!tried.isEmpty() && answering == 0) {
            bad.add(new Condition.Offline());
        } else if (answering < tried.size()) {
            bad.add(new Condition.Partial(answering, tried.size(), Condition.Of.SOURCES));
        }
        return bad;
    }
}
