package org.lifeboat.ui.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.ScriptedSource;
import org.lifeboat.ui.SilentSource;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.networks.NetworksScreen.KeptSource;
import org.lifeboat.ui.networks.NetworksScreen.Remark;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.tasks.Tasks;

class NetworksViewModelTest {
    private static final Duration TOOK = Duration.ofMillis(180);
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

    @Test
    void sources_ofWhichSomeAreSilent_areCounted() {
        KeptSource answers = kept("http://127.0.0.1:8545", health().answered(TOOK, Records.NOW));
        KeptSource silent = kept("http://127.0.0.1:8546", health().failed("no answer", false));
        KeptSource died = kept(
                "http://127.0.0.1:8547", health().answered(TOOK, Records.NOW).failed("no answer", false));
        KeptSource unasked = kept("http://127.0.0.1:8548", health());

        assertThat(NetworksViewModel.conditions(List.of(entry(answers, unasked))))
                .isEmpty();
        assertThat(NetworksViewModel.conditions(List.of(entry(answers, silent), entry(died, unasked))))
                .containsExactly(new Condition.Partial(1, 3, Condition.Of.SOURCES));
        assertThat(NetworksViewModel.conditions(List.of(entry(silent, died)))).containsExactly(new Condition.Offline());
    }

    @Test
    void answers_becomeOldOnceNoSourceWasHeardForLong() {
        Instant newest = Records.NOW.plusSeconds(60);
        NetworksScreen.Shown shown = new NetworksScreen.Shown(
                List.of(entry(
                        kept("http://127.0.0.1:8545", health().answered(TOOK, Records.NOW)),
                        kept("http://127.0.0.1:8546", health().answered(TOOK, newest)))),
                List.of(),
                new Remark.None());

        assertThat(shown.conditionsAt(newest.plus(NetworksScreen.OLD))).isEmpty();
        assertThat(shown.conditionsAt(newest.plus(NetworksScreen.OLD).plusSeconds(1)))
                .containsExactly(new Condition.Stale(newest, Condition.Of.SOURCES));
    }

    @Test
    void timePassed_showsHowSourcesAnsweredSince_andAsksNobody() {
        ScriptedSource source = new ScriptedSource(
                new SourceId(ETHEREUM, NODE),
                query -> query instanceof Query.ChainIdOf ? Optional.of(new Reply.Got<>(1L)) : Optional.empty());
        records.with(source);
        model.load();
        model.addSource(ETHEREUM, NODE, false);
        NetworksScreen before = model.screen().get();
        int asked = source.asked().size();

        model.timePassed();
        assertThat(model.screen().get()).as("nothing new, nothing drawn").isSameAs(before);
        source.refuted(new Refutation("BALANCE", Sheets.ONE.toChecksum(), "5", "2"));
        model.timePassed();

        assertThat(shown().conditions()).singleElement().isInstanceOf(Condition.Disagrees.class);
        assertThat(shown().remark()).as("what was said stays").isInstanceOf(Remark.Added.class);
        assertThat(source.asked()).hasSize(asked);
    }

    private static Health health() {
        return Health.UNKNOWN;
    }

    private static KeptSource kept(String url, Health health) {
        Endpoint endpoint =
                new Endpoint(new SourceId(ETHEREUM, url), new Endpoint.Consent.Given(Records.NOW, false), 0);
        return new KeptSource(endpoint, Optional.of(health), health.requests(), Optional.empty(), "ETH");
    }

    private static NetworksScreen.Entry entry(KeptSource... sources) {
        return new NetworksScreen.Entry(Sheets.ETHEREUM, List.of(sources), List.of(), List.of());
    }

    private NetworksScreen.Shown shown() {
        return (NetworksScreen.Shown) model.screen().get();
    }
}
