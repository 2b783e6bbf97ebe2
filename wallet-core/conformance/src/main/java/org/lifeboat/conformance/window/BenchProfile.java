package org.lifeboat.conformance.window;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.vault.Created;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.UnlockedVault;

/// A profile to measure with: a locked vault, accounts, networks with sources, and transactions.
final class BenchProfile {
    static final String PASSWORD = "a password for measuring";

    /// The first of the well-known test accounts. Source: Foundry book, "anvil", default accounts.
    private static final Address RICH = Address.fromHex("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");

    private static final int SIGNED_BYTES = 118;
    private static final long FIRST_CHAIN = 70_000;

    private BenchProfile() {}

    /// @param url of the source of a chain
    static void make(Path folder, int networks, int transactions, LongFunction<String> url) {
        if (!(Profile.open(folder) instanceof Profile.Opened.Ready(Profile profile))) {
            throw new IllegalStateException("a new folder is no profile");
        }
        try (profile) {
            switch (profile.vault().create(Secret.take(PASSWORD.toCharArray()))) {
                case Created.Done(UnlockedVault vault) -> vault.close();
                case Created.AlreadyThere _, Created.EmptyPassword _, Created.NotOpened _, Created.NotSaved _ ->
                    throw new IllegalStateException("no vault was made");
            }
            profile.accounts().add(RICH, "Account 1", new Account.Kind.WatchOnly());
            for (int i = 0; i < networks; i++) {
                network(profile.networks(), FIRST_CHAIN + i, url);
            }
            profile.storage().atomically(() -> {
                for (int i = 0; i < transactions; i++) {
                    profile.storage().activity().put(transaction(i, networks));
                }
                return transactions;
            });
        }
    }

    private static void network(Networks networks, long chain, LongFunction<String> url) {
        ChainId id = new ChainId(chain);
        networks.add(new NetworkDraft(id, "Network " + chain, "ETH", new Network.Layer.Unstated(), true));
        networks.confirmEndpoint(id, url.apply(chain), false, Instant.EPOCH);
    }

    private static OwnTransaction transaction(int number, int networks) {
        Instant at = Instant.ofEpochSecond(1_600_000_000L + number * 60L);
        BlockRef block = new BlockRef(number, Hash32.ofNumber(number), at.getEpochSecond());
        return new OwnTransaction(
                new ChainId(FIRST_CHAIN + number % networks),
                Hash32.ofNumber(1_000_000L + number),
                RICH,
                new Nonce(number),
                OwnTransaction.Kind.SEND,
                Bytes.of(new byte[SIGNED_BYTES]),
                Optional.of(Hash32.ofNumber(number % 997).toAddress()),
                new OwnTransaction.Asset.Coin("ETH"),
                BigInteger.valueOf(1_000_000_007L).multiply(BigInteger.valueOf(number)),
                FeeParts.ofExecution(Wei.of(31_500_000_000_000L)),
                Optional.of(FeeParts.ofExecution(Wei.of(21_000_000_000_000L))),
                new Status.Mined(block),
                "",
                at,
                at);
    }
}
