package org.lifeboat.ui.disputes;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lifeboat.engine.dispute.ContestFact;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.ui.disputes.DisputesScreen.Own;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.ContestWords;

/// Where a plan about a contest stands, in sentences.
final class NextWords {
    private static final String PROGRAM = "op-challenger --";

    private NextWords() {}

    /// Asked again where amounts are hidden or shown meanwhile.
    static List<Supplier<String>> of(Surroundings around, Own own, String coin) {
        return own.facts().stream()
                .filter(fact -> !(fact instanceof ContestFact.Gone)) // which stands above all
                .filter(fact -> !(fact instanceof ContestFact.NeedsTrace || fact instanceof ContestFact.HandOver)
                        || !(own.request() instanceof DisputeRequest.HandOver)) // which a bar says, with the command
                .<Supplier<String>>map(fact -> () -> sentence(around, fact, coin))
                .toList();
    }

    /// The command line of the program that goes on where this one cannot.
    static Optional<String> command(Surroundings around, Own own) {
        return own.facts().stream()
                .filter(ContestFact.HandOver.class::isInstance)
                .map(fact -> sentence(around, fact, ""))
                .map(sentence -> sentence.substring(Math.max(0, sentence.indexOf(PROGRAM))))
                .findFirst();
    }

    private static String sentence(Surroundings around, ContestFact fact, String coin) {
        return new ContestWords(around.phrases(), wei -> AmountText.exact(around, wei.toTokenAmount(), coin), false)
                .fact(fact);
    }
}
