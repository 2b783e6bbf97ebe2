package org.lifeboat.engine.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.fake.CountedChain;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.SpokenCode;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;

/// How much ten chains ask for, by counting: not more than a request to each chain, the L1 included, in a round.
class RequestsOfTheMonitorTest {
    private static final int CHAINS = 10;
    private static final ChainId L1 = new ChainId(900);
    private static final long WINDOW = 3_600;

    private final FakeChain state = new FakeChain(L1.value());
    private final List<CountedChain> servers = new ArrayList<>();
    private final List<ChainMonitor.Place> places = new ArrayList<>();
    private final InMemoryStorage storage = new InMemoryStorage();

    @Test
    void tenChains_areARequestEachInARound_andOneForTheirL1() throws InterruptedException {
        for (int i = 0; i < CHAINS; i++) {
            standIn(i);
        }
        CountedChain l1 = new CountedChain(state, 200);
        for (int i = 0; i < CHAINS; i++) {
            CountedChain server = new CountedChain(new FakeChain(chain(i).value()), 60);
            servers.add(server);
            places.add(new ChainMonitor.Place(place(i, server, l1), WINDOW, List.of()));
        }
        ChainMonitor monitor = new ChainMonitor(
                storage.settings(),
                InstantSource.fixed(Instant.ofEpochSecond(l1.header(200).unixSeconds() + 2)),
                Duration.ofSeconds(20));

        settle(monitor, l1);
        for (int round = 0; round < 20; round++) {
            l1.grow(201 + round);
            long newest = 61 + round;
            servers.forEach(server -> server.grow(newest));
            List<ChainMonitor.Seen> seen = monitor.round(places);
            seen.forEach(monitor::remember);

            assertThat(seen).hasSize(CHAINS).allSatisfy(one -> {
                assertThat(one.now().bridge()).as("its bridge was read").isPresent();
                assertThat(one.now().batches()).as("its batcher is known").isPresent();
                assertThat(one.disagreements()).isEmpty();
            });
            assertThat(l1.requests()).as("L1, round %s", round).hasSize(1);
            servers.forEach(server -> assertThat(server.requests()).hasSize(1));
        }
    }

    /// A batch comes with each look, so that nothing has to be asked of earlier blocks.
    private void settle(ChainMonitor monitor, CountedChain l1) throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            monitor.round(places).forEach(monitor::remember);
        }
        l1.requests();
        servers.forEach(CountedChain::requests);
    }

    private ExitPlace place(int number, CountedChain server, CountedChain l1) {
        Network ethereum = new Network(L1, "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
        Network l2 = new Network(
                chain(number),
                "L2 " + number,
                "ETH",
                new Network.Layer.L2(L1, Network.Stack.OP_STACK),
                true,
                Network.Origin.USER);
        return new ExitPlace(l2, List.of(server), ethereum, List.of(l1), at(number, 1), Optional.empty());
    }

    private static ChainId chain(int number) {
        return new ChainId(1_000 + number);
    }

    private static Address at(int number, int contract) {
        return Hash32.ofNumber(0x10_000 + 16L * number + contract).toAddress();
    }

    /// Stand-ins for the contracts of one bridge, with the ABI of op-contracts 4 and later, and no root yet.
    private void standIn(int number) {
        Address portal = at(number, 1);
        Address factory = at(number, 2);
        Address registry = at(number, 3);
        Address config = at(number, 4);
        Address stopper = at(number, 5);
        Address batcher = at(number, 6);
        state.at(portal).code = new SpokenCode()
                .says("anchorStateRegistry()", registry.toWord())
                .says("systemConfig()", config.toWord())
                .says("disputeGameFactory()", factory.toWord())
                .says("superchainConfig()", stopper.toWord())
                .says("respectedGameType()", Hash32.ZERO)
                .says("proofMaturityDelaySeconds()", Hash32.ofNumber(604_800))
                .says("disputeGameFinalityDelaySeconds()", Hash32.ofNumber(302_400))
                .says("paused()", Hash32.ZERO)
                .code();
        state.at(factory).code = new SpokenCode()
                .says("gameCount()", Hash32.ZERO)
                .says("initBonds(uint32)", Hash32.ofNumber(80))
                .code();
        state.at(registry).code = new SpokenCode()
                .says("getAnchorRoot()", Hash32.ofNumber(7), Hash32.ofNumber(5))
                .code();
        state.at(config).code = new SpokenCode()
                .says("l2ChainId()", Hash32.ofNumber(chain(number).value()))
                .says("batcherHash()", batcher.toWord())
                .code();
        state.at(stopper).code = new SpokenCode().says("paused()", Hash32.ZERO).code();
        state.at(batcher).nonce = new Nonce(1_000 + number);
    }
}
