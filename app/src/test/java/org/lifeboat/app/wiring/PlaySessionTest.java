package org.lifeboat.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.exit.ExitEvidenceFile;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.sandbox.Sandbox;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.world.PlayChain;
import org.lifeboat.sandbox.world.PlayWorld;
import org.lifeboat.testkit.anvil.NodeClient;

/// The wallet's own path, from HTTP to the light client, against the sandbox of *Try without money*.
class PlaySessionTest {
    private static final Address OWNER = Address.fromHex("0x00000000000000000000000000000000000a11ce");

    private PlaySession session;
    private L1Node l1;
    private Online online;

    @BeforeEach
    void open() throws IOException {
        session = PlaySession.open();
        l1 = session.sandbox().l1();
        Account account = new Account(OWNER, "Mine", new Account.Kind.WatchOnly(), 0, false);
        session.profile().storage().accounts().put(account);
        session.giveToNewAccounts();
        online = new Online(session.profile(), Route.DIRECT, _ -> {});
    }

    @AfterEach
    void close() throws IOException {
        online.close();
        session.close();
    }

    private Row refresh() throws InterruptedException {
        Balances balances = new Balances(
                session.profile().storage().balances(), session.profile().clock(), online.vouching());
        Watch watch = new Watch(PlayMoney.NETWORK, online.sources(PlayChain.ID), List.of(OWNER), List.of());
        return balances.refresh(List.of(watch), Patience.SLOW_LINE, _ -> {})
                .networks()
                .getFirst()
                .rows()
                .getFirst();
    }

    private static Figure.Known newest(Row row) {
        assertThat(row.newest()).isInstanceOf(Figure.Known.class);
        return (Figure.Known) row.newest();
    }

    private static Figure.Known vouched(Row row) {
        assertThat(row.vouched()).isInstanceOf(Vouched.Known.class);
        return ((Vouched.Known) row.vouched()).figure();
    }

    /// Until the newest block's slot is over.
    private void aMoment() {
        l1.clock().advance(Duration.ofSeconds(10));
    }

    @Test
    void aGift_isPostedAndThenFinal() throws InterruptedException {
        aMoment();
        Row fresh = refresh();
        assertThat(newest(fresh).amount().units()).isEqualTo(PlayWorld.ether(10).value());
        assertThat(newest(fresh).assurance().level()).isEqualTo(Assurance.Level.POSTED);

        l1.finaliseNewest();
        aMoment();
        Row later = refresh();

        assertThat(vouched(later).assurance().level()).isEqualTo(Assurance.Level.FINAL);
        assertThat(vouched(later).block()).isEqualTo(newest(fresh).block());
    }

    @Test
    void aReorganisation_takesTheFigureBack_andTheNewOneBecomesFinal() throws InterruptedException {
        aMoment();
        assertThat(newest(refresh()).assurance().level()).isEqualTo(Assurance.Level.POSTED);
        session.sandbox().faucet().giveCoins(OWNER, PlayWorld.ether(5));
        aMoment();
        Row before = refresh();

        l1.reorganise(1, false).orElseThrow();
        aMoment();
        Row after = refresh();

        assertThat(newest(before).amount().units())
                .isEqualTo(PlayWorld.ether(15).value());
        assertThat(newest(after).amount().units()).isEqualTo(PlayWorld.ether(10).value());
        assertThat(newest(after).assurance().level()).isEqualTo(Assurance.Level.POSTED);
        assertThat(session.profile().storage().balances().of(PlayChain.ID, OWNER))
                .noneMatch(reading -> reading.block().equals(newest(before).block())
                        && reading.assurance().level() != Assurance.Level.CLAIMED);
        l1.finaliseNewest();
        aMoment();
        Row later = refresh();
        assertThat(vouched(later).assurance().level()).isEqualTo(Assurance.Level.FINAL);
        assertThat(vouched(later).amount()).isEqualTo(newest(after).amount());
        assertThat(l1.history().find(vouched(later).block().hash())).isPresent();
    }

