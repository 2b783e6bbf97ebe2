package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Vouched;
import org.lifeboat.engine.exit.Reach;
import org.lifeboat.engine.exit.ReadyBook;
import org.lifeboat.engine.watch.ReadyRounds;
import org.lifeboat.primitives.Address;

/// Whether the way out is open, looked at day by day, in a world where it closes.
class ReadyRoundsTest {
    private static final long WINDOW = 300;

    /// Looks until a root that covers the first one is on L1.
    private static final int MOST = 12;

    private WorldWallet wallet;

    @BeforeEach
    void open() throws IOException {
        wallet = WorldWallet.open();
    }

    @AfterEach
    void close() throws IOException {
        wallet.close();
    }

    @Test
    void theWayOut_isLookedAtOnceADay_keptWithItsLength() throws InterruptedException {
        assertThat(rounds().round().seen())
                .as("nothing is known to be held there")
                .isEmpty();
        wallet.refresh(WorldWallet.L2);

        ReadyRounds.Sight first = only(rounds().round());
        assertThat(first.now().yes()).isTrue();
        assertThat(first.lost()).isFalse();
        assertThat(first.now().longest())
                .hasValueSatisfying(span -> assertThat(span).isBetween(Duration.ofHours(1), Duration.ofDays(30)));
    }

    @Test
    void aWayOutThatCloses_isSaidOnce_alsoAfterARestart() throws InterruptedException {
        wallet.refresh(WorldWallet.L2);
        look();
        assertThat(rounds().round().seen()).as("a day has not passed").isEmpty();

        wallet.l2Door.rpc("sandbox_pauseBridge", "[true]");
        wallet.skip(Duration.ofHours(25));
        wallet.blocks(3);
        ReadyRounds.Round closed = rounds().round();
        assertThat(closed.news()).singleElement().satisfies(sight -> {
            assertThat(sight.now().open()).isFalse();
            assertThat(sight.account()).isEqualTo(wallet.own());
        });
        assertThat(kept())
                .as("not said yet, so not kept")
                .hasValueSatisfying(entry -> assertThat(entry.yes()).isTrue());
        rounds().told(closed);

        wallet.skip(Duration.ofHours(25));
        wallet.blocks(3);
        assertThat(rounds().round().news()).as("said already").isEmpty();
        wallet.l2Door.rpc("sandbox_pauseBridge", "[false]");
    }

    @Test
    void theSheetsOutlook_countsTheLayer2OnlyOnceItWasLookedAt() throws InterruptedException {
        NetworkReport report = wallet.refresh(WorldWallet.L2);
        for (int i = 0; i < MOST && !vouchesForMoney(report); i++) {
            wallet.blocks(60);
            wallet.refresh(WorldWallet.L1);
            report = wallet.refresh(WorldWallet.L2);
        }
        BalanceSheet sheet = BalanceSheet.of(wallet.now(), List.of(report));
        assertThat(vouchesForMoney(report)).isTrue();
        assertThat(reach(sheet).later().isZero()).isTrue();

        look();

        assertThat(reach(sheet).later().isZero()).isFalse();
        assertThat(reach(sheet).by()).hasValueSatisfying(by -> assertThat(by).isAfter(wallet.now()));
    }

    /// The newest root may be of a block before the money came.
    private static boolean vouchesForMoney(NetworkReport report) {
        return report.rows().getFirst().vouched() instanceof Vouched.Known(Figure.Known figure, var _)
                && !figure.amount().isZero();
    }

    private Reach.Part reach(BalanceSheet sheet) {
        return Reach.of(sheet, new ReadyBook(wallet.storage().settings()).ways())
                .parts()
                .getFirst();
    }

    private void look() {
        ReadyRounds.Round round = rounds().round();
        assertThat(only(round).now().yes()).isTrue();
        rounds().told(round);
    }

    private static ReadyRounds.Sight only(ReadyRounds.Round round) {
        assertThat(round.seen()).hasSize(1);
        return round.seen().getFirst();
    }

    private Optional<ReadyBook.Entry> kept() {
        Address own = wallet.own();
        return new ReadyBook(wallet.storage().settings()).find(WorldWallet.L2.chain(), own);
    }

    /// As a program has it that was just started.
    private ReadyRounds rounds() {
        return new ReadyRounds(wallet.storage(), wallet.places(), _ -> WINDOW, wallet::now, WorldWallet.PATIENCE);
    }
}
