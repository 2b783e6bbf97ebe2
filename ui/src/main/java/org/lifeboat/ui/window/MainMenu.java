package org.lifeboat.ui.window;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.frame.MenuItem;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Place;

/// The menu on the left. A page that has nothing behind it is not in it.
public final class MainMenu {
    private MainMenu() {}

    public static List<MenuItem> of(Surroundings around) {
        return of(around, true);
    }

    /// @param drills whether drills can be begun: not in a drill
    static List<MenuItem> of(Surroundings around, boolean drills) {
        List<MenuItem> items = new ArrayList<>(List.of(
                new MenuItem(around.say("balances.title"), Feather.LAYERS, new Place.Balances()),
                new MenuItem(around.say("activity.title"), Feather.LIST, new Place.Activity()),
                new MenuItem(around.say("exits.title"), Feather.LOG_OUT, new Place.Exits())));
        if (drills) {
            items.add(new MenuItem(around.say("drills.title"), Feather.COMPASS, new Place.Drills()));
        }
        items.addAll(List.of(
                new MenuItem(around.say("contacts.title"), Feather.USERS, new Place.Contacts()),
                new MenuItem(around.say("accounts.menu"), Feather.KEY, new Place.Accounts()),
                new MenuItem(around.say("networks.title"), Feather.SERVER, new Place.Networks()),
                new MenuItem(around.say("settings.title"), Feather.SETTINGS, new Place.Settings())));
        return List.copyOf(items);
    }
}
