package org.lifeboat.ui.window;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.look.ChineseFont;
import org.lifeboat.ui.parts.Buttons;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Layer;
import org.lifeboat.ui.phrases.Phrases;

/// That this machine cannot draw Chinese: said once, and in English, because a sentence in Chinese could not be read
/// either.
final class FontNotice {
    private FontNotice() {}

    /// @param keep remembers that it was said
    static void sayOnce(Layer layer, Runnable keep) {
        if (ChineseFont.present()) {
            return;
        }
        keep.run();
        Phrases english = new Phrases(Language.ENGLISH, ZoneId.systemDefault(), Clock.system(ZoneId.systemDefault()));
        layer.show(
                english.say("font.title"),
                Labels.wrapped(english.say("font.sentence")),
                layer::close,
                List.of(Buttons.primary(english.say("action.close"), layer::close)));
    }
}
