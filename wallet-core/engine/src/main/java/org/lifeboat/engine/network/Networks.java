package org.lifeboat.engine.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// What a user does with networks. Thread-safe; asks nobody but the disk.
public final class Networks {
    private final NetworkRegistry registry;
    private final Storage storage;
    private final Realm realm;
    private final OwnCoins coins;

    /// For tests, and where there is no play money.
    public Networks(NetworkRegistry registry, Storage storage) {
        this(registry, storage, Realm.ALL);
    }

    public Networks(NetworkRegistry registry, Storage storage, Realm realm) {
        this.registry = registry;
        this.storage = storage;
        this.realm = realm;
        this.coins = new OwnCoins(storage.settings());
    }

    /// The bundled ones and the user's: each L2 below the chain it settles on, else by chain id.
    public List<Network> all() {
        return Stream.concat(
                        registry.networks().stream(),
                        storage.networks().all().stream()
                                .filter(network ->
                                        registry.find(network.chain()).isEmpty()))
                .filter(network -> realm.admits(network.chain()))
                .map(this::named)
                .sorted(Comparator.comparing(Network::settlesOn)
                        .thenComparing(Network::isL2)
                        .thenComparing(Network::chain))
                .toList();
    }

    /// Those with at least one endpoint that may be asked.
    public List<Network> watched() {
        return all().stream()
                .filter(network -> !confirmedEndpoints(network.chain()).isEmpty())
                .toList();
    }

    /// A bundled entry comes before one of the user's: an update may have brought it.
    public Optional<Network> find(ChainId chain) {
        return described(chain).filter(network -> realm.admits(network.chain())).map(this::named);
    }

    private Optional<Network> described(ChainId chain) {
        return registry.find(chain)
                .map(NetworkRegistry.Entry::network)
                .or(() -> storage.networks().find(chain));
    }

    private Network named(Network network) {
        return coins.named(network, described(network.settlesOn()).map(Network::coinSymbol));
    }

    /// What became of a change to the list of networks.
    public sealed interface Outcome {
        /// @param notices what the user must be told now: that there is no way out, that a name is taken
        record Done(Network network, List<Notice> notices) implements Outcome {
            public Done {
                notices = List.copyOf(notices);
            }
        }

        /// The chain id is in the list already. Stop, or edit that one.
        record AlreadyThere(Network network) implements Outcome {}

        record NotThere(ChainId chain) implements Outcome {}

        /// A bundled entry cannot be changed or taken out of the list; its endpoints can.
        record Bundled(Network network) implements Outcome {}

        /// The L1 that it is said to settle on is not in the list. Add that first.
        record UnknownL1(ChainId l1) implements Outcome {}

        /// Play money in a profile of real money, or the other way round. Stop.
        record OtherMoney(ChainId chain) implements Outcome {}
    }

    /// A sentence of the bundle `network` with its arguments.
    public record Notice(String messageKey, List<String> arguments) {
        public Notice {
            arguments = List.copyOf(arguments);
        }
    }

    /// Adds a network whose chain id was read from an endpoint that the user had confirmed.
    public Outcome add(NetworkDraft draft) {
        if (!realm.admits(draft.chain())) {
            return new Outcome.OtherMoney(draft.chain());
        }
        return storage.atomically(() -> {
            Optional<Network> known = find(draft.chain());
            if (known.isPresent()) {
                return new Outcome.AlreadyThere(known.get());
            }
            return keep(draft);
        });
    }

    /// Changes everything but the chain id of a network the user added.
    public Outcome edit(NetworkDraft draft) {
        return storage.atomically(() -> {
            Optional<NetworkRegistry.Entry> bundled = registry.find(draft.chain());
            if (bundled.isPresent()) {
                return new Outcome.Bundled(bundled.get().network());
            }
            if (storage.networks().find(draft.chain()).isEmpty()) {
                return new Outcome.NotThere(draft.chain());
            }
            return keep(draft);
        });
    }

    /// Takes a network of the user's out, with its endpoints and the balances read there. Its tokens,
    /// contacts and activity stay: adding it again brings them back. A bundled network stays in the list and
    /// loses its endpoints.
    public Outcome remove(ChainId chain) {
        return storage.atomically(() -> {
            Optional<Network> known = find(chain);
            if (known.isEmpty()) {
                return new Outcome.NotThere(chain);
            }
            storage.sources().of(chain).forEach(endpoint -> storage.sources().remove(endpoint.id()));
            storage.balances().removeAll(chain);
            storage.sync().removeAll(chain);
            for (String kind : List.of(StoredEvidence.L1_ANCHOR, StoredEvidence.L1_ANCHOR_SIGNED)) {
                storage.evidence()
                        .of(chain, Address.ZERO, Optional.of(kind))
                        .forEach(id -> storage.evidence().remove(id));
            }
            storage.networks().remove(chain);
            return registry.find(chain).isPresent()
                    ? new Outcome.Bundled(known.get())
                    : new Outcome.Done(known.get(), List.of());
        });
    }

    /// What is to be said when a network is added, and when its receive address is shown.
    public List<Notice> noticesFor(Network network) {
        List<Notice> notices = new ArrayList<>();
        switch (network.layer()) {
            case Network.Layer.L1 _, Network.Layer.L2 _ -> {}
            case Network.Layer.Sidechain _ -> notices.add(new Notice("network.sidechain", List.of()));
            case Network.Layer.Unstated _ -> notices.add(new Notice("network.unstated_layer", List.of()));
        }
        switch (ExitSupport.of(network)) {
            case ExitSupport.NotNeeded _ -> {}
            case ExitSupport.CoinOnly coin -> notices.add(new Notice(coin.messageKey(), List.of()));
            case ExitSupport.Missing missing -> notices.add(new Notice(missing.messageKey(), List.of()));
        }
        return notices;
    }

