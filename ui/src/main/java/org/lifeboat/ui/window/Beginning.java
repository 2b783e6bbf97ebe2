package org.lifeboat.ui.window;

import org.lifeboat.ui.exits.ExitsDesk;
import org.lifeboat.ui.exits.WalletExits;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.settings.Preferences;

/// What the disk says of a profile before its window is drawn: which page comes first, and how it looks.
/// @param route the proxy as text, as [Wallet#route]
/// @param fontSaid it was said already that this machine has no Chinese font
/// @param missed whether a date of an exit or of a contest passed while the program was closed
public record Beginning(Preferences preferences, Holding holding, String route, boolean fontSaid, boolean missed) {
    /// Setting: it was said that this machine has no Chinese font.
    static final String FONT_SAID = "window.fontSaid";

    /// What there is in the profile.
    public enum Holding {
        NOTHING,
        /// Accounts that are only watched.
        ACCOUNTS,
        /// A file with keys.
        KEYS
    }

    /// Reads the disk: never on the screen's thread.
    public static Beginning read(Wallet wallet) {
        return new Beginning(
                Preferences.read(wallet.storage().settings()),
                holding(wallet),
                wallet.route(),
                wallet.storage().settings().find(FONT_SAID).isPresent(),
                missed(new WalletExits(wallet).kept()));
    }

    private static boolean missed(ExitsDesk.Kept kept) {
        return !kept.missed().isEmpty()
                || kept.contests().stream().anyMatch(contest -> contest.missed().isPresent());
    }

    private static Holding holding(Wallet wallet) {
        if (wallet.vault().exists()) {
            return Holding.KEYS;
        }
        return wallet.storage().accounts().all().isEmpty() ? Holding.NOTHING : Holding.ACCOUNTS;
    }
}
