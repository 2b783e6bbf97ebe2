package org.lifeboat.ui.window;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.session.Wallet;

/// The sentences of the language that is spoken. Read from the bundles once a language: that takes longer than a frame
/// may.
final class Spoken {
    private final Clock clock;
    private Optional<Phrases> last = Optional.empty();

    /// The wallet's time: that of a sandbox can be ahead of this computer's.
    Spoken(Wallet wallet) {
        this.clock = wallet.clock().withZone(ZoneId.systemDefault());
    }

    Phrases in(Language language) {
        Phrases phrases = last.filter(each -> each.language() == language)
                .orElseGet(() -> new Phrases(language, ZoneId.systemDefault(), clock));
        last = Optional.of(phrases);
        return phrases;
    }
}
