package org.lifeboat.sandbox.beacon;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.primitives.Bytes;

/// One HTTP answer of a beacon face.
/// @param fork for the header `Eth-Consensus-Version`
record Answer(int status, boolean ssz, Optional<Fork> fork, Bytes body) {
    static Answer json(String text) {
        return new Answer(200, false, Optional.empty(), bytes(text));
    }

    static Answer json(Fork fork, String text) {
        return new Answer(200, false, Optional.of(fork), bytes(text));
    }

    static Answer ssz(Fork fork, Bytes body) {
        return new Answer(200, true, Optional.of(fork), body);
    }

    static Answer error(int status, String message) {
        String text = new BeaconJson()
                .raw("code", Integer.toString(status))
                .text("message", message)
                .toString();
        return new Answer(status, false, Optional.empty(), bytes(text));
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
