package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.Optional;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.OpStack;

/// Under which name an L2 sees an account that calls through L1. A contract appears there under another one, which
/// does not hold its money.
public sealed interface OwnName {
    record Kept() implements OwnName {}

    /// @param alias what the L2 would see
    record Another(Address alias) implements OwnName {}

    /// No source gave its code.
    record Unknown() implements OwnName {}

    static OwnName of(ExitPlace place, Address account, Duration patience) {
        Optional<Bytes> code = Optional.empty();
        for (Source source : place.l1Sources()) {
            code = code.or(() -> source.ask(
                            new Query.CodeOf(account, BlockSelector.LATEST), Purpose.PREPARE_TRANSACTION, patience)
                    .got());
        }
        return code.<OwnName>map(
                        found -> OpStack.keepsItsName(found) ? new Kept() : new Another(OpStack.alias(account)))
                .orElseGet(Unknown::new);
    }
}
