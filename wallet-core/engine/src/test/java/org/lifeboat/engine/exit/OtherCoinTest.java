package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.fake.CountedChain;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.SpokenCode;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// An L2 whose gas is another coin than L1's: its amounts are not taken for ether.
class OtherCoinTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Address PORTAL = Hash32.ofNumber(0x10_001).toAddress();
    private static final Address SETTINGS = Hash32.ofNumber(0x10_002).toAddress();
    private static final Address FACTORY = Hash32.ofNumber(0x10_003).toAddress();
    private static final Network L1 =
            new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    private static final Network L2 = new Network(
            new ChainId(901),
            "L2",
            "ETH",
            new Network.Layer.L2(new ChainId(900), Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);

    private final FakeChain state = new FakeChain(900);
    private final Exits exits = new Exits(new InMemoryStorage(), InstantSource.system(), PATIENCE);
    private final SpokenCode settings = new SpokenCode().says("l2ChainId()", Hash32.ofNumber(901));

    OtherCoinTest() {
        state.at(PORTAL).code = new SpokenCode()
                .says("systemConfig()", SETTINGS.toWord())
                .says("disputeGameFactory()", FACTORY.toWord())
                .says("respectedGameType()", Hash32.ZERO)
                .says("proofMaturityDelaySeconds()", Hash32.ofNumber(600))
                .says("disputeGameFinalityDelaySeconds()", Hash32.ofNumber(300))
                .says("paused()", Hash32.ZERO)
                .code();
        state.at(FACTORY).code = new SpokenCode()
                .says("gameCount()", Hash32.ZERO)
                .says("initBonds(uint32)", Hash32.ofNumber(80))
                .code();
    }

    @Test
    void itsWayOut_isRefused_withThatReason() {
        state.at(SETTINGS).code =
                settings.says("isCustomGasToken()", Hash32.ofNumber(1)).code();
        ExitPlace place = place();

        assertThat(exits.bridge(place))
                .isInstanceOfSatisfying(
                        Exits.BridgeSeen.Silent.class,
                        silent -> assertThat(silent.why()).contains("custom gas token"));
        assertThat(Leaving.read(exits, place, List.of(PORTAL), PATIENCE))
                .isInstanceOfSatisfying(
                        Leaving.Silent.class, silent -> assertThat(silent.why()).contains("custom gas token"));
    }

    @Test
    void aChainOfEther_andContractsThatKnowNoOtherCoin_areRead() {
        state.at(SETTINGS).code = settings.code();
        assertThat(exits.bridge(place())).isInstanceOf(Exits.BridgeSeen.Read.class);

        state.at(SETTINGS).code =
                settings.says("isCustomGasToken()", Hash32.ZERO).code();
        assertThat(exits.bridge(place())).isInstanceOf(Exits.BridgeSeen.Read.class);
    }

    private ExitPlace place() {
        return new ExitPlace(L2, List.of(), L1, List.of(new CountedChain(state, 200)), PORTAL);
    }
}
