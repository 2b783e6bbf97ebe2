package org.lifeboat.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.ui.balances.BalancesScreen;
import org.lifeboat.ui.frame.StatusPart;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.session.Wallet;

/// What the status bar says, from the newest balance sheet.
final class StatusStatements {
    private StatusStatements() {}

    /// @return unhooks it
    static Runnable follow(
            Surroundings around,
            Wallet wallet,
            ObservableValue<BalancesScreen> screen,
            ObservableList<StatusPart> statements,
            Navigation navigation) {
        Runnable write = () -> statements.setAll(of(around, wallet, screen.getValue(), navigation));
        write.run();
        ChangeListener<BalancesScreen> follow = (_, _, _) -> write.run();
        screen.addListener(follow);
        return () -> screen.removeListener(follow);
    }

    private static List<StatusPart> of(
            Surroundings around, Wallet wallet, BalancesScreen screen, Navigation navigation) {
        Runnable sources = () -> navigation.open(new Place.Networks());
        return switch (screen) {
            case BalancesScreen.NoAccount(), BalancesScreen.NoSource() ->
                List.of(new StatusPart(around.say("status.nobody"), Feather.CLOUD_OFF, false, sources));
            case BalancesScreen.FirstLoad _ ->
                List.of(new StatusPart(around.say("balances.asking"), Feather.SERVER, false, sources));
            case BalancesScreen.Shown shown ->
                List.of(l1(around, wallet, shown.sheet(), navigation), networks(around, shown, sources));
        };
    }

    /// What is verified here comes before anybody's word.
    private static StatusPart l1(Surroundings around, Wallet wallet, BalanceSheet sheet, Navigation navigation) {
        return L1Statement.first(sheet)
                .flatMap(report -> SyncPanel.statement(around, wallet, report.network(), navigation))
                .orElseGet(() ->
                        L1Statement.of(around, sheet, () -> navigation.open(new Place.Verification(Optional.empty()))));
    }

    private static StatusPart networks(Surroundings around, BalancesScreen.Shown shown, Runnable open) {
        BalanceSheet sheet = shown.sheet();
        long read = sheet.networks().stream()
                .filter(network -> network.state() instanceof NetworkReport.State.Read)
                .count();
        if (shown.refreshing()) {
            return new StatusPart(around.say("balances.asking"), Feather.SERVER, false, open);
        }
        int all = sheet.networks().size();
        boolean caught = sheet.networks().stream()
                .anyMatch(network -> !network.disagreements().isEmpty());
        return caught
                ? new StatusPart(around.say("status.caught"), Feather.SHIELD_OFF, true, open)
                : new StatusPart(around.say("status.networks", read, all), Feather.SERVER, read < all, open);
    }
}
