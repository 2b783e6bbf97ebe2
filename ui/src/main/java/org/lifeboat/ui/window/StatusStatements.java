package org.lifeboat.ui.window;

import java.util.ArrayList;
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

/// What the status bar says: from the newest balance sheet, and from what was verified since. Lives on the screen's
/// thread.
final class StatusStatements {
    private final Surroundings around;
    private final Wallet wallet;
    private final ObservableValue<BalancesScreen> screen;
    private final ObservableList<StatusPart> statements;
    private final Navigation navigation;
    private final ChangeListener<BalancesScreen> follow = (_, _, _) -> write();

    /// Writes now and whenever the sheet becomes another, until [#stop].
    StatusStatements(
            Surroundings around,
            Wallet wallet,
            ObservableValue<BalancesScreen> screen,
            ObservableList<StatusPart> statements,
            Navigation navigation) {
        this.around = around;
        this.wallet = wallet;
        this.screen = screen;
        this.statements = statements;
        this.navigation = navigation;
        write();
        screen.addListener(follow);
    }

    void stop() {
        screen.removeListener(follow);
    }

    /// Says what holds now; ages grow, and L1 may have been followed meanwhile. Where nothing is new, nothing is
    /// drawn.
    void write() {
        List<StatusPart> now = parts();
        if (!said(now).equals(said(statements))) {
            statements.setAll(now);
        }
    }

    private static List<String> said(List<StatusPart> parts) {
        return parts.stream().map(part -> part.sentence() + part.warns()).toList();
    }

    private List<StatusPart> parts() {
        Runnable sources = () -> navigation.open(new Place.Networks());
        List<StatusPart> parts = new ArrayList<>(parts(sources));
        if (wallet.worldStands()) {
            parts.addFirst(new StatusPart(around.say("status.world.stands"), Feather.PAUSE_CIRCLE, true, sources));
        }
        return parts;
    }

    private List<StatusPart> parts(Runnable sources) {
        return switch (screen.getValue()) {
            case BalancesScreen.NoAccount(), BalancesScreen.NoSource(), BalancesScreen.Unreadable() ->
                List.of(new StatusPart(around.say("status.nobody"), Feather.CLOUD_OFF, false, sources));
            case BalancesScreen.FirstLoad _ ->
                List.of(new StatusPart(around.say("balances.asking"), Feather.SERVER, false, sources));
            case BalancesScreen.Shown shown -> List.of(l1(shown.sheet()), networks(shown, sources));
        };
    }

    /// What is verified here comes before anybody's word.
    private StatusPart l1(BalanceSheet sheet) {
        return L1Statement.first(sheet)
                .flatMap(report -> SyncPanel.statement(around, wallet, report.network(), navigation))
                .orElseGet(() ->
                        L1Statement.of(around, sheet, () -> navigation.open(new Place.Verification(Optional.empty()))));
    }

    private StatusPart networks(BalancesScreen.Shown shown, Runnable open) {
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
