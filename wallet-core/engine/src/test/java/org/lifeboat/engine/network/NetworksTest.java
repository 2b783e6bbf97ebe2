package org.lifeboat.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.source.EndpointAddress;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

class NetworksTest {
    private static final ChainId OP = new ChainId(10);
    private static final ChainId OWN = new ChainId(31337);
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final Networks networks = new Networks(NetworkRegistry.bundled(), storage);

    @Test
    void freshProfile_mayAskNobody() {
        assertThat(networks.all()).isNotEmpty();
        for (Network network : networks.all()) {
            assertThat(networks.confirmedEndpoints(network.chain())).isEmpty();
            assertThat(networks.endpoints(network.chain())).isEmpty();
            assertThat(networks.suggestions(network.chain()).getLast().id().url())
                    .isEqualTo("http://127.0.0.1:8545");
        }
        assertThat(networks.watched()).isEmpty();
    }

    @Test
    void addedEndpoint_isAskedOnlyOnceConfirmed_andNoLongerOnceTakenBack() {
        networks.addEndpoint(OP, "https://op.example/key");
        SourceId id = new SourceId(OP, "https://op.example/key");
        assertThat(networks.confirmedEndpoints(OP)).isEmpty();

        networks.confirmEndpoint(OP, " https://op.example/key ", false, NOW);
        assertThat(networks.confirmedEndpoints(OP)).containsExactly(id);
        assertThat(networks.watched()).extracting(Network::chain).containsExactly(OP);

        networks.addEndpoint(OP, "https://op.example/key");
        assertThat(networks.confirmedEndpoints(OP)).containsExactly(id);

        assertThat(networks.withdrawConsent(id)).isTrue();
        assertThat(networks.confirmedEndpoints(OP)).isEmpty();
        assertThat(networks.endpoints(OP)).hasSize(1);
        assertThat(networks.removeEndpoint(id)).isTrue();
        assertThat(networks.endpoints(OP)).isEmpty();
    }