    @Test
    void aNewcomer_findsAnExitUnderWay_thatPaysOutToHim() {
        aMoment();
        session.sandbox().rollup().turn();
        Exits exits = new Exits(session.profile().storage(), session.profile().clock(), Duration.ofSeconds(20));
        Exits.Plan plan = exits.all().getFirst();
        ExitPlace place = online.exitPlace(PlayMoney.ROLLUP).orElseThrow();

        assertThat(exits.all()).hasSize(1);
        assertThat(plan.account()).isEqualTo(OWNER);
        assertThat(plan.state().target()).isEqualTo(OWNER);
        assertThat(plan.state().amount()).isEqualTo(PlayWorld.ether(1));
        ExitReport report = ExitReport.of(exits.look(plan, place));
        assertThat(report.stage())
                .as("%s", report)
                .isIn(ExitStage.NO_ROOT_BUT_OWN, ExitStage.ROOT_TOO_NEW, ExitStage.CAN_PROVE);
        assertThat(new Activity(session.profile().storage()).everything(ActivityFilter.ALL))
                .as("nothing was signed for anybody here")
                .isEmpty();
        session.giveToNewAccounts();
        assertThat(exits.all()).hasSize(1);
    }

    @Test
    void aNewcomersExit_canBeKeptInAFile_andOpenedAgain() {
        Storage storage = session.profile().storage();
        Exits exits = new Exits(storage, session.profile().clock(), Duration.ofSeconds(20));
        Exits.Plan plan = exits.all().getFirst();
        Bytes file = ExitEvidenceFile.write(storage, plan).orElseThrow();
        exits.forget(plan.id());

        assertThat(ExitEvidenceFile.read(file, storage, exits))
                .isInstanceOfSatisfying(ExitEvidenceFile.Read.Taken.class, taken -> {
                    assertThat(taken.fresh()).isTrue();
                    assertThat(taken.plan().state().withdrawal())
                            .isEqualTo(plan.state().withdrawal());
                });
    }

    @Test
    void whatTellsEachRollupFromOthers_isKnown_soThatItsRootsCanBeChecked() {
        Rollups rollups = new Rollups(
                NetworkRegistry.bundled(), session.profile().storage().settings());
        for (int i = 0; i < PlayMoney.ROLLUPS.size(); i++) {
            RollupConfig there = session.sandbox().rollups().get(i).rollup().config();
            RollupConfig known = rollups.find(PlayMoney.ROLLUPS.get(i)).orElseThrow();

            assertThat(known.chain().id()).isEqualTo(there.chain().id());
            assertThat(known.chain().blockSeconds()).isEqualTo(there.chain().blockSeconds());
            assertThat(known.genesis()).isEqualTo(there.genesis());
            assertThat(known.contracts()).isEqualTo(there.contracts());
            assertThat(known.limits()).isEqualTo(there.limits());
        }
    }

    @Test
    void anotherWorld_keepsNothingOfTheOneBefore() throws InterruptedException, IOException {
        aMoment();
        refresh();
        l1.finaliseNewest();
        aMoment();
        refresh();
        assertThat(session.profile().storage().balances().of(PlayChain.ID, OWNER))
                .isNotEmpty();

        PlayMoney.connect(session.profile(), session.sandbox());
        assertThat(session.profile().storage().balances().of(PlayChain.ID, OWNER))
                .isNotEmpty();
        InstantSource longAgo = InstantSource.offset(InstantSource.system(), Duration.ofDays(-1));
        try (Sandbox other = Sandbox.start(longAgo, 0, "test")) {
            PlayMoney.connect(session.profile(), other);

            assertThat(session.profile().storage().balances().of(PlayChain.ID, OWNER))
                    .isEmpty();
        }
    }

    @Test
    void aNodeThatLiesAboutTheBalance_isCaught_andItsFigureNotShown() throws InterruptedException {
        aMoment();
        NodeClient node = new NodeClient(session.sandbox().url());
        node.rpc("sandbox_misbehave", "[{\"kind\":\"lie\",\"about\":\"balance\",\"seed\":5}]");

        Row row = refresh();

        assertThat(row.newest()).isNotInstanceOf(Figure.Known.class);
    }

    @Test
    void profilesTime_isTheSandboxes() {
        long before = session.profile().clock().instant().getEpochSecond();

        l1.clock().advance(Duration.ofDays(7));

        assertThat(session.profile().clock().instant().getEpochSecond() - before)
                .isBetween(604_800L, 604_860L);
    }
}
