package org.lifeboat.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.name.Named;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.RecentRequests;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rpc.RpcSources;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.liar.Lie;
import org.lifeboat.testkit.liar.LyingProxy;
import org.lifeboat.testkit.liar.Personality;
import tools.jackson.databind.JsonNode;

/// Names, looked up in contracts of our own on a real node, and what liars make of them.
class NamesTest {
    private static final ChainId L1 = new ChainId(11_155_111);
    private static final ChainId L2 = new ChainId(11_155_420);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static AnvilNode node;
    private static LyingProxy liar;
    private static NameBooks books;
    private static Address alice;
    private static Address mallory;

    @BeforeAll
    static void start() {
        node = AnvilNode.l1(L1.value());
        books = new NameBooks(node);
        alice = Address.fromHex(node.accounts().getFirst());
        mallory = Address.fromHex(node.accounts().get(1));
        books.register("alice.eth", alice).called(alice, "alice.eth");
        books.called(mallory, "alice.eth");
        String wildcard = books.deploy("NameWildcard", CallData.words(alice));
        books.resolver("wild.eth", wildcard);
        books.resolver("away.eth", books.deploy("NameOffchain", ""));
        books.resolver("trap.eth", books.deploy("NameTrap", ""));
        books.resolver("empty.eth", books.records);
        liar = LyingProxy.inFrontOf(node.url());
    }

    @AfterEach
    void beHonest() {
        liar.tell(Lie.NONE).play(Personality.GENEROUS);
    }

    @AfterAll
    static void stop() {
        if (liar != null) {
            liar.close();
        }
        if (node != null) {
            node.close();
        }
    }

    private static Source source(URI url) {
        var quick = new org.lifeboat.rpc.Patience(
                2, Duration.ofMillis(1), Duration.ofMillis(1), RandomGenerator.getDefault(), Thread::sleep);
        var sources = new RpcSources(Route.DIRECT, new RecentRequests(10), quick, InstantSource.system());
        return ((SourceOpener.Opened.Ready) sources.open(new Endpoint(new SourceId(L1, url.toString()), false)))
                .source();
    }

    private static NameLookup.Place place(URI url, Optional<SyncStatus> verified) {
        Network sepolia = new Network(L1, "Sepolia", "ETH", new Network.Layer.L1(), true, Network.Origin.BUNDLED);
        return new NameLookup.Place(sepolia, List.of(source(url)), verified);
    }

    private static Named address(String name, ChainId chain) {
        return new NameLookup()
                .address(name, chain, place(node.url(), Optional.empty()), PATIENCE)
                .named();
    }

    private static Named name(Address address) {
        return new NameLookup()
                .name(address, place(node.url(), Optional.empty()), PATIENCE)
                .named();
    }

    private static Named.Why why(Named named) {
        return ((Named.Nothing) named).why();
    }

    /// What a light client would have verified: the newest block as signed, an older one as final.
    private static SyncStatus verified(long finalNumber) {
        return new SyncStatus(
                BeaconNetwork.SEPOLIA,
                SyncStatus.Phase.FOLLOWING,
                Optional.empty(),
                Optional.of(head("0x" + Long.toHexString(finalNumber))),
                Optional.of(head("latest")),
                Instant.now(),
                1_000);
    }

    private static VerifiedHead head(String block) {
        JsonNode json = node.rpc("eth_getBlockByNumber", "[\"" + block + "\",false]");
        BlockRef ref = new BlockRef(
                number(json, "number"), Hash32.fromHex(json.get("hash").stringValue()), number(json, "timestamp"));
        return new VerifiedHead(
                ref.number(),
                Hash32.ZERO,
                ref,
                Hash32.fromHex(json.get("stateRoot").stringValue()));
    }

    private static long number(JsonNode json, String member) {
        return Long.decode(json.get(member).stringValue());
    }

    private static long height() {
        return Long.decode(node.rpc("eth_blockNumber", "[]").stringValue());
    }

    @Test
    void aName_leadsToItsAddress_howeverItIsWritten() {
        assertThat(address(" ALICE.eth", L1)).isInstanceOfSatisfying(Named.Found.class, found -> {
            assertThat(found.name()).isEqualTo("alice.eth");
            assertThat(found.address()).isEqualTo(alice);
            assertThat(found.assurance()).isEqualTo(Assurance.MATCHED);
        });
    }

    @Test
    void anAddress_isCalledByItsName_onlyIfTheNameLeadsBack() {
        assertThat(name(alice))
                .isInstanceOfSatisfying(
                        Named.Found.class, found -> assertThat(found.name()).isEqualTo("alice.eth"));
        assertThat(name(mallory))
                .isEqualTo(new Named.Nothing(Named.Why.DISAGREES, List.of(mallory.toChecksum(), "alice.eth")));
        assertThat(why(name(Address.fromHex(node.accounts().get(5))))).isEqualTo(Named.Why.UNNAMED);
    }

