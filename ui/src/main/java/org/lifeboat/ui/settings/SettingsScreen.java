package org.lifeboat.ui.settings;

import java.util.List;
import org.lifeboat.engine.source.RequestLog;

/// What the page of settings shows.
/// @param route the proxy as text
/// @param routeRemark whether a new proxy was kept
/// @param folder where the profile lies
/// @param requests the newest requests that left the program, newest first
public record SettingsScreen(
        Preferences preferences,
        String route,
        RouteRemark routeRemark,
        String folder,
        List<RequestLog.Entry> requests) {
    public SettingsScreen {
        requests = List.copyOf(requests);
    }

    /// What became of a proxy that was typed.
    public enum RouteRemark {
        NONE,
        /// Kept; used from the next start on.
        KEPT,
        NO_PROXY
    }
}
