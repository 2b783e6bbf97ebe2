package org.lifeboat.ui.activity;

import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.diagnosis.Climb;
import org.lifeboat.engine.diagnosis.Climbs;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.Phrases;

/// What became of a transaction, as a word and as a sentence. On an L2 nothing is ever called "confirmed".
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

    /// @param climb how far it has come on an L2; empty where nobody has looked
    static String sentence(Surroundings around, Status status, Optional<Climbs.Kept> climb) {
        Optional<Climb> higher = climb.map(Climbs.Kept::climb)
                .filter(known -> status instanceof Status.Accepted(BlockRef in)
                        && known.block().filter(in::equals).isPresent());
        return higher.flatMap(known -> higher(around, known)).orElseGet(() -> sentence(around, status));
    }

    private static Optional<String> higher(Surroundings around, Climb climb) {
        String block = climb.block()
                .map(BlockRef::number)
                .map(around.phrases()::number)
                .orElse("");
        return switch (climb.step()) {
            case WAITING, ACCEPTED -> Optional.empty();
            case ON_L1 -> Optional.of(around.say("status.onL1.why", block));
            case COVERED -> Optional.of(around.say("status.covered.why", block));
        };
    }

    /// That it went back; empty where it did not, or its data are on L1 since.
    static Optional<String> fell(Surroundings around, Optional<Climbs.Kept> climb) {
        return climb.flatMap(Climbs.Kept::fellFrom)
                .flatMap(Climb::block)
                .map(block -> around.say("status.fell.why", around.phrases().number(block.number())));
    }

    private static String sentence(Surroundings around, Status status) {
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
