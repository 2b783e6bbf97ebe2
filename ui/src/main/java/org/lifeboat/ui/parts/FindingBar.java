package org.lifeboat.ui.parts;

import java.time.Instant;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// What a check of blocks came to, in one sentence.
public final class FindingBar {
    private FindingBar() {}

    public static Bar of(Surroundings around, Finding finding) {
        return switch (finding) {
            case Finding.True(BlockRef block, Hash32 _) ->
                new Bar(around, Urgency.CALM, around.say("truth.true", number(around, block.number())));
            case Finding.False(BlockRef block, Hash32 _, Hash32 _) ->
                Bar.caution(around, around.say("truth.false", number(around, block.number())));
            case Finding.NotThere(BlockRef last, Hash32 _, long claimed, Hash32 _) ->
                Bar.caution(
                        around,
                        around.say("chaincheck.not-there", number(around, last.number()), number(around, claimed)));
            case Finding.Remade(BlockRef last, Hash32 _, Hash32 _, Finding.End _) ->
                new Bar(
                        around,
                        Urgency.CALM,
                        around.say(
                                "chaincheck.remade",
                                number(around, last.number()),
                                around.phrases().moment(Instant.ofEpochSecond(last.unixSeconds()))));
            case Finding.CouldNotCheck(Finding.Lack lack, String detail) ->
                new Bar(around, Urgency.CALM, lack(around, lack, detail));
            case Finding.Cancelled() -> new Bar(around, Urgency.CALM, around.say("chaincheck.cancelled"));
        };
    }

    /// What was missing.
    public static String lack(Surroundings around, Finding.Lack lack, String detail) {
        return lack == Finding.Lack.BLOBS
                ? around.say("truth.lack.blobs", detail)
                : around.say("chaincheck.lack." + lack, detail);
    }

    private static String number(Surroundings around, long block) {
        return around.phrases().number(block);
    }
}
