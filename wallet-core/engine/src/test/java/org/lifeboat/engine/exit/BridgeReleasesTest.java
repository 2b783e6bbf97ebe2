package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.bundled.BundledJson;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rollups.opstack.Powers.Role;

class BridgeReleasesTest {
    private static final ChainId MAINNET = new ChainId(1);
    private static final Address PORTAL = Address.fromHex("0xe89f13c5ee4033b2d3cd76c9d6958efbfe26d3c2");

    private final BridgeReleases releases = BridgeReleases.bundled();

    @Test
    void aPublishedCode_isKnownByRoleAndChain() {
        assertThat(releases.find(MAINNET, Role.PORTAL, PORTAL)).hasValueSatisfying(release -> {
            assertThat(release.version()).isEqualTo("5.6.1");
            assertThat(release.releases()).startsWith("v7.0.0-rc.4");
        });
        assertThat(releases.find(MAINNET, Role.FACTORY, PORTAL))
                .as("a portal's code where the factory's should be is no published state")
                .isEmpty();
        assertThat(releases.find(new ChainId(900), Role.PORTAL, PORTAL)).isEmpty();
        assertThat(releases.covers(MAINNET)).isTrue();
        assertThat(releases.covers(new ChainId(900))).isFalse();
    }

    @Test
    void everyList_hasItsSource_andNoCodeTwice() {
        for (BridgeReleases.OnL1 list : BundledJson.read("networks/bridge-codes.json", BridgeReleases.Document.class)
                .lists()) {
            assertThat(list.sources()).isNotEmpty();
            Set<String> places =
                    list.codes().stream().map(code -> code.role() + code.at()).collect(Collectors.toSet());
            assertThat(places).hasSameSizeAs(list.codes());
        }
    }
}
