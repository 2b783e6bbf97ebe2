package org.lifeboat.rpc;

import java.io.IOException;
import java.io.Serial;
import org.lifeboat.rpc.wire.Refusal;

/// The source answered a batch with one error instead of a list.
final class BatchRefused extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    BatchRefused(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
