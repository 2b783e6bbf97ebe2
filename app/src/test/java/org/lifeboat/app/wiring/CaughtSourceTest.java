package org.lifeboat.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.engine.source.RecentRequests;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.liar.Lie;
import org.lifeboat.testkit.liar.LyingProxy;

/// A source that was caught is not believed by a later run of the program, is named there with the reason, and is
/// asked again only on the user's word.
class CaughtSourceTest {
    private static final ChainId CHAIN = new ChainId(31_337);

    private static AnvilNode node;
    private static LyingProxy liar;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        node = AnvilNode.l1(CHAIN.value());
        node.mine(1);
        liar = LyingProxy.inFrontOf(node.url());
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            liar.close();
            node.close();
        }
    }

    /// One run of the program: opens the profile, reads once, and ends.
    private NetworkReport run() throws InterruptedException {
        try (Profile profile = profile();
                Online online = new Online(profile, Route.DIRECT, new RecentRequests(10))) {
            Network network = profile.networks().find(CHAIN).orElseThrow();
            Watch watch = new Watch(
                    network,
                    online.sources(CHAIN),
                    List.of(Address.fromHex(node.accounts().getFirst())),
                    List.of());
            return new Balances(profile.storage().balances(), profile.clock())
                    .refresh(List.of(watch), Patience.SLOW_LINE, _ -> {})
                    .networks()
                    .getFirst();
        }
    }

    private Profile profile() {
        return ((Profile.Opened.Ready) Profile.open(folder)).profile();
    }

    @Test
    void laterRun_doesNotBelieveIt_untilTheUserDoes() throws InterruptedException {
        SourceId id = new SourceId(CHAIN, liar.url().toString());
        try (Profile profile = profile()) {
            profile.networks().add(new NetworkDraft(CHAIN, "Local", "ETH", new Network.Layer.L1(), true));
            profile.networks()
                    .confirmEndpoint(CHAIN, id.url(), false, profile.clock().instant());
        }
        liar.tell(Lie.BALANCE);
        assertThat(run().disagreements()).hasSize(1);

        liar.tell(Lie.NONE).forget();
        NetworkReport later = run();

        assertThat(liar.requests()).isZero();
        assertThat(later.state()).isInstanceOf(NetworkReport.State.Unread.class);
        assertThat(later.disagreements()).hasSize(1);
        assertThat(later.disagreements().getFirst().source()).isEqualTo(id);
        assertThat(later.disagreements().getFirst().contradiction().what()).isEqualTo(Contradiction.What.BALANCE);

        try (Profile profile = profile()) {
            assertThat(profile.networks().caught(id)).isPresent();
            profile.networks().trustAgain(id);
            assertThat(profile.networks().caught(id)).isEqualTo(Optional.empty());
        }
        NetworkReport again = run();
        assertThat(again.complete()).isTrue();
        assertThat(again.disagreements()).isEmpty();
    }
}
