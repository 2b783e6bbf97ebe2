package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.abi.OpL1Block;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.AssetGroup;
import org.lifeboat.engine.fake.CountedChain;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.fake.SpokenCode;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.network.OwnCoins;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
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
    private final InMemoryStorage storage = new InMemoryStorage();
    private final Exits exits = new Exits(storage, InstantSource.system(), PATIENCE);
    private final SpokenCode settings = new SpokenCode().says("l2ChainId()", Hash32.ofNumber(901));

    OtherCoinTest() {
        storage.networks().put(L1);
        storage.networks().put(L2);
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

    @Test
    void itsCoin_isCalledAsItsSettingsCallIt_alsoAtTheNextStart_andIsAddedToNoEther() {
        assertThat(named()).isEqualTo(L2);
        look(settings.says("isCustomGasToken()", Hash32.ofNumber(1)).says("gasPayingTokenSymbol()", text("TIA")));

        assertThat(named().coinSymbol()).isEqualTo("TIA");
        assertThat(new Asset.Coin(named()).group())
                .as("whatever it is called")
                .isEqualTo(new AssetGroup.Alone(L2.chain(), Optional.empty()));
        assertThat(networks().all()).extracting(Network::coinSymbol).containsExactly("ETH", "TIA");
    }

    @Test
    void aCoinWithoutAName_orThatCallsItselfEther_hasAWordOfItsOwn() {
        settings.says("isCustomGasToken()", Hash32.ofNumber(1));
        for (String name :
                List.of("", "ETH", " eth", "Ether", "E.T.H", "\u0415TH", "a very long symbol", "\u202eHTE")) {
            look(settings.says("gasPayingTokenSymbol()", text(name)));
            assertThat(named().coinSymbol()).as(name).isEqualTo(OwnCoins.UNNAMED);
        }
        assertThat(named().ownCoin()).isTrue();
        look(settings.says("gasPayingTokenSymbol()", text("stETH")));
        assertThat(named().coinSymbol()).isEqualTo("stETH");
    }

    @Test
    void whatTheUserCalledIt_stays() {
        storage.networks().put(new Network(L2.chain(), "L2", "CELO", L2.layer(), true, Network.Origin.USER));
        look(settings.says("isCustomGasToken()", Hash32.ofNumber(1)).says("gasPayingTokenSymbol()", text("TIA")));
        assertThat(named().coinSymbol()).isEqualTo("CELO");
    }

    /// Newer settings name no coin; the L2 does.
    @Test
    void itsNameOnTheLayer2_isTaken_whereItIsProven() {
        FakeChain above = new FakeChain(901);
        above.at(OpL1Block.ADDRESS).code =
                new SpokenCode().says("gasPayingTokenSymbol()", text("CGT")).code();
        CountedChain server = new CountedChain(above, 200);
        state.at(SETTINGS).code =
                settings.says("isCustomGasToken()", Hash32.ofNumber(1)).code();

        exits.bridge(new ExitPlace(L2, List.of(server), L1, List.of(new CountedChain(state, 200)), PORTAL));

        assertThat(named().coinSymbol()).isEqualTo("CGT");
    }

    @Test
    void whatNobodyProves_isNotKept_andWhatL1TakesBackIsForgotten() {
        state.at(SETTINGS).code =
                settings.says("isCustomGasToken()", Hash32.ofNumber(1)).code();
        FakeSource unproven = new FakeSource(state, "unproven");
        unproven.twist((query, reply) -> query instanceof Query.ProofOf
                ? new Reply.Refused<>(-32_601, "no such method", Optional.empty())
                : reply);
        exits.bridge(new ExitPlace(L2, List.of(), L1, List.of(unproven), PORTAL));
        assertThat(named()).isEqualTo(L2);

        look(settings);
        assertThat(named().coinSymbol()).isEqualTo(OwnCoins.UNNAMED);
        look(settings.says("isCustomGasToken()", Hash32.ZERO));
        assertThat(named()).isEqualTo(L2);
    }

    private void look(SpokenCode spoken) {
        state.at(SETTINGS).code = spoken.code();
        exits.bridge(place());
    }

    /// As a contract hands out a string of less than a word.
    private static Hash32[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Hash32 letters = Hash32.of(Arrays.copyOf(bytes, Hash32.SIZE));
        return new Hash32[] {Hash32.ofNumber(Hash32.SIZE), Hash32.ofNumber(bytes.length), letters};
    }

    private Network named() {
        return networks().find(L2.chain()).orElseThrow();
    }

    /// As at a start.
    private Networks networks() {
        return new Networks(NetworkRegistry.only(List.of()), storage);
    }

    private ExitPlace place() {
        return new ExitPlace(L2, List.of(), L1, List.of(new CountedChain(state, 200)), PORTAL);
    }
}
