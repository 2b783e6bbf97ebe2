package org.lifeboat.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.tasks.Tasks;

class ActivityViewModelTest {
    private final Records records = new Records();
    private final ActivityViewModel model =
            new ActivityViewModel(records.storage(), records.networks(), Tasks.immediate());

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void list_isReadPieceByPiece() {
        model.load(ActivityFilter.ALL);
        assertThat(model.screen().get()).isEqualTo(new ActivityScreen.Empty());

        records.storage().atomically(() -> {
            for (int i = 1; i <= ActivityViewModel.PIECE + 1; i++) {
                records.storage().activity().put(Transactions.of(i, Sheets.ETHEREUM, new Status.Saved()));
            }
            return true;
        });
        model.load(ActivityFilter.ALL);
        assertThat(shown().transactions()).hasSize(ActivityViewModel.PIECE);
        assertThat(shown().total()).isEqualTo(ActivityViewModel.PIECE + 1);

        model.more();
        assertThat(shown().transactions()).hasSize(ActivityViewModel.PIECE + 1);
        assertThat(shown().next()).isEmpty();
    }

    @Test
    void filter_thatLeavesNothingIsNotTheEmptyPage() {
        records.storage().activity().put(Transactions.sent());
        model.load(ActivityFilter.of(Sheets.ETHEREUM.chain()));

        assertThat(shown().transactions()).isEmpty();
    }

    private ActivityScreen.Shown shown() {
        return (ActivityScreen.Shown) model.screen().get();
    }
}
