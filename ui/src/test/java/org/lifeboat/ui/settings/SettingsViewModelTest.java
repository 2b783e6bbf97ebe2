package org.lifeboat.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.look.Theme;
import org.lifeboat.ui.settings.SettingsScreen.RouteRemark;
import org.lifeboat.ui.tasks.Tasks;

class SettingsViewModelTest {
    private final Records records = new Records();
    private final SettingStore store = records.storage().settings();
    private final List<Preferences> applied = new ArrayList<>();
    private final SettingsViewModel model =
            new SettingsViewModel(records, Tasks.immediate(), Preferences.FIRST, records.route(), applied::add);

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void change_isInForceAtOnce_andKept() {
        Preferences next = Preferences.FIRST
                .with(Language.CHINESE)
                .with(Theme.CONTRAST)
                .withZoom(150)
                .withLockMinutes(30)
                .withHidden(true);
        model.change(next);

        assertThat(applied).containsExactly(next);
        assertThat(model.preferences()).isEqualTo(next);
        assertThat(Preferences.read(store)).isEqualTo(next);
    }

    @Test
    void aThemeForAWhile_isShown_andNotKept() {
        model.inForce(Theme.DARK);

        assertThat(model.screen().get().preferences().theme()).isEqualTo(Theme.DARK);
        assertThat(Preferences.read(store).theme()).isEqualTo(Theme.LIGHT);
        assertThat(applied).isEmpty();
        model.inForce(Theme.LIGHT);
        assertThat(model.preferences()).isEqualTo(Preferences.FIRST);
    }

    @Test
    void read_ofANewProfile_isTheFirst() {
        assertThat(Preferences.read(store)).isEqualTo(Preferences.FIRST);
    }

    @ParameterizedTest
    @CsvSource({"79, 100", "80, 80", "200, 200", "201, 100", "-5, 100", "a lot, 100"})
    void zoomThatCannotBe_isAsIfItWereNotThere(String kept, int expected) {
        store.put("window.zoom", kept);

        assertThat(Preferences.read(store).zoomPercent()).isEqualTo(expected);
    }

    @Test
    void unknownWords_areAsIfTheyWereNotThere() {
        store.put("window.theme", "PINK");
        store.put("window.language", "tlh");
        store.put("window.hidden", "perhaps");

        assertThat(Preferences.read(store)).isEqualTo(new Preferences(Optional.empty(), Theme.LIGHT, 100, 10, false));
    }

    @Test
    void route_isKeptOnlyIfItIsOne() {
        model.changeRoute(" socks5://127.0.0.1:9050 ");
        assertThat(model.screen().get().routeRemark()).isEqualTo(RouteRemark.KEPT);
        assertThat(model.screen().get().route()).isEqualTo("socks5://127.0.0.1:9050");

        model.changeRoute("ftp://nonsense");
        assertThat(model.screen().get().routeRemark()).isEqualTo(RouteRemark.NO_PROXY);
        assertThat(model.screen().get().route()).isEqualTo("socks5://127.0.0.1:9050");
        model.load();
        assertThat(model.screen().get().routeRemark()).isEqualTo(RouteRemark.NONE);
    }
}
