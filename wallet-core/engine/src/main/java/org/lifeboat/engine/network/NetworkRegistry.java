package org.lifeboat.engine.network;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lifeboat.engine.bundled.BundledJson;
import org.lifeboat.engine.bundled.Citation;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// The networks that come with the program, each with where its values were read.
public final class NetworkRegistry {
    private final Map<ChainId, Entry> entries;

    private NetworkRegistry(List<Entry> entries) {
        this.entries = entries.stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.network().chain(), Function.identity()));
    }

    /// @param l1Contracts the contracts of an L2 on its L1, by their makers' names
    /// @param suggestions endpoints that a cited source names; none is asked before the user confirms it
    public record Entry(
            Network network,
            Map<String, Address> l1Contracts,
            List<SuggestedEndpoint> suggestions,
            List<Citation> sources) {
        public Entry {
            l1Contracts = Map.copyOf(l1Contracts);
            suggestions = List.copyOf(suggestions);
            sources = List.copyOf(sources);
        }
    }

    /// The registry packed with this program.
    /// @throws IllegalStateException if it is missing or breaks its own rules: the program was built wrongly
    public static NetworkRegistry bundled() {
        return of(BundledJson.read("networks/networks.json", RegistryFile.Document.class));
    }

    /// These networks and no others, without suggestions.
    public static NetworkRegistry only(List<Network> networks) {
        return new NetworkRegistry(networks.stream()
                .map(network -> new Entry(network, Map.of(), List.of(), List.of()))
                .toList());
    }

    /// As [#bundled] from a stream of the same form.
    static NetworkRegistry read(InputStream json) {
        return of(BundledJson.read(json, "network registry", RegistryFile.Document.class));
    }

    private static NetworkRegistry of(RegistryFile.Document document) {
        try {
            return new NetworkRegistry(RegistryFile.entries(document));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the bundled network registry is broken: " + e.getMessage(), e);
        }
    }

    /// By chain id.
    public List<Network> networks() {
        return entries().stream().map(Entry::network).toList();
    }

    /// By chain id.
    public List<Entry> entries() {
        return entries.keySet().stream().sorted().map(entries::get).toList();
    }

    public Optional<Entry> find(ChainId chain) {
        return Optional.ofNullable(entries.get(chain));
    }
}
