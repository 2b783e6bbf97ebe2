package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.fake.CountedChain;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.rollups.opstack.Powers;
import org.lifeboat.rollups.opstack.Powers.Role;

/// Whose code a bridge runs, by its hash where its place is none of the list.
class CodeOriginTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Version 5.6.1 of the portal, and 1.6.1 of the factory, as the list has them.
    private static final Address LISTED = Address.fromHex("0xe89f13c5ee4033b2d3cd76c9d6958efbfe26d3c2");

    private static final Address FACTORY = Address.fromHex("0x72b971717e088b59f26d4236be222adb6acd393b");
    private static final Address ELSEWHERE = Hash32.ofNumber(0xe15e).toAddress();
    private static final Bytes CODE = Bytes.fromHex("0x5f5ff3");
    private static final Bytes OTHER = Bytes.fromHex("0x5f5ffd");

    private final BridgeReleases releases = BridgeReleases.bundled();
    private final FakeChain state = new FakeChain(1);

    @Test
    void aListedPlace_isThatRelease_andItsHashIsProven() {
        state.at(LISTED).code = CODE;

        assertThat(origins(Map.of(Role.PORTAL, LISTED)).get(Role.PORTAL)).satisfies(origin -> {
            assertThat(origin.published())
                    .hasValueSatisfying(release -> assertThat(release.version()).isEqualTo("5.6.1"));
            assertThat(origin.hash()).contains(Keccak256.hash(CODE));
            assertThat(origin.twin()).isEmpty();
        });
    }

    @Test
    void theSameCodeElsewhere_isToldByItsHash_inItsRoleOnly() {
        state.at(LISTED).code = CODE;
        state.at(FACTORY).code = OTHER;
        state.at(ELSEWHERE).code = CODE;

        CodeOrigin portal = origins(Map.of(Role.PORTAL, ELSEWHERE)).get(Role.PORTAL);
        assertThat(portal.published()).isEmpty();
        assertThat(portal.twin())
                .hasValueSatisfying(release -> assertThat(release.version()).isEqualTo("5.6.1"));
        assertThat(origins(Map.of(Role.FACTORY, ELSEWHERE)).get(Role.FACTORY).twin())
                .as("a portal's code where the factory's should be")
                .isEmpty();
    }

    @Test
    void unknownCode_isNobodys_andHasAHash() {
        state.at(LISTED).code = CODE;
        state.at(ELSEWHERE).code = OTHER;

        assertThat(origins(Map.of(Role.PORTAL, ELSEWHERE)).get(Role.PORTAL))
                .isEqualTo(new CodeOrigin(Optional.of(Keccak256.hash(OTHER)), Optional.empty(), Optional.empty()));
    }

    @Test
    void withoutAProof_noHashIsTold() {
        assertThat(CodeOrigin.of(place(List.of()), powers(Map.of(Role.PORTAL, LISTED)), releases, PATIENCE)
                        .get(Role.PORTAL))
                .satisfies(origin -> {
                    assertThat(origin.hash()).isEmpty();
                    assertThat(origin.published()).isPresent();
                });
    }

    @Test
    void publishedHashes_areKnownByRole() {
        Hash32 portal = Hash32.fromHex("0x2b0610230634fccf9d05f4aaefceffef9e04aa99910798d42823e0068eb07eca");

        assertThat(releases.find(Role.PORTAL, portal))
                .hasValueSatisfying(release -> assertThat(release.version()).isEqualTo("3.10.0"));
        assertThat(releases.find(Role.SYSTEM_CONFIG, portal)).isEmpty();
    }

    private Map<Role, CodeOrigin> origins(Map<Role, Address> codes) {
        return CodeOrigin.of(place(List.of(new CountedChain(state, 20))), powers(codes), releases, PATIENCE);
    }

    private static ExitPlace place(List<CountedChain> sources) {
        Network l1 = new Network(ChainId.ETHEREUM, "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
        return new ExitPlace(l1, List.of(), l1, List.copyOf(sources), FakeBridge.PORTAL);
    }

    private static Powers powers(Map<Role, Address> codes) {
        return new Powers(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Powers.Queue(new Powers.Listing.Nobody(), List.of()),
                Optional.empty(),
                codes);
    }
}
