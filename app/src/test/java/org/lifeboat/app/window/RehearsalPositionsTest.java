package org.lifeboat.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.WindowWallet;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.drills.DrillsScreen;
import org.lifeboat.ui.drills.WalletDrills;

/// With what an account can be rehearsed, by what was read last.
class RehearsalPositionsTest {
    private static final ChainId L2 = new ChainId(10);
    private static final Address OWNER = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");

    @TempDir
    Path folder;

    private Profile profile;
    private WindowWallet wallet;

    @BeforeEach
    void open() {
        profile = ((Profile.Opened.Ready) Profile.open(folder.resolve("profile"))).profile();
        profile.accounts().add(OWNER, "Ada", new Account.Kind.WatchOnly());
        profile.networks().confirmEndpoint(L2, "http://127.0.0.1:1", false, NOW);
        wallet = new WindowWallet(profile);
    }

    @AfterEach
    void close() {
        wallet.close();
        profile.close();
    }

    private void read(Optional<Address> token, long units) {
        profile.storage()
                .balances()
                .put(new StoredReading(
                        L2,
                        OWNER,
                        token,
                        new Assurance(Assurance.Level.POSTED, Set.of()),
                        new BlockRef(7, Hash32.ZERO, NOW.getEpochSecond()),
                        BigInteger.valueOf(units),
                        NOW,
                        profile.storage().sources().all().getFirst().id()));
    }

    private Token token() {
        return profile.tokens().of(L2).getFirst();
    }

    @Test
    void anAccountThatHoldsTokensAlone_canBeRehearsedWith() {
        read(Optional.empty(), 0);
        read(Optional.of(token().contract()), 250);

        assertThat(new WalletDrills(wallet).positions()).singleElement().satisfies(position -> {
            assertThat(position.held()).isEqualTo(Wei.ZERO);
            assertThat(position.tokens()).containsExactly(new DrillsScreen.TokenHeld(token(), BigInteger.valueOf(250)));
        });
    }

    @Test
    void whoeverHoldsNothing_cannot() {
        read(Optional.empty(), 0);
        read(Optional.of(token().contract()), 0);

        assertThat(new WalletDrills(wallet).positions()).isEmpty();
    }
}
