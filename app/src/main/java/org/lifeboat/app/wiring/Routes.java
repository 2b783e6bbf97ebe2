package org.lifeboat.app.wiring;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.storage.SettingStore;

/// The proxy that the user has set for a profile, as a setting and as text.
public final class Routes {
    private static final String SETTING = "route";

    private Routes() {}

    /// The route that requests of this profile take.
    public static Route of(SettingStore settings) {
        return settings.find(SETTING)
                .map(text ->
                        parse(text).orElseThrow(() -> new IllegalStateException("the saved proxy is no proxy address")))
                .orElse(Route.DIRECT);
    }

    public static void keep(SettingStore settings, Route route) {
        switch (route) {
            case Route.Direct _ -> settings.remove(SETTING);
            case Route.HttpProxy _, Route.Socks _ -> settings.put(SETTING, show(route));
        }
    }

    /// `none`, `http://host:port` or `socks5://host:port`.
    /// @return empty for anything else
    public static Optional<Route> parse(String text) {
        if (text.equals("none")) {
            return Optional.of(Route.DIRECT);
        }
        try {
            URI uri = new URI(text);
            boolean whole = uri.getHost() != null && uri.getPort() > 0 && uri.getPort() < 65_536;
            if (!whole || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            return switch (String.valueOf(uri.getScheme())) {
                case "http" -> Optional.of(new Route.HttpProxy(uri.getHost(), uri.getPort()));
                case "socks5" -> Optional.of(new Route.Socks(uri.getHost(), uri.getPort()));
                default -> Optional.empty();
            };
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    public static String show(Route route) {
        return switch (route) {
            case Route.Direct _ -> "none";
            case Route.HttpProxy(String host, int port) -> "http://" + host + ":" + port;
            case Route.Socks(String host, int port) -> "socks5://" + host + ":" + port;
        };
    }
}
