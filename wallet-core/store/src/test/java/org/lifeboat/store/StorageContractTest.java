package org.lifeboat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.ActivityPage;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.RequestStore;
import org.lifeboat.engine.storage.SourceStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.storage.StoredPlan;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// What the ports promise, held against the records on disk and against the storage in memory that the engine
/// is tested with: where the two differed, those tests would be of another program. Not here: what is undone
/// together, which the storage in memory does not offer.
class StorageContractTest {
    private static final ChainId DEVNET = new ChainId(901);

    @TempDir
    Path folder;

    private Optional<ProfileStore> onDisk = Optional.empty();

    enum Kind {
        ON_DISK,
        IN_MEMORY
    }

    private Storage open(Kind kind) throws ReflectiveOperationException {
        return switch (kind) {
            case ON_DISK -> {
                ProfileStore store = Samples.open(folder.resolve("records.db"));
                onDisk = Optional.of(store);
                yield store;
            }
            // Of the engine's own tests, which no module may name.
            case IN_MEMORY ->
                (Storage) Class.forName("org.lifeboat.engine.storage.InMemoryStorage")
                        .getDeclaredConstructor()
                        .newInstance();
        };
    }

    @AfterEach
    void close() {
        onDisk.ifPresent(ProfileStore::close);
    }

