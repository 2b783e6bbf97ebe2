package org.lifeboat.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.network.Realm;
import org.lifeboat.engine.token.TokenFacts;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.world.PlayChain;

/// What makes a profile one of play money: a file in its folder, for good. Such a profile knows the sandbox's
/// network and no other; every other profile knows all but that.
public final class PlayMoney {
    /// Its name and unit stand beside every amount.
    public static final Network NETWORK = new Network(
            PlayChain.ID, "Lifeboat sandbox", "play ETH", new Network.Layer.L1(), true, Network.Origin.BUNDLED);

    private static final String MARK = "play-money";
    private static final String SENTENCE =
            "This is a Lifeboat profile of play money. Nothing in it is worth anything.\n";

    private PlayMoney() {}

    /// Whether the profile in that folder is one of play money.
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(MARK));
    }

    /// Makes the folder one for play money, if there is nothing in it yet.
    /// @return whether it is one now
    public static boolean mark(Path folder) throws IOException {
        if (isIn(folder)) {
            return true;
        }
        Files.createDirectories(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            if (files.iterator().hasNext()) {
                return false;
            }
        }
        Files.writeString(folder.resolve(MARK), SENTENCE, StandardCharsets.UTF_8);
        return true;
    }

    static Realm realm(boolean play) {
        return new Realm(Set.of(PlayChain.ID), play);
    }

    static NetworkRegistry registry(boolean play) {
        return play ? NetworkRegistry.only(List.of(NETWORK)) : NetworkRegistry.bundled();
    }

    /// Lets a profile of play money ask that sandbox, and no other, and shows its tokens. It is this
    /// computer's own, so nobody is asked for leave.
    /// @param url `http://127.0.0.1:PORT`
    public static void connect(Profile profile, String url) {
        profile.storage().sources().all().stream()
                .map(endpoint -> endpoint.id())
                .toList()
                .forEach(profile.networks()::removeEndpoint);
        Networks.EndpointOutcome outcome = profile.networks()
                .confirmEndpoint(PlayChain.ID, url, false, profile.clock().instant());
        if (!(outcome instanceof Networks.EndpointOutcome.Done)) {
            throw new IllegalArgumentException("no profile of play money, or no address of a sandbox: " + outcome);
        }
        for (PlayToken token : PlayToken.values()) {
            profile.tokens()
                    .add(
                            PlayChain.ID,
                            token.address(),
                            new TokenFacts(token.fullName(), token.symbol(), token.decimals()));
        }
    }
}
