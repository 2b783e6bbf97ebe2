package org.lifeboat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.RequestStore;
import org.lifeboat.engine.storage.SourceStore;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;

class ProfileStoreTest {
    @TempDir
    Path folder;

    private Path file;
    private ProfileStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("profile").resolve("records.db");
        store = Samples.open(file);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        store.close();
        store = Samples.open(file);
    }

    @Test
    void file_isReadableByItsOwnerAlone() throws Exception {
        store.settings().put("a", "b");

        for (String name : new String[] {"records.db", "records.db-wal", "records.db-shm"}) {
            assertThat(Files.getPosixFilePermissions(file.resolveSibling(name)))
                    .as(name)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Files.getPosixFilePermissions(file.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void accounts_comeBackInTheUsersOrder() {
        Account imported = new Account(Samples.address(9), "", new Account.Kind.Imported(), 0, true);
        Account watched = new Account(Samples.address(8), "看", new Account.Kind.WatchOnly(), 1, false);
        store.accounts().put(Samples.account(7));
        store.accounts().put(watched);
        store.accounts().put(imported);
        reopen();

        assertThat(store.accounts().all()).containsExactly(imported, watched, Samples.account(7));
        assertThat(store.accounts().find(watched.address())).contains(watched);
        assertThat(store.accounts().remove(watched.address())).isTrue();
        assertThat(store.accounts().remove(watched.address())).isFalse();
        assertThat(store.accounts().find(watched.address())).isEmpty();
    }

    @Test
    void networks_ofEveryLayerComeBack() {
        Network l1 = network(new ChainId(31337), new Network.Layer.L1());
        Network l2 = network(new ChainId(901), new Network.Layer.L2(l1.chain(), Network.Stack.OP_STACK));
        Network side = network(new ChainId(902), new Network.Layer.Sidechain());
        Network unstated = network(new ChainId(903), new Network.Layer.Unstated());
        for (Network network : new Network[] {l1, l2, side, unstated}) {
            store.networks().put(network);
        }
        reopen();

        assertThat(store.networks().all()).containsExactly(l2, side, unstated, l1);
    }

    @Test
    void networks_refuseWhatIsBundled() {
        Network bundled =
                new Network(ChainId.ETHEREUM, "Ethereum", "ETH", new Network.Layer.L1(), false, Network.Origin.BUNDLED);

        assertThatThrownBy(() -> store.networks().put(bundled)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void capabilities_surviveAChangeOfTheirEndpoint_andGoWithIt() {
        SourceId id = new SourceId(Samples.OP, "https://op.example/key");
        Endpoint unconfirmed = new Endpoint(id, new Endpoint.Consent.None(), 0);
        Endpoint confirmed = new Endpoint(id, new Endpoint.Consent.Given(Samples.NOON, true), 2);
        SourceStore.Measured measured = new SourceStore.Measured("{\"format\":1}", Samples.NOON);
        store.sources().put(unconfirmed);
        store.sources().putCapabilities(id, measured);
        store.sources().put(confirmed);
        reopen();

        assertThat(store.sources().of(Samples.OP)).containsExactly(confirmed);
        assertThat(store.sources().capabilities(id)).contains(measured);
        assertThat(store.sources().remove(id)).isTrue();
        assertThat(store.sources().capabilities(id)).isEmpty();
        assertThatThrownBy(() -> store.sources().putCapabilities(id, measured))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void health_isRemembered_andACaughtSourceIsKnownAgainAfterItWasRemoved() {
        SourceId id = new SourceId(Samples.OP, "https://op.example/key");
        Endpoint endpoint = new Endpoint(id, new Endpoint.Consent.None(), 0);
        Health health = Health.UNKNOWN
                .answered(Duration.ofMillis(180), Samples.NOON)
                .failed("no answer", false)
                .namedHead(77)
                .caught(Samples.NOON, Samples.CAUGHT.what());
        store.sources().keepHealth(id, health);
        assertThat(store.sources().healthOf(id)).isEqualTo(Health.UNKNOWN);
        store.sources().put(endpoint);
        store.sources().keepHealth(id, health);
        reopen();

        assertThat(store.sources().healthOf(id)).isEqualTo(health.remembered());
        store.sources().remove(id);
        store.sources().put(endpoint);
        assertThat(store.sources().healthOf(id).setAside()).isTrue();
        store.sources().keepHealth(id, store.sources().healthOf(id).trustedAgain());
        assertThat(store.sources().healthOf(id).setAside()).isFalse();
        store.sources().remove(id);
        assertThat(store.sources().healthOf(id)).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void requests_comeBackInOrder_andTheOldestGo() {
        List<RequestLog.Entry> many = IntStream.range(0, RequestStore.KEPT + 5)
                .mapToObj(Samples::request)
                .toList();
        store.requests().addAll(many.subList(0, 3));
        store.requests().addAll(many.subList(3, many.size()));
        reopen();

        assertThat(store.requests().newest(2 * RequestStore.KEPT)).isEqualTo(many.subList(5, many.size()));
        assertThat(store.requests().newest(2)).isEqualTo(many.subList(many.size() - 2, many.size()));
    }

    @Test
    void tokens_comeBackWithoutAssetAndPin() {
        Token token =
                new Token(Samples.OP, Samples.address(3), "Boat Coin", "BOAT", 255, Optional.empty(), Optional.empty());
        store.tokens().put(token);
        reopen();

        assertThat(store.tokens().of(Samples.OP)).containsExactly(token);
        assertThat(store.tokens().of(ChainId.ETHEREUM)).isEmpty();
        Token claimsAnAsset =
                new Token(Samples.OP, Samples.address(3), "USD Coin", "USDC", 6, Optional.of("usdc"), Optional.empty());
        assertThatThrownBy(() -> store.tokens().put(claimsAnAsset)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void balances_keepOneReadingALevel_zeroIsNotAbsence() {
        var claimed = Samples.reading(Assurance.MATCHED, Samples.LARGEST);
        var posted = Samples.reading(
                new Assurance(Assurance.Level.POSTED, Set.of(Assurance.Mark.RECOMPUTED, Assurance.Mark.MATCHED)),
                BigInteger.ZERO);
        store.balances().put(Samples.reading(Assurance.CLAIMED, BigInteger.ONE));
        store.balances().put(claimed);
        store.balances().put(posted);
        reopen();

        assertThat(store.balances().of(Samples.OP, Samples.address(1), Optional.empty()))
                .containsExactly(claimed, posted);
        assertThat(store.balances().of(Samples.OP, Samples.address(1), Optional.of(Samples.address(2))))
                .isEmpty();
        assertThat(store.balances().remove(Samples.OP, Samples.address(1), Optional.empty(), Assurance.Level.POSTED))
                .isTrue();
        assertThat(store.balances().all()).containsExactly(claimed);
        store.balances().removeAll(Samples.OP);
        assertThat(store.balances().all()).isEmpty();
    }

    @Test
    void contacts_keepTheirChains() {
        Contact anywhere = new Contact("Ann", Samples.address(4), Set.of(), "line\nline", Optional.of(Samples.NOON));
        store.contacts().put(Samples.contact(5));
        store.contacts().put(anywhere);
        Contact narrowed = new Contact("Friend 5", Samples.address(5), Set.of(Samples.OP), "", Optional.empty());
        store.contacts().put(narrowed);
        reopen();

        assertThat(store.contacts().all()).containsExactly(anywhere, narrowed);
        assertThat(store.contacts().find(Samples.address(5))).contains(narrowed);
        assertThat(store.contacts().remove(Samples.address(5))).isTrue();
        assertThat(store.contacts().find(Samples.address(5))).isEmpty();
    }

    @Test
    void settings_areReplacedByName() {
        store.settings().put("language", "en");
        store.settings().put("language", "zh");
        reopen();

        assertThat(store.settings().all()).containsOnly(java.util.Map.entry("language", "zh"));
        assertThat(store.settings().find("theme")).isEmpty();
        assertThat(store.settings().remove("language")).isTrue();
    }

    @Test
    void evidence_isKeptOnce() {
        StoredEvidence piece = new StoredEvidence(
                "account-proof/1", Samples.OP, Samples.address(1), Samples.block(5), Bytes.of(new byte[100_000]));
        var first = store.evidence().add(piece);
        var again = store.evidence().add(piece);
        var other = store.evidence()
                .add(new StoredEvidence(
                        "account-proof/1", Samples.OP, Samples.address(1), Samples.block(4), Bytes.EMPTY));
        reopen();

        assertThat(again).isEqualTo(first);
        assertThat(store.evidence().find(first)).contains(piece);
        assertThat(store.evidence().of(Samples.OP, Samples.address(1), Optional.of("account-proof/1")))
                .containsExactly(other, first);
        assertThat(store.evidence().of(Samples.OP, Samples.address(1), Optional.of("header/1")))
                .isEmpty();
        assertThat(store.evidence().remove(first)).isTrue();
        assertThat(store.evidence().all()).containsExactly(other);
    }

    @Test
    void atomically_keepsAllOrNothing() {
        assertThatThrownBy(() -> store.atomically(() -> {
                    store.settings().put("first", "1");
                    assertThat(store.settings().find("first")).contains("1");
                    return store.atomically(() -> {
                        store.contacts().put(Samples.contact(1));
                        throw new IllegalStateException("given up");
                    });
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("given up");

        assertThat(store.settings().all()).isEmpty();
        assertThat(store.contacts().all()).isEmpty();
        assertThat(store.<String>atomically(() -> {
                    store.settings().put("first", "2");
                    return "kept";
                }))
                .isEqualTo("kept");
        assertThat(store.settings().find("first")).contains("2");
    }

    @Test
    void writing_isNotCutShortByAnInterrupt() {
        Thread.currentThread().interrupt();
        store.settings().put("a", "b");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.settings().find("a")).contains("b");
    }

    private static Network network(ChainId chain, Network.Layer layer) {
        return new Network(chain, "Net " + chain, "ETH", layer, true, Network.Origin.USER);
    }
}