    @Test
    void aNameThatIsNotInItsOneForm_isNotShown() {
        Address dressed = Address.fromHex(node.accounts().get(2));
        books.called(dressed, "Alice.eth");
        assertThat(why(name(dressed))).isEqualTo(Named.Why.BAD_NAME);
        books.called(dressed, "alic\u202ee.eth");
        assertThat(name(dressed))
                .isEqualTo(new Named.Nothing(Named.Why.BAD_NAME, List.of(dressed.toChecksum(), "alice.eth")));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody.eth, NO_RESOLVER",
        "empty.eth, NO_RECORD",
        "below.empty.eth, NO_RESOLVER", // only a resolver that says so answers for names below its own
        "trap.eth, BROKEN"
    })
    void whatHasNoAddress_saysWhy(String name, Named.Why why) {
        assertThat(why(address(name, L1))).isEqualTo(why);
    }

    @Test
    void aWildcard_answersForNamesBelowIt() {
        assertThat(address("anybody.wild.eth", L1))
                .isInstanceOfSatisfying(
                        Named.Found.class, found -> assertThat(found.address()).isEqualTo(alice));
    }

    @Test
    void aNameOnSomebodysServer_isRefusedWithTheHost_andTheHostIsNotAsked() {
        liar.forget();
        NameLookup.Place through = place(liar.url(), Optional.empty());
        Named named =
                new NameLookup().address("me.away.eth", L1, through, PATIENCE).named();

        assertThat(named)
                .isEqualTo(
                        new Named.Nothing(Named.Why.OFFCHAIN, List.of("me.away.eth", "names.example, mirror.example")));
        assertThat(liar.methods()).allMatch(method -> method.startsWith("eth_"));
    }

    @Test
    void anotherChain_getsItsOwnAddressOrTheOneForAll_neverEthereums() {
        books.register("everywhere.eth", alice);
        assertThat(address("everywhere.eth", L2))
                .isEqualTo(new Named.Nothing(
                        Named.Why.OTHER_CHAIN, List.of("everywhere.eth", L2.toString(), alice.toChecksum())));

        books.address("everywhere.eth", 0x8000_0000L, mallory);
        assertThat(address("everywhere.eth", L2)).isInstanceOfSatisfying(Named.Found.class, found -> {
            assertThat(found.address()).isEqualTo(mallory);
            assertThat(found.anyChain()).isTrue();
        });

        Address third = Address.fromHex(node.accounts().get(3));
        books.address("everywhere.eth", 0x8000_0000L | L2.value(), third);
        assertThat(address("everywhere.eth", L2)).isInstanceOfSatisfying(Named.Found.class, found -> {
            assertThat(found.address()).isEqualTo(third);
            assertThat(found.anyChain()).isFalse();
        });
        assertThat(address("everywhere.eth", L1))
                .isInstanceOfSatisfying(
                        Named.Found.class, found -> assertThat(found.address()).isEqualTo(alice));
    }

    @Test
    void underASignedHead_aNameIsAsFirmAsItsBlock_andAChangeIsTold() {
        books.register("bob.eth", alice);
        long before = height();
        node.mine(2);
        assertThat(found("bob.eth", verified(before))).satisfies(found -> {
            assertThat(found.assurance().level()).isEqualTo(Assurance.Level.FINAL);
            assertThat(found.earlier()).isEmpty();
        });

        books.address("bob.eth", 60, mallory);
        assertThat(found("bob.eth", verified(before))).satisfies(found -> {
            assertThat(found.address()).isEqualTo(mallory);
            assertThat(found.assurance().level()).isEqualTo(Assurance.Level.POSTED);
            assertThat(found.earlier()).contains(alice);
        });
    }

    private static Named.Found found(String name, SyncStatus verified) {
        return (Named.Found) new NameLookup()
                .address(name, L1, place(node.url(), Optional.of(verified)), PATIENCE)
                .named();
    }

    @Test
    void aServersWord_isNoLookup() {
        liar.play(Personality.NO_PROOFS);
        Named named = new NameLookup()
                .address("alice.eth", L1, place(liar.url(), Optional.empty()), PATIENCE)
                .named();
        assertThat(why(named)).isEqualTo(Named.Why.UNPROVEN);
    }

    @Test
    void whereThereIsNoService_nobodyIsAsked() {
        liar.forget();
        Network own = new Network(new ChainId(31_337), "Own", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
        Named named = new NameLookup()
                .address(
                        "alice.eth",
                        L1,
                        new NameLookup.Place(own, List.of(source(liar.url())), Optional.empty()),
                        PATIENCE)
                .named();
        assertThat(why(named)).isEqualTo(Named.Why.NO_SERVICE);
        assertThat(liar.requests()).isZero();
    }

    /// Whatever is told: the true address or none, and never a firmer word than was proven.
    @ParameterizedTest
    @EnumSource(
            value = Lie.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SLOW_DRIP", "ENDLESS_BODY"})
    void noLie_changesWhereANameLeads(Lie lie) {
        SyncStatus verified = verified(height());
        liar.tell(lie);

        Named named = new NameLookup()
                .address("alice.eth", L1, place(liar.url(), Optional.of(verified)), Duration.ofSeconds(2))
                .named();

        if (named instanceof Named.Found found) {
            assertThat(found.address()).isEqualTo(alice);
        } else {
            assertThat(named).isInstanceOf(Named.Nothing.class);
            assertThat(why(named)).isNotIn(Named.Why.NO_RECORD, Named.Why.NO_RESOLVER);
        }
    }
}
