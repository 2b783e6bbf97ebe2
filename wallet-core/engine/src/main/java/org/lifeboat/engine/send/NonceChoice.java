package org.lifeboat.engine.send;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.primitives.Nonce;

/// Which nonce the next transaction takes, with several waiting. Pure.
/// @param checks what stands in its way
record NonceChoice(Nonce nonce, List<Check> checks) {
    NonceChoice {
        checks = List.copyOf(checks);
    }

    /// @param mined the account's nonce in the newest block
    /// @param pending the source's count with waiting transactions, a claim; below `mined` it is ignored
    /// @param ours nonces of own transactions that are signed and in no block
    /// @param notHandedOut those of `ours` that no source is known to have
    /// @param wanted the user's own choice
    static NonceChoice of(
            Nonce mined, Nonce pending, List<Nonce> ours, List<Nonce> notHandedOut, Optional<Nonce> wanted) {
        Set<Long> own = new HashSet<>();
        ours.forEach(nonce -> own.add(nonce.value()));
        long known = Math.max(mined.value(), pending.value());
        List<Check> checks = new ArrayList<>();
        long foreign = 0;
        for (long nonce = mined.value(); nonce < known && foreign < 1_000; nonce++) {
            if (!own.contains(nonce)) {
                foreign++;
            }
        }
        if (foreign > 0) {
            checks.add(Check.of(Check.Kind.PENDING_FOREIGN, Long.toString(foreign)));
        }
        long next = known;
        while (own.contains(next)) {
            next++;
        }
        long chosen = wanted.map(Nonce::value).orElse(next);
        if (chosen < mined.value()) {
            checks.add(Check.of(Check.Kind.NONCE_USED, Long.toString(chosen)));
        } else if (chosen < known || own.contains(chosen)) {
            checks.add(Check.of(Check.Kind.NONCE_SHARED, Long.toString(chosen)));
        } else if (chosen > next) {
            checks.add(Check.of(Check.Kind.NONCE_GAP, Long.toString(chosen), Long.toString(next)));
        }
        notHandedOut.stream()
                .map(Nonce::value)
                .filter(nonce -> nonce >= mined.value() && nonce < chosen)
                .forEach(nonce -> checks.add(Check.of(Check.Kind.WAITS_FOR, Long.toString(nonce))));
        return new NonceChoice(new Nonce(chosen), checks);
    }
}
