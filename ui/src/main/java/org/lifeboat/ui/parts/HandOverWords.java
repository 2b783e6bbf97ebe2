package org.lifeboat.ui.parts;

import java.util.stream.Collectors;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.source.SourceId;

/// Why a signed transaction is to be handed to the servers once more.
public final class HandOverWords {
    private HandOverWords() {}

    public static String of(Surroundings around, Pending own) {
        return own.isWithoutTaker()
                ? around.say("exits.offer.handOver")
                : around.say(
                        "exits.offer.lacked",
                        own.lackedBy().stream()
                                .map(SourceId::shown)
                                .collect(Collectors.joining(around.say("list.comma"))));
    }
}