    /// Everything kept for a chain, confirmed or not; for showing.
    public List<Endpoint> endpoints(ChainId chain) {
        return storage.sources().of(chain);
    }

    /// The only door to addresses that may be asked: confirmed by the user, and https, this computer, or
    /// confirmed as open to others. In the user's order.
    public List<SourceId> confirmedEndpoints(ChainId chain) {
        return storage.sources().of(chain).stream()
                .filter(_ -> realm.admits(chain))
                .filter(Endpoint::mayBeAsked)
                .map(Endpoint::id)
                .toList();
    }

    /// What the user may choose from: what a cited source names, and this computer. Nothing is ticked.
    public List<SuggestedEndpoint> suggestions(ChainId chain) {
        return Stream.concat(
                        registry.find(chain).stream().flatMap(entry -> entry.suggestions().stream()),
                        Stream.of(SuggestedEndpoint.onThisComputer(chain)))
                .toList();
    }

    /// What became of a change to a network's endpoints.
    public sealed interface EndpointOutcome {
        record Done(Endpoint endpoint) implements EndpointOutcome {}

        /// The way there is open to others. Show [#messageKey]'s sentence; confirm again with `insecureToo`.
        record ConfirmInsecure(SourceId id) implements EndpointOutcome {
            public String messageKey() {
                return "endpoint.insecure";
            }
        }

        record Unusable(EndpointAddress.Problem problem) implements EndpointOutcome {
            public String messageKey() {
                return "endpoint.problem." + problem;
            }
        }

        record UnknownNetwork(ChainId chain) implements EndpointOutcome {}
    }

    /// Keeps an endpoint without leave to ask it. One that is kept already stays as it is.
    public EndpointOutcome addEndpoint(ChainId chain, String url) {
        return storage.atomically(() -> change(chain, url, Optional.empty()));
    }

    /// Keeps an endpoint with the user's leave to ask it.
    /// @param insecureToo the user has read the sentence `endpoint.insecure` and agreed
    public EndpointOutcome confirmEndpoint(ChainId chain, String url, boolean insecureToo, Instant now) {
        if (EndpointAddress.check(url) instanceof EndpointAddress.Unprotected(String open) && !insecureToo) {
            return new EndpointOutcome.ConfirmInsecure(new SourceId(chain, open));
        }
        return storage.atomically(() -> change(chain, url, Optional.of(new Endpoint.Consent.Given(now, insecureToo))));
    }

    /// Takes leave back; the endpoint stays in the list.
    /// @return whether there was one
    public boolean withdrawConsent(SourceId id) {
        return storage.atomically(() -> {
            Optional<Endpoint> known = storage.sources().find(id);
            known.ifPresent(endpoint -> storage.sources()
                    .put(new Endpoint(endpoint.id(), new Endpoint.Consent.None(), endpoint.position())));
            return known.isPresent();
        });
    }

    /// @return whether there was one
    public boolean removeEndpoint(SourceId id) {
        return storage.sources().remove(id);
    }

    /// What a source was caught with, while it is set aside for it.
    public Optional<Health.Caught> caught(SourceId id) {
        return storage.sources().healthOf(id).caught();
    }

    /// Ends a source's being set aside for later runs. Only on the user's word.
    public void trustAgain(SourceId id) {
        storage.sources().keepHealth(id, storage.sources().healthOf(id).trustedAgain());
    }

    private Outcome keep(NetworkDraft draft) {
        if (draft.layer() instanceof Network.Layer.L2(ChainId l1, var _)
                && find(l1).filter(parent -> !parent.isL2()).isEmpty()) {
            return new Outcome.UnknownL1(l1);
        }
        Network network = draft.toNetwork();
        storage.networks().put(network);
        List<Notice> notices = new ArrayList<>(noticesFor(network));
        all().stream()
                .filter(other -> other.name().equalsIgnoreCase(network.name())
                        && !other.chain().equals(network.chain()))
                .map(other -> new Notice(
                        "network.same_name", List.of(other.name(), other.chain().toString())))
                .forEach(notices::add);
        return new Outcome.Done(network, notices);
    }

    private EndpointOutcome change(ChainId chain, String url, Optional<Endpoint.Consent> consent) {
        if (find(chain).isEmpty()) {
            return new EndpointOutcome.UnknownNetwork(chain);
        }
        String usable;
        switch (EndpointAddress.check(url)) {
            case EndpointAddress.Unusable(var problem) -> {
                return new EndpointOutcome.Unusable(problem);
            }
            case EndpointAddress.Protected(String text, var _) -> usable = text;
            case EndpointAddress.Unprotected(String text) -> usable = text;
        }
        SourceId id = new SourceId(chain, usable);
        Optional<Endpoint> known = storage.sources().find(id);
        if (known.isPresent() && consent.isEmpty()) {
            return new EndpointOutcome.Done(known.get());
        }
        int position = known.map(Endpoint::position).orElseGet(() -> nextPosition(chain));
        Endpoint endpoint = new Endpoint(id, consent.orElseGet(Endpoint.Consent.None::new), position);
        storage.sources().put(endpoint);
        return new EndpointOutcome.Done(endpoint);
    }

    private int nextPosition(ChainId chain) {
        return storage.sources().of(chain).stream()
                        .mapToInt(Endpoint::position)
                        .max()
                        .orElse(-1)
                + 1;
    }
}
