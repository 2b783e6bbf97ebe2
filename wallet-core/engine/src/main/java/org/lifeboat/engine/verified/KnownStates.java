package org.lifeboat.engine.verified;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.verifier.call.GivenState;

/// What was proven before, by the state root it was proven against, and codes by their hash. Thread-safe:
/// states are handed out and taken back as copies.
public final class KnownStates {
    /// The newest blocks of a few networks.
    private static final int ROOTS = 16;

    private static final int ANALYSED_BYTES = 4 << 20;

    private final KnownCodes codes = new KnownCodes();
    private final CodeCache analysed = new CodeCache(ANALYSED_BYTES);
    private final Map<Hash32, GivenState> states = new LinkedHashMap<>(ROOTS, 0.75f, true);

    public KnownCodes codes() {
        return codes;
    }

    /// For [org.lifeboat.verifier.call.Simulator]s.
    public CodeCache analysed() {
        return analysed;
    }

    /// What was proven against that root before; a copy.
    public synchronized GivenState of(Hash32 stateRoot) {
        GivenState known = states.get(stateRoot);
        return known == null ? new GivenState() : known.copy();
    }

    /// @param state everything in it proven against that root
    public synchronized void keep(Hash32 stateRoot, GivenState state) {
        states.put(stateRoot, state.copy());
        if (states.size() > ROOTS) {
            var oldest = states.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
