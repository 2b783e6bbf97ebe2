package org.lifeboat.ui.activity;

import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.Phrases;

/// What became of a transaction, as a word and as a sentence. On a layer 2 nothing is ever called "confirmed".
final class StatusWords {
    private StatusWords() {}

    static String word(Phrases phrases, Status status) {
        return switch (status) {
            case Status.Saved() -> phrases.say("status.saved");
            case Status.Sent _ -> phrases.say("status.sent");
            case Status.Accepted _ -> phrases.say("status.accepted");
            case Status.Mined _ -> phrases.say("status.mined");
            case Status.Reverted _ -> phrases.say("status.reverted");
            case Status.Replaced _ -> phrases.say("status.replaced");
            case Status.Dropped() -> phrases.say("status.dropped");
        };
    }

    static String sentence(Surroundings around, Status status) {
        return switch (status) {
            case Status.Saved() -> around.say("status.saved.why");
            case Status.Sent(var at) ->
                around.say("status.sent.why", around.phrases().ago(at));
            case Status.Accepted(var block) ->
                around.say("status.accepted.why", around.phrases().number(block.number()));
            case Status.Mined(var block) ->
                around.say("status.mined.why", around.phrases().number(block.number()));
            case Status.Reverted(var block) ->
                around.say("status.reverted.why", around.phrases().number(block.number()));
            case Status.Replaced(var by) ->
                by.map(hash -> around.say("status.replaced.why", hash.toHex()))
                        .orElseGet(() -> around.say("status.replaced.why-unknown"));
            case Status.Dropped() -> around.say("status.dropped.why");
        };
    }

    static Feather icon(Status status) {
        return switch (status) {
            case Status.Saved() -> Feather.EDIT_2;
            case Status.Sent _ -> Feather.CLOCK;
            case Status.Accepted _ -> Feather.CIRCLE;
            case Status.Mined _ -> Feather.CHECK_CIRCLE;
            case Status.Reverted _ -> Feather.X_CIRCLE;
            case Status.Replaced _ -> Feather.REPEAT;
            case Status.Dropped() -> Feather.HELP_CIRCLE;
        };
    }
}