    @Test
    void plainHttpToAnotherMachine_needsASecondYes() {
        String url = "http://op.example:8545";

        assertThat(networks.confirmEndpoint(OP, url, false, NOW))
                .isEqualTo(new Networks.EndpointOutcome.ConfirmInsecure(new SourceId(OP, url)));
        assertThat(networks.endpoints(OP)).isEmpty();
        assertThat(networks.confirmEndpoint(OP, url, true, NOW)).isInstanceOf(Networks.EndpointOutcome.Done.class);
        assertThat(networks.confirmedEndpoints(OP)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "op.example, NOT_A_URL",
        "'https://', NOT_A_URL",
        "'https://op.example/#top', NOT_A_URL",
        "'https://op example', NOT_A_URL",
        "ftp://op.example, UNKNOWN_SCHEME",
        "wss://op.example, UNKNOWN_SCHEME",
        "https://user:pass@op.example, USER_INFO",
    })
    void endpoint_thatIsNoneIsRefused(String url, EndpointAddress.Problem problem) {
        assertThat(networks.confirmEndpoint(OP, url, true, NOW))
                .isEqualTo(new Networks.EndpointOutcome.Unusable(problem));
        assertThat(networks.addEndpoint(OP, url)).isEqualTo(new Networks.EndpointOutcome.Unusable(problem));
        assertThat(networks.endpoints(OP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8545",
                "http://localhost",
                "http://[::1]:1",
                "http://127.1.2.3",
                "https://op.example"
            })
    void endpoint_onThisComputerOrHttpsIsProtected(String url) {
        assertThat(EndpointAddress.check(url)).isInstanceOf(EndpointAddress.Protected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1.example", "http://localhost.example", "http://128.1.2.3", "http://0x7f000001"})
    void endpoint_thatOnlyLooksLikeThisComputerIsNot(String url) {
        assertThat(EndpointAddress.check(url)).isNotInstanceOf(EndpointAddress.Protected.class);
    }

    @Test
    void addedNetwork_saysWhatWayOutThereIs() {
        Networks.Outcome outcome = networks.add(own("Devnet", new Network.Layer.L2(OP, Network.Stack.OTHER)));
        assertThat(outcome).isEqualTo(new Networks.Outcome.UnknownL1(OP));

        outcome = networks.add(own("base", new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK)));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Networks.Outcome.Done.class,
                        done -> assertThat(done.notices())
                                .containsExactly(
                                        new Networks.Notice("network.exit_coin_only", List.of()),
                                        new Networks.Notice("network.same_name", List.of("Base", "8453"))));
        assertThat(networks.add(own("again", new Network.Layer.L1())))
                .isInstanceOf(Networks.Outcome.AlreadyThere.class);
        assertThat(networks.add(new NetworkDraft(OP, "Not Optimism", "ETH", new Network.Layer.L1(), false)))
                .isInstanceOf(Networks.Outcome.AlreadyThere.class);
    }

    @Test
    void l1_needsNoWayOut() {
        assertThat(networks.noticesFor(networks.find(ChainId.ETHEREUM).orElseThrow()))
                .isEmpty();
        assertThat(networks.noticesFor(networks.find(OP).orElseThrow()))
                .containsExactly(new Networks.Notice("network.exit_coin_only", List.of()));
        assertThat(networks.add(own("Mine", new Network.Layer.Unstated())))
                .isInstanceOfSatisfying(
                        Networks.Outcome.Done.class,
                        done -> assertThat(done.notices())
                                .extracting(Networks.Notice::messageKey)
                                .containsExactly("network.unstated_layer", "network.no_exit"));
    }

    @Test
    void editAndRemove_leaveBundledEntriesAlone() {
        NetworkDraft bundled = new NetworkDraft(OP, "Mine now", "OP", new Network.Layer.L1(), false);
        assertThat(networks.edit(bundled)).isInstanceOf(Networks.Outcome.Bundled.class);
        assertThat(networks.edit(own("Nowhere", new Network.Layer.L1()))).isEqualTo(new Networks.Outcome.NotThere(OWN));

        networks.confirmEndpoint(OP, "https://op.example", false, NOW);
        assertThat(networks.remove(OP)).isInstanceOf(Networks.Outcome.Bundled.class);
        assertThat(networks.find(OP)).isPresent();
        assertThat(networks.endpoints(OP)).isEmpty();

        networks.add(own("Devnet", new Network.Layer.L1()));
        networks.confirmEndpoint(OWN, "http://127.0.0.1:8545", false, NOW);
        assertThat(networks.edit(own("Renamed", new Network.Layer.L1()))).isInstanceOf(Networks.Outcome.Done.class);
        assertThat(networks.find(OWN)).map(Network::name).contains("Renamed");
        assertThat(networks.remove(OWN)).isInstanceOf(Networks.Outcome.Done.class);
        assertThat(networks.find(OWN)).isEmpty();
        assertThat(networks.endpoints(OWN)).isEmpty();
        assertThat(networks.confirmEndpoint(OWN, "https://op.example", false, NOW))
                .isEqualTo(new Networks.EndpointOutcome.UnknownNetwork(OWN));
    }

    @Test
    void remove_takesWhatFollowsL1Along() {
        networks.add(own("Devnet", new Network.Layer.L1()));
        SourceId beacon = new SourceId(OWN, "http://127.0.0.1:5052");
        storage.sync().putEndpoint(new Endpoint(beacon, new Endpoint.Consent.Given(NOW, false), 0));
        storage.sync().putConfig(OWN, "{}");
        storage.sync()
                .begin(OWN, new StoredCheckpoint(Hash32.ofNumber(1), StoredCheckpoint.Origin.USER, "", NOW, false));
        storage.sync().keep(OWN, new StoredMessage(StoredMessage.Kind.BOOTSTRAP, 0, "FULU", Bytes.EMPTY));
        for (String kind : List.of(StoredEvidence.L1_ANCHOR, StoredEvidence.L1_ANCHOR_SIGNED, "balance-proof/1")) {
            storage.evidence()
                    .add(new StoredEvidence(
                            kind, OWN, Address.ZERO, new BlockRef(1, Hash32.ofNumber(2), 3), Bytes.EMPTY));
        }

        networks.remove(OWN);

        assertThat(storage.sync().chains()).isEmpty();
        assertThat(storage.sync().messages(OWN)).isEmpty();
        // The proof itself stays: it is worth nothing until a header vouches for it again.
        assertThat(storage.evidence().all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " Devnet", "Dev\nnet"})
    void draft_hasAReadableName(String name) {
        assertThatThrownBy(() -> own(name, new Network.Layer.L1())).isInstanceOf(IllegalArgumentException.class);
    }

    private static NetworkDraft own(String name, Network.Layer layer) {
        return new NetworkDraft(OWN, name, "ETH", layer, true);
    }
}
