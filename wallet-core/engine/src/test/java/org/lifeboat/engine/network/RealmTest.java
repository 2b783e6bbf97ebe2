package org.lifeboat.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.ChainId;

/// Real money and play money in one set of records, as a backup from the other side would leave them.
class RealmTest {
    private static final ChainId PLAY = new ChainId(4_242);
    private static final ChainId REAL = new ChainId(31_337);
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Network SANDBOX =
            new Network(PLAY, "Sandbox", "play ETH", new Network.Layer.L1(), true, Network.Origin.BUNDLED);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final Networks play =
            new Networks(NetworkRegistry.only(List.of(SANDBOX)), storage, new Realm(Set.of(PLAY), true));
    private final Networks real = new Networks(NetworkRegistry.bundled(), storage, new Realm(Set.of(PLAY), false));

    @Test
    void additionOfTheOtherMoney_isRefused() {
        assertThat(real.add(draft(PLAY))).isEqualTo(new Networks.Outcome.OtherMoney(PLAY));
        assertThat(play.add(draft(REAL))).isEqualTo(new Networks.Outcome.OtherMoney(REAL));
        assertThat(storage.networks().all()).isEmpty();
        assertThat(real.add(draft(REAL))).isInstanceOf(Networks.Outcome.Done.class);
    }

    @Test
    void whatTheRecordsHoldOfTheOtherMoney_isNeitherFoundNorAsked() {
        real.add(draft(REAL));
        real.confirmEndpoint(REAL, "http://127.0.0.1:1", false, NOW);
        play.confirmEndpoint(PLAY, "http://127.0.0.1:2", false, NOW);

        assertThat(play.all()).containsExactly(SANDBOX);
        assertThat(play.find(REAL)).isEmpty();
        assertThat(play.confirmedEndpoints(REAL)).isEmpty();
        assertThat(play.watched()).containsExactly(SANDBOX);

        assertThat(real.all()).extracting(Network::chain).contains(REAL).doesNotContain(PLAY);
        assertThat(real.confirmedEndpoints(PLAY)).isEmpty();
        assertThat(real.watched()).extracting(Network::chain).containsExactly(REAL);
    }

    @Test
    void endpointOfTheOtherMoney_isNotKept() {
        assertThat(real.confirmEndpoint(PLAY, "http://127.0.0.1:1", false, NOW))
                .isEqualTo(new Networks.EndpointOutcome.UnknownNetwork(PLAY));
        assertThat(play.confirmEndpoint(new ChainId(1), "http://127.0.0.1:1", false, NOW))
                .isEqualTo(new Networks.EndpointOutcome.UnknownNetwork(new ChainId(1)));
    }

    private static NetworkDraft draft(ChainId chain) {
        return new NetworkDraft(chain, "Mine", "ETH", new Network.Layer.L1(), true);
    }
}
