package org.lifeboat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.SourceStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

class OpeningTest {
    private static final Address SAVINGS = Address.fromHex("0x000000000000000000000000000000000000dead");

    @TempDir
    Path folder;

    /// Files of every older schema, as SQL text, are kept for ever and must open.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void olderFile_isMigrated_andKeepsItsRecords(int version) throws Exception {
        Path file = folder.resolve("records.db");
        fill(file, resource("schema-%03d.sql".formatted(version)));

        try (ProfileStore store = Samples.open(file)) {
            assertThat(store.accounts().all())
                    .containsExactly(
                            new Account(SAVINGS, "Savings", new Account.Kind.Derived("m/44'/60'/0'/0/0"), 0, false));
            assertThat(store.networks().all())
                    .containsExactly(new Network(
                            new ChainId(901),
                            "Devnet",
                            "ETH",
                            new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK),
                            true,
                            Network.Origin.USER));
            assertThat(store.sources().capabilities(new SourceId(new ChainId(901), "http://127.0.0.1:8545")))
                    .contains(new SourceStore.Measured("{}", Samples.NOON));
            assertThat(store.tokens().all()).hasSize(1);
            if (version >= 2) {
                assertThat(store.balances().all()).hasSize(1);
                assertThat(store.activity().count(ActivityFilter.ALL)).isEqualTo(1);
                assertThat(store.contacts().all())
                        .containsExactly(
                                new Contact("Ann", SAVINGS, Set.of(ChainId.ETHEREUM), "", Optional.of(Samples.NOON)));
            }
            if (version >= 3) {
                assertThat(store.settings().find("language")).contains("zh");
                assertThat(store.evidence().all()).hasSize(1);
            }
            if (version >= 4) {
                assertThat(store.sources()
                                .healthOf(new SourceId(new ChainId(901), "http://127.0.0.1:8545"))
                                .caught())
                        .contains(Samples.CAUGHT);
            }
            assertThat(store.requests().newest(9)).hasSize(version >= 5 ? 1 : 0);
            if (version >= 6) {
                assertThat(store.sync().endpoints(ChainId.ETHEREUM)).hasSize(1);
                assertThat(store.sync().config(new ChainId(901))).contains("{}");
                assertThat(store.sync().checkpoint(ChainId.ETHEREUM)).isPresent();
                assertThat(store.sync().messages(ChainId.ETHEREUM)).hasSize(1);
            }
            assertThat(store.plans().all()).hasSize(version >= 7 ? 1 : 0);
            store.settings().put("works", "yes");
        }
        assertThat(version(file)).isEqualTo(Schema.NEWEST);
    }

    @Test
    void newerFile_isRefusedUntouched() throws Exception {
        Path file = folder.resolve("records.db");
        fill(file, "PRAGMA application_id = 1279414100; CREATE TABLE future (a); PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(file);

        assertThat(ProfileStore.open(file)).isEqualTo(new Opening.UpdateNeeded(99, Schema.NEWEST));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void fileOfAnotherProgram_isRefused() throws Exception {
        Path file = folder.resolve("records.db");
        fill(file, "CREATE TABLE bookmarks (a)");

        assertThat(ProfileStore.open(file)).isInstanceOf(Opening.Damaged.class);
        Files.writeString(file, "Dear diary, this is no database at all. ".repeat(200));
        assertThat(ProfileStore.open(file)).isInstanceOf(Opening.Damaged.class);
    }

    @Test
    void damagedFile_isNotTouched_andMovedAsideOnlyOnRequest() throws Exception {
        Path file = folder.resolve("records.db");
        try (ProfileStore store = Samples.open(file)) {
            for (int i = 0; i < 500; i++) {
                store.activity().put(Samples.transaction(i));
            }
        }
        byte[] damaged = Files.readAllBytes(file);
        // Page 1 stays whole, so that the file looks like one of ours.
        Arrays.fill(damaged, 8_192, damaged.length - 8_192, (byte) 0x5a);
        Files.write(file, damaged);

        assertThat(ProfileStore.open(file)).isInstanceOf(Opening.Damaged.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);

        Path aside = ProfileStore.moveAside(file, Samples.NOON);
        assertThat(aside.getFileName().toString()).isEqualTo("records.db.damaged-20261121-120000-123");
        assertThat(Files.readAllBytes(aside)).isEqualTo(damaged);
        try (ProfileStore store = Samples.open(file)) {
            assertThat(store.activity().count(ActivityFilter.ALL)).isZero();
        }
    }

    private static void fill(Path file, String script) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String part : script.split(";\\s*(\\n|$)|; ")) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
        }
    }

    private static int version(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA user_version")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static String resource(String name) throws Exception {
        try (var text = OpeningTest.class.getResourceAsStream(name)) {
            assertThat(text).as(name).isNotNull();
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
