package org.lifeboat.sandbox.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.rollup.RollupPlan;
import org.lifeboat.testkit.anvil.NodeClient;

/// What a copied token says of itself by its own code, on both layers: texts that fit into a slot and such that do not.
class NamedTokenTest {
    private static final String SYMBOL = "0x95d89b41";
    private static final String DECIMALS = "0x313ce567";

    private static final List<NamedToken> COPIES = List.of(
            new NamedToken("playUSDC", 6, 0),
            new NamedToken("play" + "x".repeat(27), 18, 1),
            new NamedToken("play" + "x".repeat(28), 0, 2),
            new NamedToken("play" + "\u5e01".repeat(26), 255, 3));

    @Test
    void copies_sayTheirSymbolsAndDecimals_onBothLayers() throws IOException {
        List<RollupPlan> plans = List.of(RollupPlan.FIRST.with(COPIES));
        try (Sandbox sandbox = Sandbox.start(HandClock.at(HandClock.START), 0, "test", plans)) {
            for (NamedToken copy : COPIES) {
                assertSays(sandbox.url(), copy.pair().l1Token(), copy);
                assertSays(sandbox.rollupUrl(), copy.pair().l2Token(), copy);
            }
        }
    }

    private static void assertSays(URI node, Address token, NamedToken copy) {
        byte[] said = call(node, token, SYMBOL).toArray();
        int length = Hash32.of(Arrays.copyOfRange(said, 32, 64)).toNumber().intValueExact();
        assertThat(new String(said, 64, length, StandardCharsets.UTF_8)).isEqualTo(copy.symbol());
        assertThat(Hash32.of(call(node, token, DECIMALS).toArray()).toNumber()).isEqualTo(copy.decimals());
    }

    private static Bytes call(URI node, Address token, String input) {
        String call = "[{\"to\":\"%s\",\"data\":\"%s\"},\"latest\"]".formatted(token, input);
        return Bytes.fromHex(new NodeClient(node).rpc("eth_call", call).stringValue());
    }
}
