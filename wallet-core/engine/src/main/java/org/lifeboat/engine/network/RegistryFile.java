package org.lifeboat.engine.network;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.bundled.BundledJson;
import org.lifeboat.engine.bundled.Citation;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// The form of `networks.json`, format 1, and the rules that its entries keep.
final class RegistryFile {
    private static final Set<String> ALWAYS_CITED = Set.of("chainId", "name", "coin", "testNet", "layer");

    private RegistryFile() {}

    record Document(int format, List<Item> networks) {}

    record Item(
            long chainId,
            String name,
            String coin,
            boolean testNet,
            Layer layer,
            Map<String, String> contracts,
            List<Endpoint> endpoints,
            List<BundledJson.Source> sources) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Layer.L1.class, name = "L1"),
        @JsonSubTypes.Type(value = Layer.L2.class, name = "L2"),
        @JsonSubTypes.Type(value = Layer.Sidechain.class, name = "SIDECHAIN")
    })
    sealed interface Layer {
        record L1() implements Layer {}

        record L2(long settlesOn, Network.Stack stack) implements Layer {}

        record Sidechain() implements Layer {}
    }

    record Endpoint(String url, String operator) {}

    /// @throws IllegalArgumentException if an entry breaks a rule
    static List<NetworkRegistry.Entry> entries(Document document) {
        if (document.format() != 1) {
            throw new IllegalArgumentException("unknown format " + document.format());
        }
        List<NetworkRegistry.Entry> entries =
                document.networks().stream().map(RegistryFile::entry).toList();
        requireUnique(entries.stream().map(entry -> entry.network().chain()).toList());
        requireUnique(entries.stream().map(entry -> entry.network().name()).toList());
        Set<ChainId> l1s = new HashSet<>();
        entries.stream()
                .map(NetworkRegistry.Entry::network)
                .filter(network -> network.layer() instanceof Network.Layer.L1)
                .forEach(network -> l1s.add(network.chain()));
        for (NetworkRegistry.Entry entry : entries) {
            if (entry.network().layer() instanceof Network.Layer.L2(ChainId l1, var _) && !l1s.contains(l1)) {
                throw new IllegalArgumentException(entry.network().name() + " settles on an unlisted L1");
            }
        }
        return entries;
    }

    private static NetworkRegistry.Entry entry(Item item) {
        ChainId chain = new ChainId(item.chainId());
        Network network =
                new Network(chain, item.name(), item.coin(), layer(item), item.testNet(), Network.Origin.BUNDLED);
        if (!item.contracts().isEmpty() && !network.isL2()) {
            throw new IllegalArgumentException(item.name() + " is no L2 and has L1 contracts");
        }
        Map<String, Address> contracts = new LinkedHashMap<>();
        item.contracts().forEach((name, text) -> contracts.put(name, checksummed(text)));
        requireUnique(List.copyOf(contracts.values()));
        Set<String> cited = new HashSet<>(ALWAYS_CITED);
        if (!contracts.isEmpty()) {
            cited.add("contracts");
        }
        if (!item.endpoints().isEmpty()) {
            cited.add("endpoints");
        }
        List<Citation> citations = BundledJson.citations(item.sources(), cited);
        Optional<LocalDate> listed = citations.stream()
                .filter(citation -> citation.values().contains("endpoints"))
                .map(Citation::date)
                .findFirst();
        return new NetworkRegistry.Entry(
                network,
                contracts,
                item.endpoints().stream()
                        .map(endpoint -> suggestion(chain, endpoint, listed))
                        .toList(),
                citations);
    }

    private static Network.Layer layer(Item item) {
        return switch (item.layer()) {
            case Layer.L1 _ -> new Network.Layer.L1();
            case Layer.L2(long settlesOn, Network.Stack stack) -> new Network.Layer.L2(new ChainId(settlesOn), stack);
            case Layer.Sidechain _ -> new Network.Layer.Sidechain();
        };
    }

    private static SuggestedEndpoint suggestion(ChainId chain, Endpoint endpoint, Optional<LocalDate> listed) {
        if (!(EndpointAddress.check(endpoint.url()) instanceof EndpointAddress.Protected)
                || endpoint.operator().isBlank()) {
            throw new IllegalArgumentException("a suggestion is https and names its operator: " + endpoint.url());
        }
        return new SuggestedEndpoint(new SourceId(chain, endpoint.url()), endpoint.operator(), listed);
    }

    private static Address checksummed(String text) {
        Address address = Address.fromHex(text);
        if (!address.toChecksum().equals(text)) {
            throw new IllegalArgumentException("not the checksummed form (EIP-55): " + text);
        }
        return address;
    }

    private static void requireUnique(List<?> values) {
        if (new HashSet<>(values).size() != values.size()) {
            throw new IllegalArgumentException("something is listed twice in " + values);
        }
    }
}
