package org.lifeboat.ui.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.lifeboat.engine.exit.Reach;
import org.lifeboat.primitives.TokenAmount;

/// What of the money its owner can get out alone, in sentences. The same for the window and for the command line.
/// @param amount writes an amount with its symbol
public record ReachWords(Phrases phrases, BiFunction<TokenAmount, String, String> amount) {
    /// More assets than these are counted only.
    private static final int MOST = 4;

    /// What can be got out without anybody's help, and when it would be there.
    public String alone(Reach reach) {
        List<String> said = new ArrayList<>();
        for (Reach.Part part : reach.parts()) {
            if (!part.now().isZero()) {
                said.add(phrases.say("reach.now", amount.apply(part.now(), part.symbol())));
            }
            if (!part.later().isZero()) {
                String later = amount.apply(part.later(), part.symbol());
                said.add(part.by()
                        .map(by -> phrases.say("reach.by", later, phrases.day(by)))
                        .orElseGet(() -> phrases.say("reach.later", later)));
            }
        }
        return said.isEmpty() ? phrases.say("reach.nothing") : together(said);
    }

    /// What hangs on somebody's word; empty where nothing does.
    public String further(Reach reach) {
        return together(reach.parts().stream()
                .filter(part -> !part.further().isZero())
                .map(part -> amount.apply(part.further(), part.symbol()))
                .toList());
    }

    /// That L1's coin does not pay for every way out at once; empty where it does.
    public String shortage(Reach reach) {
        return reach.shortage()
                .map(lacks -> lacks.enough() == 0
                        ? phrases.say("reach.short.none")
                        : phrases.say("reach.short", lacks.enough(), lacks.of()))
                .orElse("");
    }

    private String together(List<String> said) {
        String list = String.join(phrases.say("reach.comma"), said.subList(0, Math.min(MOST, said.size())));
        return said.size() <= MOST ? list : phrases.say("reach.more", list, said.size() - MOST);
    }
}
