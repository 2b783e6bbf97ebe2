package org.lifeboat.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.SilentSource;
import org.lifeboat.ui.networks.NetworksScreen.Remark;
import org.lifeboat.ui.tasks.Tasks;

class NetworksViewModelTest {
    private static final ChainId ETHEREUM = new ChainId(1);
    private static final String NODE = "http://127.0.0.1:8545";

    private final Records records = new Records();
    private final NetworksViewModel model = new NetworksViewModel(records, Tasks.immediate());

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void brokenDisk_isNotWaitedForWithoutEnd() {
        records.close();
        model.load();

        assertThat(model.screen().get()).isEqualTo(new NetworksScreen.Unreadable());
    }

    @Test
    void source_isKeptOnceItAnsweredAsThisNetwork() {
        records.with(new SilentSource(new SourceId(ETHEREUM, NODE), 1));
        model.load();
        assertThat(shown().nobodyAsked()).isTrue();

        model.addSource(ETHEREUM, NODE, false);

        assertThat(shown().remark()).isInstanceOf(Remark.Added.class);
        assertThat(records.networks().confirmedEndpoints(ETHEREUM)).hasSize(1);
        assertThat(records.measured()).containsExactly(new SourceId(ETHEREUM, NODE));
    }

    @Test
    void source_ofAnotherChainIsNotKept() {
        records.with(new SilentSource(new SourceId(ETHEREUM, NODE), 5));
        model.load();
        model.addSource(ETHEREUM, NODE, false);

        assertThat(shown().remark()).isEqualTo(new Remark.OtherChain(new SourceId(ETHEREUM, NODE), 5));
        assertThat(records.measured()).isEmpty();
        assertThat(records.networks().confirmedEndpoints(ETHEREUM)).isEmpty();
    }

    @Test
    void source_thatIsGivenUpIsNotKept_evenIfItAnswersAfterAll() {
        LaterTasks later = new LaterTasks();
        NetworksViewModel patient = new NetworksViewModel(records, later);
        records.with(new SilentSource(new SourceId(ETHEREUM, NODE), 1));
        patient.load();
        later.runAll();
        patient.addSource(ETHEREUM, NODE, false);
        patient.giveUp();
        later.runAll();

        assertThat(records.networks().confirmedEndpoints(ETHEREUM)).isEmpty();
        assertThat(((NetworksScreen.Shown) patient.screen().get()).remark()).isEqualTo(new Remark.None());
    }

    @Test
    void source_thatIsSilentIsNotKept() {
        model.load();
        model.addSource(ETHEREUM, NODE, false);

        assertThat(shown().remark()).isInstanceOf(Remark.NoAnswer.class);
        assertThat(records.networks().confirmedEndpoints(ETHEREUM)).isEmpty();
    }

    @Test
    void openWay_isNotEvenAskedBeforeTheUserAgrees() {
        model.load();
        model.addSource(ETHEREUM, "http://node.example", false);

        assertThat(shown().remark()).isEqualTo(new Remark.Insecure(ETHEREUM, "http://node.example"));
        assertThat(records.asked()).isEmpty();
    }

    @Test
    void network_ofTheUsersIsAddedWithItsSourceAndWarned() {
        ChainId chain = new ChainId(31_337);
        records.with(new SilentSource(new SourceId(chain, NODE), 31_337));
        model.load();
        model.addNetwork(new NetworkDraft(chain, "Mine", "ETH", new Network.Layer.Unstated(), true), NODE, false);

        assertThat(shown().remark())
                .isInstanceOfSatisfying(
                        Remark.Added.class, added -> assertThat(added.notices()).isNotEmpty());
        model.removeNetwork(chain);
        assertThat(records.networks().find(chain)).isEmpty();
    }

    private NetworksScreen.Shown shown() {
        return (NetworksScreen.Shown) model.screen().get();
    }
}
