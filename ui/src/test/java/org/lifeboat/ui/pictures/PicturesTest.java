package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.ui.balances.BalancesScreen;
import org.lifeboat.ui.balances.BalancesView;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.unlock.NewFolder;
import org.lifeboat.ui.unlock.UnlockScreen;
import org.lifeboat.ui.unlock.UnlockView;

/// Draws each page in each of its states: to be looked at by a person. Fails only where a page cannot be drawn.
class PicturesTest {
    @Test
    void balances_inEveryState() throws IOException {
        Map<String, BalancesScreen> states = new LinkedHashMap<>();
        states.put("balances-no-account", new BalancesScreen.NoAccount());
        states.put("balances-empty", new BalancesScreen.NoSource());
        states.put("balances-load", new BalancesScreen.FirstLoad(6));
        states.put("balances-well", shown(Sheets.whole(), List.of(), false));
        states.put("balances-refreshing", shown(Sheets.whole(), List.of(), true));
        states.put("balances-partial", shown(Sheets.partial(), List.of(new Condition.Partial(2, 3)), false));
        Condition stale = new Condition.Stale(Stageless.NOW.minusSeconds(10_800));
        states.put("balances-stale", shown(Sheets.stale(), List.of(stale), false));
        states.put("balances-disagrees", shown(Sheets.refuted(), List.of(Sheets.caught()), false));
        states.put("balances-disagrees-stale", shown(Sheets.refuted(), List.of(Sheets.caught(), stale), false));
        states.put("balances-offline", shown(Sheets.offline(), List.of(new Condition.Offline()), false));
        for (var state : states.entrySet()) {
            Looks.page(
                    state.getKey(),
                    new Place.Balances(),
                    around -> new BalancesView(
                            around, new SimpleObjectProperty<>(state.getValue()), new BalancesView.Nothing(), _ -> {}));
        }
    }

    @Test
    void frame_aroundPlayMoney_andWhereL1IsNotFollowedAnyMore() throws IOException {
        BalancesScreen screen = shown(Sheets.whole(), List.of(), false);
        for (Stageless.Surrounded around : List.of(Stageless.Surrounded.PLAY, Stageless.Surrounded.WARNED)) {
            Looks.framed(
                    "frame-" + around.name().toLowerCase(Locale.ROOT),
                    new Place.Balances(),
                    each -> new BalancesView(
                            each, new SimpleObjectProperty<>(screen), new BalancesView.Nothing(), _ -> {}),
                    around);
        }
    }

    private static BalancesScreen shown(BalanceSheet sheet, List<Condition> conditions, boolean refreshing) {
        return new BalancesScreen.Shown(sheet, Sheets.NAMES, conditions, refreshing, Sheets.outlook(sheet));
    }

    @Test
    void unlock_inEveryState() throws IOException {
        Map<String, UnlockScreen> states = new LinkedHashMap<>();
        states.put("unlock-ask", new UnlockScreen.Ask());
        states.put("unlock-trying", new UnlockScreen.Trying());
        states.put("unlock-too-soon", new UnlockScreen.TooSoon(Duration.ofSeconds(30)));
        states.put("unlock-update", new UnlockScreen.UpdateNeeded());
        states.put("unlock-unreadable", new UnlockScreen.Unreadable("No such device"));
        states.put("unlock-wrong", new UnlockScreen.WrongPassword());
        states.put("unlock-damaged", new UnlockScreen.Damaged(true));
        states.put("unlock-lost", new UnlockScreen.Damaged(false));
        for (var state : states.entrySet()) {
            Looks.alone(
                    state.getKey(),
                    around -> new UnlockView(
                            around,
                            new SimpleObjectProperty<>(state.getValue()),
                            _ -> {},
                            () -> {},
                            () -> {},
                            NewFolder.beside(Path.of("/srv/ann/.lifeboat"), _ -> false)));
        }
    }
}
