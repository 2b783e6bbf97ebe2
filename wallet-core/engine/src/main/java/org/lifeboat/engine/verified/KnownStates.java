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
    private final Map<Hash32, WitnessBook> books = new LinkedHashMap<>(ROOTS, 0.75f, true);

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

    /// The proofs of what [#of] hands out, where all of them were kept; a copy.
    synchronized WitnessBook bookOf(Hash32 stateRoot) {
        WitnessBook known = books.get(stateRoot);
        return known == null ? new WitnessBook(codes) : known.copy();
    }

    /// @param state everything in it proven against that root; its proofs are not kept
    public synchronized void keep(Hash32 stateRoot, GivenState state) {
        states.put(stateRoot, state.copy());
        books.remove(stateRoot);
        forgetOldest(states);
    }

    /// @param state everything in it proven against that root
    /// @param book its proofs
    synchronized void keep(Hash32 stateRoot, GivenState state, WitnessBook book) {
        states.put(stateRoot, state.copy());
        books.put(stateRoot, book.copy());
        forgetOldest(states);
        forgetOldest(books);
    }

    private static void forgetOldest(Map<Hash32, ?> known) {
        if (known.size() > ROOTS) {
            var oldest = known.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
