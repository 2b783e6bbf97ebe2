package org.lifeboat.ui.phrases;

import java.util.List;
import org.lifeboat.engine.network.SuggestedEndpoint;

/// What is said beside a server that could be asked: who learns what, and how old the suggestion is.
public final class SuggestionWords {
    private SuggestionWords() {}

    public static String of(Phrases phrases, SuggestedEndpoint each) {
        String learns = phrases.say(each.learnsKey(), each.operator());
        String listed =
                each.listed().map(day -> phrases.say("endpoint.listed", day)).orElse("");
        return phrases.together(List.of(learns, listed));
    }
}