    @ParameterizedTest
    @EnumSource
    void accounts(Kind kind) throws Exception {
        Storage storage = open(kind);
        Account late = new Account(Samples.address(1), "late", new Account.Kind.WatchOnly(), 5, false);
        storage.accounts().put(late);
        storage.accounts().put(Samples.account(4));
        storage.accounts().put(new Account(Samples.address(3), "", new Account.Kind.Imported(), 4, true));
        storage.accounts().put(new Account(Samples.address(1), "renamed", new Account.Kind.WatchOnly(), 5, false));

        assertThat(storage.accounts().all())
                .extracting(Account::address)
                .containsExactly(Samples.address(3), Samples.address(4), Samples.address(1));
        assertThat(storage.accounts().find(Samples.address(1)).orElseThrow().label())
                .isEqualTo("renamed");
        assertThat(storage.accounts().remove(Samples.address(1))).isTrue();
        assertThat(storage.accounts().remove(Samples.address(1))).isFalse();
        assertThat(storage.accounts().find(Samples.address(1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void networksAndTokens(Kind kind) throws Exception {
        Storage storage = open(kind);
        Network own = new Network(DEVNET, "Devnet", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
        Network other =
                new Network(new ChainId(2), "Two", "TWO", new Network.Layer.Unstated(), false, Network.Origin.USER);
        storage.networks().put(own);
        storage.networks().put(other);
        assertThat(storage.networks().all()).containsExactly(other, own);
        assertThatThrownBy(() -> storage.networks()
                        .put(new Network(DEVNET, "X", "X", new Network.Layer.L1(), true, Network.Origin.BUNDLED)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(storage.networks().remove(DEVNET)).isTrue();
        assertThat(storage.networks().remove(DEVNET)).isFalse();

        Token boat = token(3, "BOAT", Optional.empty());
        Token ark = token(9, "ARK", Optional.empty());
        storage.tokens().put(boat);
        storage.tokens().put(ark);
        assertThat(storage.tokens().of(Samples.OP)).containsExactly(ark, boat);
        assertThat(storage.tokens().all()).containsExactly(ark, boat);
        assertThatThrownBy(() -> storage.tokens().put(token(4, "USDC", Optional.of("usdc"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(storage.tokens().remove(DEVNET, boat.contract())).isFalse();
        assertThat(storage.tokens().remove(Samples.OP, boat.contract())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void plans(Kind kind) throws Exception {
        PlanStore plans = open(kind).plans();
        PlanStore.Id first = plans.add(plan("{}"));
        PlanStore.Id second = plans.add(plan("{}"));

        assertThat(plans.all()).containsExactly(first, second);
        assertThat(plans.put(first, plan("{1}"))).isTrue();
        assertThat(plans.find(first)).contains(plan("{1}"));
        assertThat(plans.find(second)).contains(plan("{}"));
        assertThat(plans.remove(second)).isTrue();
        assertThat(plans.remove(second)).isFalse();
        assertThat(plans.put(second, plan("{}"))).isFalse();
        assertThat(plans.add(plan("{}"))).as("own transactions name it").isNotEqualTo(second);
    }

    private static StoredPlan plan(String content) {
        return new StoredPlan(
                "op-exit/1",
                DEVNET,
                Samples.address(1),
                Bytes.of(content.getBytes(StandardCharsets.UTF_8)),
                Samples.NOON,
                Samples.NOON);
    }

    private static Token token(int number, String symbol, Optional<String> asset) {
        return new Token(Samples.OP, Samples.address(number), symbol, symbol, 18, asset, Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void sources(Kind kind) throws Exception {
        SourceStore sources = open(kind).sources();
        Endpoint b = endpoint(Samples.OP, "https://b.example", 0);
        Endpoint a = endpoint(Samples.OP, "https://a.example", 0);
        Endpoint last = endpoint(ChainId.ETHEREUM, "https://c.example", 7);
        List.of(b, last, a).forEach(sources::put);

        assertThat(sources.of(Samples.OP)).containsExactly(a, b);
        assertThat(sources.all()).containsExactly(last, a, b);
        assertThatThrownBy(() -> sources.putCapabilities(
                        new SourceId(DEVNET, "https://x.example"), new SourceStore.Measured("{}", Samples.NOON)))
                .isInstanceOf(IllegalArgumentException.class);
        sources.putCapabilities(a.id(), new SourceStore.Measured("{}", Samples.NOON));
        sources.put(endpoint(Samples.OP, "https://a.example", 3));
        assertThat(sources.capabilities(a.id()))
                .as("kept when the endpoint is put again")
                .isPresent();
        assertThat(sources.remove(a.id())).isTrue();
        assertThat(sources.remove(a.id())).isFalse();
        assertThat(sources.capabilities(a.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void health(Kind kind) throws Exception {
        SourceStore sources = open(kind).sources();
        Endpoint endpoint = endpoint(Samples.OP, "https://a.example", 0);
        Health caught = Health.UNKNOWN
                .answered(Duration.ofMillis(90), Samples.NOON)
                .namedHead(7)
                .caught(Samples.NOON, Samples.CAUGHT.what());
        sources.keepHealth(endpoint.id(), caught);
        assertThat(sources.healthOf(endpoint.id())).isEqualTo(Health.UNKNOWN);
        sources.put(endpoint);
        sources.keepHealth(endpoint.id(), caught);
        assertThat(sources.healthOf(endpoint.id())).isEqualTo(caught.remembered());
        sources.remove(endpoint.id());
        assertThat(sources.healthOf(endpoint.id()).setAside()).isTrue();
        sources.put(endpoint);
        sources.keepHealth(endpoint.id(), caught.trustedAgain());
        sources.remove(endpoint.id());
        assertThat(sources.healthOf(endpoint.id())).isEqualTo(Health.UNKNOWN);
    }

    private static Endpoint endpoint(ChainId chain, String url, int position) {
        return new Endpoint(new SourceId(chain, url), new Endpoint.Consent.Given(Samples.NOON, false), position);
    }

    @ParameterizedTest
    @EnumSource
    void balances(Kind kind) throws Exception {
        Storage storage = open(kind);
        Assurance settled = new Assurance(Assurance.Level.FINAL, Set.of());
        storage.balances().put(Samples.reading(Assurance.MATCHED, BigInteger.ONE));
        storage.balances().put(Samples.reading(settled, BigInteger.TWO));
        storage.balances().put(Samples.reading(Assurance.CLAIMED, BigInteger.TEN));

        assertThat(storage.balances().of(Samples.OP, Samples.address(1), Optional.empty()))
                .as("one a level")
                .extracting(reading -> reading.units())
                .containsExactlyInAnyOrder(BigInteger.TWO, BigInteger.TEN);
        assertThat(storage.balances().of(Samples.OP, Samples.address(1), Optional.of(Samples.address(2))))
                .isEmpty();
        storage.balances().putAll(Samples.refresh(5));
        assertThat(storage.balances().of(Samples.OP, Samples.address(1))).hasSize(32);
        assertThat(storage.balances().remove(Samples.OP, Samples.address(1), Optional.empty(), Assurance.Level.FINAL))
                .isTrue();
        storage.balances().removeAll(Samples.OP);
        assertThat(storage.balances().all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void contactsSettingsAndRequests(Kind kind) throws Exception {
        Storage storage = open(kind);
        Contact small = new Contact("ann", Samples.address(1), Set.of(), "", Optional.empty());
        Contact big = new Contact("Bob", Samples.address(2), Set.of(DEVNET), "n", Optional.of(Samples.NOON));
        Contact chinese = new Contact("安", Samples.address(3), Set.of(), "", Optional.empty());
        storage.contacts().putAll(List.of(chinese, small, big));
        assertThat(storage.contacts().all()).containsExactly(big, small, chinese);
        assertThat(storage.contacts().find(big.address())).contains(big);

        storage.settings().put("a", "1");
        storage.settings().put("a", "2");
        assertThat(storage.settings().all()).containsExactly(Map.entry("a", "2"));
        assertThat(storage.settings().remove("b")).isFalse();

        List<RequestLog.Entry> many = IntStream.range(0, RequestStore.KEPT + 3)
                .mapToObj(Samples::request)
                .toList();
        storage.requests().addAll(many);
        assertThat(storage.requests().newest(RequestStore.KEPT + 3)).isEqualTo(many.subList(3, many.size()));
        assertThat(storage.requests().newest(1)).containsExactly(many.getLast());
    }

    @ParameterizedTest
    @EnumSource
    void evidence(Kind kind) throws Exception {
        EvidenceStore evidence = open(kind).evidence();
        EvidenceStore.Id newer = evidence.add(piece(9, 1));
        EvidenceStore.Id older = evidence.add(piece(5, 1));

        assertThat(evidence.add(piece(9, 1))).as("the same piece again").isEqualTo(newer);
        assertThat(evidence.of(Samples.OP, Samples.address(1), Optional.empty()))
                .containsExactly(older, newer);
        assertThat(evidence.of(Samples.OP, Samples.address(1), Optional.of("other/1")))
                .isEmpty();
        assertThat(evidence.remove(older)).isTrue();
        assertThat(evidence.add(piece(6, 2))).as("no number is given twice").isNotIn(older, newer);
        assertThat(evidence.find(newer)).contains(piece(9, 1));
    }

    private static StoredEvidence piece(long block, int content) {
        return new StoredEvidence(
                "account-proof/1", Samples.OP, Samples.address(1), Samples.block(block), Bytes.of((byte) content));
    }

    @ParameterizedTest
    @EnumSource
    void activity(Kind kind) throws Exception {
        var activity = open(kind).activity();
        List<OwnTransaction> some =
                IntStream.range(0, 7).mapToObj(Samples::transaction).toList();
        some.reversed().forEach(activity::put);
        OwnTransaction twin = new OwnTransaction(
                some.get(2).chain(),
                Hash32.ofNumber(77),
                some.get(2).account(),
                some.get(2).nonce(),
                OwnTransaction.Kind.SEND,
                some.get(2).signed(),
                some.get(2).counterpart(),
                some.get(2).asset(),
                BigInteger.ZERO,
                some.get(2).feeLimit(),
                Optional.empty(),
                new Status.Saved(),
                "",
                some.get(2).signedAt(),
                Samples.NOON);
        activity.put(twin);
        activity.put(some.get(5).with(new Status.Mined(Samples.block(8)), Samples.NOON));
        activity.put(some.get(1).with(new Status.Mined(Samples.block(6)), Samples.NOON));

        ActivityPage first = activity.page(ActivityFilter.ALL, Optional.empty(), 5);
        assertThat(first.transactions())
                .extracting(OwnTransaction::hash)
                .containsExactly(
                        some.get(6).hash(),
                        some.get(5).hash(),
                        some.get(4).hash(),
                        some.get(3).hash(),
                        twin.hash());
        assertThat(activity.page(ActivityFilter.ALL, first.next(), 5).transactions())
                .extracting(OwnTransaction::hash)
                .containsExactly(
                        some.get(2).hash(), some.get(1).hash(), some.get(0).hash());
        assertThatThrownBy(() -> activity.page(ActivityFilter.ALL, Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(activity.withNonce(twin.chain(), twin.account(), twin.nonce()))
                .extracting(OwnTransaction::hash)
                .containsExactly(some.get(2).hash(), twin.hash());
        assertThat(activity.inBlocksFrom(Samples.OP, 6))
                .extracting(OwnTransaction::hash)
                .containsExactly(some.get(1).hash(), some.get(5).hash());
        assertThat(activity.unsettled())
                .extracting(OwnTransaction::nonce)
                .extracting(nonce -> nonce.value())
                .containsExactly(0L, 6L, 2L, 2L, 4L, 3L);
        assertThat(activity.everSentTo(Samples.address(5))).isTrue();
        assertThat(activity.everSentTo(Samples.address(4))).as("merely saved").isFalse();
        assertThat(activity.count(ActivityFilter.ALL)).isEqualTo(8);
    }
}
