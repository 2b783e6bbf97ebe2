package org.lifeboat.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

class NetworkRegistryTest {
    private final NetworkRegistry registry = NetworkRegistry.bundled();

    @Test
    void bundled_hasTheNetworksThatTheProgramPromises() {
        assertThat(registry.networks().stream().map(Network::name))
                .contains(
                        "Ethereum",
                        "OP Mainnet",
                        "Base",
                        "Arbitrum One",
                        "Sepolia",
                        "OP Sepolia",
                        "Base Sepolia",
                        "Arbitrum Sepolia");
        assertThat(registry.find(new ChainId(10)).orElseThrow().network())
                .isEqualTo(new Network(
                        new ChainId(10),
                        "OP Mainnet",
                        "ETH",
                        new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK),
                        false,
                        Network.Origin.BUNDLED));
        assertThat(registry.find(new ChainId(421614)).orElseThrow().network().layer())
                .isEqualTo(new Network.Layer.L2(new ChainId(11155111), Network.Stack.ARBITRUM_NITRO));
    }

    @Test
    void bundled_citesEveryValueWithADate_andNamesNoContractTwice() {
        Set<Address> contracts = new HashSet<>();
        for (NetworkRegistry.Entry entry : registry.entries()) {
            Set<String> cited = new HashSet<>();
            for (var source : entry.sources()) {
                cited.addAll(source.values());
                assertThat(source.date()).isBetween(LocalDate.of(2026, 1, 1), LocalDate.of(2100, 1, 1));
            }
            assertThat(cited).contains("chainId", "name", "coin", "testNet", "layer");
            entry.l1Contracts()
                    .forEach((name, address) -> assertThat(contracts.add(address))
                            .as(entry.network().name() + " " + name)
                            .isTrue());
            assertThat(entry.suggestions())
                    .allSatisfy(suggestion -> assertThat(suggestion.id().url()).startsWith("https://"))
                    .allSatisfy(suggestion -> assertThat(suggestion.listed())
                            .as("how old the suggestion is")
                            .isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"format\":1', '\"format\":2'",
        "'\"chainId\":10', '\"chainId\":0'",
        "'\"coin\":\"ETH\",', ''",
        "'\"coin\":\"ETH\"', '\"coin\":null'",
        "'\"testNet\":false', '\"testNet\":false,\"testNet\":true'",
        "'\"type\":\"L2\"', '\"type\":\"L3\"'",
        "'\"settlesOn\":1', '\"settlesOn\":2'",
        "'0xbEb5Fc579115071764c7423A4f12eDde41f106Ed', '0xbeb5fc579115071764c7423a4f12edde41f106ed'",
        "'https://op.example', 'http://op.example'",
        "'\"operator\":\"Op\"', '\"operator\":\" \"'",
        "'\"contracts\",', ''",
        "'a/b@00000000:c', 'somebody told me'",
        "']}]}', ']}]} x'",
    })
    void read_refusesAFileThatBreaksARule(String rightly, String wrongly) {
        String good = "{\"format\":1,\"networks\":["
                + "{\"chainId\":1,\"name\":\"One\",\"coin\":\"ETH\",\"testNet\":false,\"layer\":{\"type\":\"L1\"},"
                + "\"contracts\":{},\"endpoints\":[],\"sources\":[{\"cite\":\"a/b@00000000:c\","
                + "\"date\":\"2026-11-21\",\"values\":[\"chainId\",\"name\",\"coin\",\"testNet\",\"layer\"]}]},"
                + "{\"chainId\":10,\"name\":\"Two\",\"coin\":\"ETH\",\"testNet\":false,"
                + "\"layer\":{\"type\":\"L2\",\"settlesOn\":1,\"stack\":\"OP_STACK\"},"
                + "\"contracts\":{\"Portal\":\"0xbEb5Fc579115071764c7423A4f12eDde41f106Ed\"},"
                + "\"endpoints\":[{\"url\":\"https://op.example\",\"operator\":\"Op\"}],"
                + "\"sources\":[{\"cite\":\"a/b@00000000:c\",\"date\":\"2026-11-21\",\"values\":"
                + "[\"chainId\",\"name\",\"coin\",\"testNet\",\"layer\",\"contracts\",\"endpoints\"]}]}]}";
        assertThat(NetworkRegistry.read(stream(good)).networks()).hasSize(2);
        assertThat(good).contains(rightly);

        assertThatThrownBy(() -> NetworkRegistry.read(stream(good.replace(rightly, wrongly))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sentences_areThereInEnglishAndChinese_underTheSameKeys() throws Exception {
        ResourceBundle english = sentences("en");
        ResourceBundle chinese = sentences("zh");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(english.getString(new ExitSupport.Missing().messageKey()))
                .isEqualTo("Lifeboat can show and send here but cannot yet get you out.");
        assertThat(english.keySet())
                .contains(new ExitSupport.NotNeeded().messageKey(), "endpoint.learns.operator", "endpoint.insecure");
        for (EndpointAddress.Problem problem : EndpointAddress.Problem.values()) {
            assertThat(english.keySet()).contains("endpoint.problem." + problem);
        }
    }

    private static ResourceBundle sentences(String language) throws Exception {
        String name = "/org/lifeboat/resources/i18n/network_%s.properties".formatted(language.toLowerCase(Locale.ROOT));
        try (InputStream text = NetworkRegistry.class.getResourceAsStream(name)) {
            return new PropertyResourceBundle(new java.io.InputStreamReader(text, StandardCharsets.UTF_8));
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
