package org.lifeboat.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.settings.SettingsScreen.RouteRemark;
import org.lifeboat.ui.tasks.Tasks;

/// Keeps settings: on the disk, and in the window at once.
public final class SettingsViewModel {
    private final Wallet wallet;
    private final Tasks tasks;
    private final Consumer<Preferences> apply;
    private final ReadOnlyObjectWrapper<SettingsScreen> screen;
    private final StringProperty typedRoute;
    private boolean speaks;

    /// @param now the settings in force
    /// @param route the proxy as text, as [Wallet#route]
    /// @param apply puts settings into force in the window
    public SettingsViewModel(Wallet wallet, Tasks tasks, Preferences now, String route, Consumer<Preferences> apply) {
        this.wallet = wallet;
        this.tasks = tasks;
        this.apply = apply;
        this.screen = new ReadOnlyObjectWrapper<>(
                new SettingsScreen(now, route, RouteRemark.NONE, wallet.folder(), newestFirst()));
        this.typedRoute = new SimpleStringProperty(route);
    }

    public ReadOnlyObjectProperty<SettingsScreen> screen() {
        return screen.getReadOnlyProperty();
    }

    public Preferences preferences() {
        return screen.get().preferences();
    }

    /// What stands in the field of the proxy, kept or half typed. Another language, for which the whole window is drawn
    /// anew, does not throw it away; leaving the page does.
    public StringProperty typedRoute() {
        return typedRoute;
    }

    /// Reads the request log again.
    public void load() {
        if (!speaks) {
            typedRoute.set(screen.get().route());
        }
        speaks = false;
        show(preferences(), screen.get().route(), RouteRemark.NONE);
    }

    /// Puts settings into force and keeps them.
    public void change(Preferences next) {
        speaks = !next.language().equals(preferences().language());
        show(next, screen.get().route(), RouteRemark.NONE);
        apply.accept(next);
        tasks.run(
                () -> {
                    next.write(wallet.storage().settings());
                    return true;
                },
                _ -> {},
                _ -> {});
    }

    /// The theme was changed elsewhere, for a while: the page shows the one in force. Nothing is kept.
    public void inForce(Theme theme) {
        if (preferences().theme() != theme) {
            show(preferences().with(theme), screen.get().route(), screen.get().routeRemark());
        }
    }

    /// @param text `none`, `http://host:port` or `socks5://host:port`
    public void changeRoute(String text) {
        tasks.run(
                () -> wallet.keepRoute(text.strip()),
                kept -> show(
                        preferences(),
                        kept ? text.strip() : screen.get().route(),
                        kept ? RouteRemark.KEPT : RouteRemark.NO_PROXY),
                _ -> show(preferences(), screen.get().route(), RouteRemark.NO_PROXY));
    }

    private void show(Preferences preferences, String route, RouteRemark remark) {
        screen.set(new SettingsScreen(preferences, route, remark, wallet.folder(), newestFirst()));
    }

    private List<RequestLog.Entry> newestFirst() {
        return wallet.requests().reversed();
    }
}
