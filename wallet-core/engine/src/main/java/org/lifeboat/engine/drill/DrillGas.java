package org.lifeboat.engine.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;

/// What a transaction of the user's has used up.
final class DrillGas {
    private DrillGas() {}

    /// @param patience for each source
    /// @return empty where it is in no block, or failed
    static Optional<Gas> used(Hash32 hash, List<Source> sources, Duration patience) {
        return sources.stream()
                .flatMap(source ->
                        source.ask(new Query.ReceiptOf(hash), Purpose.FOLLOW_TRANSACTION, patience).got().stream())
                .flatMap(Optional::stream)
                .filter(ReceiptClaim::succeeded)
                .map(ReceiptClaim::gasUsed)
                .findFirst();
    }
}
