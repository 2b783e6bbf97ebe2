package org.lifeboat.conformance.sandbox;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.LogsBloom;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.sandbox.chain.ChainState;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.block.ForkSchedule;
import tools.jackson.databind.JsonNode;

/// geth's `genesis.json`: what a chain begins with, and when which rules hold.
record GenesisFile(JsonNode json) {
    /// By block number, as geth names them (params/config.go). Those that moved only the difficulty bomb
    /// count for what a chain calls its forks (EIP-2124).
    private static final Map<String, Fork> BY_NUMBER = Map.ofEntries(
            Map.entry("homesteadBlock", Fork.HOMESTEAD),
            Map.entry("eip150Block", Fork.TANGERINE_WHISTLE),
            Map.entry("eip158Block", Fork.SPURIOUS_DRAGON),
            Map.entry("byzantiumBlock", Fork.BYZANTIUM),
            Map.entry("constantinopleBlock", Fork.CONSTANTINOPLE),
            Map.entry("petersburgBlock", Fork.PETERSBURG),
            Map.entry("istanbulBlock", Fork.ISTANBUL),
            Map.entry("muirGlacierBlock", Fork.ISTANBUL),
            Map.entry("berlinBlock", Fork.BERLIN),
            Map.entry("londonBlock", Fork.LONDON),
            Map.entry("arrowGlacierBlock", Fork.LONDON),
            Map.entry("grayGlacierBlock", Fork.LONDON),
            Map.entry("mergeNetsplitBlock", Fork.PARIS));

    private static final Map<String, Fork> BY_TIME = Map.of(
            "shanghaiTime", Fork.SHANGHAI,
            "cancunTime", Fork.CANCUN,
            "pragueTime", Fork.PRAGUE,
            "osakaTime", Fork.OSAKA);

    /// Forks of Osaka that change the blobs alone (EIP-7892), oldest first.
    private static final List<String> BLOBS_BY_TIME = List.of("bpo1", "bpo2", "bpo3", "bpo4", "bpo5");

    EthereumChain chain() {
        JsonNode config = json.path("config");
        Stream<ForkSchedule.Step> first = Stream.of(
                new ForkSchedule.Step(0, 0, Fork.FRONTIER, Fork.FRONTIER.rules().blobs()));
        Stream<ForkSchedule.Step> byNumber = BY_NUMBER.entrySet().stream()
                .filter(each -> config.has(each.getKey()))
                .map(each -> new ForkSchedule.Step(
                        config.path(each.getKey()).longValue(), 0, each.getValue(), blobs(each.getValue())));
        Stream<ForkSchedule.Step> byTime = BY_TIME.entrySet().stream()
                .filter(each -> config.has(each.getKey()))
                .map(each -> new ForkSchedule.Step(
                        0, config.path(each.getKey()).longValue(), each.getValue(), blobs(each.getValue())));
        Stream<ForkSchedule.Step> byBlobs = BLOBS_BY_TIME.stream()
                .filter(name -> config.has(name + "Time"))
                .map(name -> new ForkSchedule.Step(0, config.path(name + "Time").longValue(), Fork.OSAKA, blobs(name)));
        Comparator<ForkSchedule.Step> oldestFirst = Comparator.comparing(ForkSchedule.Step::fork);
        List<ForkSchedule.Step> steps = Stream.of(first, byNumber, byTime, byBlobs)
                .flatMap(each -> each)
                .sorted(oldestFirst
                        .thenComparingLong(ForkSchedule.Step::fromNumber)
                        .thenComparingLong(ForkSchedule.Step::fromTime))
                .toList();
        return new EthereumChain(
                new ChainId(config.path("chainId").longValue()),
                new ForkSchedule(steps),
                Address.fromHex(config.path("depositContractAddress").stringValue()));
    }

    private BlobSchedule blobs(Fork fork) {
        String name = fork.name().toLowerCase(Locale.ROOT);
        return json.path("config").path("blobSchedule").has(name)
                ? blobs(name)
                : fork.rules().blobs();
    }

    private BlobSchedule blobs(String name) {
        JsonNode blobs = json.path("config").path("blobSchedule").path(name);
        return new BlobSchedule(
                blobs.path("target").longValue(),
                blobs.path("max").longValue(),
                blobs.path("baseFeeUpdateFraction").longValue());
    }

    /// Block 0, from before London.
    SealedBlock seal() {
        ChainState state = ChainState.of(accounts());
        BlockHeader header = new BlockHeader(
                Hash32.fromHex(text("parentHash")),
                Genesis.NO_OMMERS,
                Address.fromHex(text("coinbase")),
                state.root(),
                TrieProof.EMPTY_ROOT,
                TrieProof.EMPTY_ROOT,
                LogsBloom.of(List.of()),
                number("difficulty"),
                0,
                new Gas(number("gasLimit").longValueExact()),
                new Gas(0),
                number("timestamp").longValueExact(),
                Bytes.fromHex(text("extraData")),
                Hash32.fromHex(text("mixHash")),
                Genesis.NO_NONCE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return SealedBlock.of(header, List.of(), state);
    }

    private String text(String name) {
        return json.path(name).stringValue();
    }

    private BigInteger number(String name) {
        return quantity(json.path(name));
    }

    private static BigInteger quantity(JsonNode value) {
        String text = value.asString("0x0");
        return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
    }

    private Map<Address, GenesisAccount> accounts() {
        Map<Address, GenesisAccount> accounts = new HashMap<>();
        json.path("alloc").properties().forEach(entry -> {
            JsonNode account = entry.getValue();
            Map<Hash32, Hash32> storage = new HashMap<>();
            account.path("storage")
                    .properties()
                    .forEach(slot ->
                            storage.put(Hash32.fromHex(slot.getKey()), Hash32.ofNumber(quantity(slot.getValue()))));
            String address = entry.getKey().toLowerCase(Locale.ROOT);
            accounts.put(
                    Address.fromHex(address.startsWith("0x") ? address : "0x" + address),
                    new GenesisAccount(
                            quantity(account.path("nonce")).longValueExact(),
                            new Wei(quantity(account.path("balance"))),
                            Bytes.fromHex(account.path("code").asString("0x")),
                            storage));
        });
        return accounts;
    }
}
