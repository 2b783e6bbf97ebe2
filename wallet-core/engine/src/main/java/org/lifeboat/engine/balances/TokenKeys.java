package org.lifeboat.engine.balances;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// What each token's `balanceOf` read when it was run last, so that the next time all of it is asked for at
/// once. A guess what to ask, never what is there. Thread-safe.
final class TokenKeys {
    private static final int CALLS = 20_000;

    /// What one call may be remembered with; more is asked for round by round.
    private static final int KEYS = 40;

    private final Map<Call, Set<StateKey>> read = new LinkedHashMap<>(64, 0.75f, true);

    private record Call(ChainId chain, Address token, Address holder) {}

    /// Empty where the call was never run.
    synchronized Set<StateKey> of(ChainId chain, Address token, Address holder) {
        return read.getOrDefault(new Call(chain, token, holder), Set.of());
    }

    synchronized void note(ChainId chain, Address token, Address holder, Set<StateKey> keys) {
        if (keys.size() > KEYS) {
            return;
        }
        read.put(new Call(chain, token, holder), keys);
        if (read.size() > CALLS) {
            var oldest = read.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
