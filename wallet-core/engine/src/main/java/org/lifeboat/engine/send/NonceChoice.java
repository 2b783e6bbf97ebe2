package org.lifeboat.engine.send;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.primitives.Nonce;

/// Which nonce the next transaction takes, with several waiting and sources that disagree. Pure.
///
/// A nonce that is too low is never mined; one that is too high waits, and is mined on the day when somebody
/// fills the gap. So what is taken is the highest count that is backed: by a proof that no source at the same
/// block or a later one speaks against, by a header that was verified here, or by one's own records. What a
/// source merely claims beyond that is said and not followed; where no source gives proofs, the highest claim
/// is taken, and that they differ is a danger.
/// @param checks what stands in its way
record NonceChoice(Nonce nonce, List<Check> checks) {
    NonceChoice {
        checks = List.copyOf(checks);
    }

    /// What the sources say.
    /// @param words of all that answered, at least one
    /// @param silent those that did not answer in time
    /// @param floor proven under a header that this computer verified: the count is not below it
    record Heard(List<NonceWord> words, List<String> silent, Optional<Nonce> floor) {
        Heard {
            words = List.copyOf(words);
            silent = List.copyOf(silent);
        }

        static Heard only(NonceWord word) {
            return new Heard(List.of(word), List.of(), Optional.empty());
        }
    }

    /// Nonces of the account's transactions that were signed here.
    /// @param waiting in no block
    /// @param notHandedOut those of `waiting` that no source is known to have
    /// @param settled in a block, or replaced by one that is
    record Own(List<Nonce> waiting, List<Nonce> notHandedOut, List<Nonce> settled) {
        static final Own NONE = new Own(List.of(), List.of(), List.of());

        Own {
            waiting = List.copyOf(waiting);
            notHandedOut = List.copyOf(notHandedOut);
            settled = List.copyOf(settled);
        }
    }

    /// @param wanted the user's own choice
    static NonceChoice of(Heard heard, Own own, Optional<Nonce> wanted) {
        List<Check> checks = new ArrayList<>();
        NonceWord top = top(heard, checks);
        long mined = Math.max(top.mined().value(), floor(heard));
        Set<Long> ours = new HashSet<>();
        own.waiting().forEach(nonce -> ours.add(nonce.value()));
        own.settled().forEach(nonce -> ours.add(nonce.value()));
        long known = pending(heard, mined);
        long foreign = foreign(mined, known, ours);
        if (foreign > 0) {
            checks.add(Check.of(Check.Kind.PENDING_FOREIGN, Long.toString(foreign)));
        }
        long next = known;
        while (ours.contains(next)) {
            next++;
        }
        long chosen = wanted.map(Nonce::value).orElse(next);
        checks.addAll(differing(heard, top, mined, next, chosen));
        own.settled().stream()
                .filter(nonce -> nonce.value() >= mined)
                .max(Comparator.naturalOrder())
                .ifPresent(nonce -> checks.add(
                        Check.of(Check.Kind.NONCE_RECORDS_AHEAD, Long.toString(nonce.value()), Long.toString(mined))));
        if (!heard.silent().isEmpty()) {
            checks.add(Check.of(Check.Kind.NONCE_UNHEARD, String.join(", ", heard.silent())));
        }
        checks.addAll(standing(chosen, mined, known, next, ours));
        own.notHandedOut().stream()
                .map(Nonce::value)
                .filter(nonce -> nonce >= mined && nonce < chosen)
                .forEach(nonce -> checks.add(Check.of(Check.Kind.WAITS_FOR, Long.toString(nonce))));
        return new NonceChoice(new Nonce(chosen), checks);
    }

    /// The highest count that no source of at least the same standing denies at the same block or a later one.
    private static NonceWord top(Heard heard, List<Check> checks) {
        boolean proofs = heard.words().stream().anyMatch(NonceWord::proven);
        List<NonceWord> words = heard.words().stream()
                .filter(word -> word.proven() || !proofs)
                .sorted(Comparator.comparing(NonceWord::mined)
                        .thenComparingLong(NonceWord::block)
                        .reversed())
                .toList();
        for (NonceWord word : words) {
            Optional<NonceWord> against = words.stream()
                    .filter(other -> other.mined().compareTo(word.mined()) < 0 && other.block() >= word.block())
                    .findFirst();
            if (against.isEmpty() || word.mined().value() <= floor(heard)) {
                return word;
            }
            checks.add(Check.of(
                    Check.Kind.NONCE_CONTRADICTED,
                    word.source(),
                    Long.toString(word.mined().value()),
                    against.get().source(),
                    Long.toString(against.get().mined().value())));
        }
        throw new IllegalStateException("somebody has the lowest count, and nobody is below it");
    }

    private static long floor(Heard heard) {
        return heard.floor().map(Nonce::value).orElse(0L);
    }

    /// With what waits at every source that has the newest count: what only some of them know is not followed.
    private static long pending(Heard heard, long mined) {
        return heard.words().stream()
                .filter(word -> word.mined().value() == mined)
                .mapToLong(word -> word.pending().value())
                .min()
                .orElse(mined);
    }

    private static long foreign(long mined, long known, Set<Long> ours) {
        long foreign = 0;
        for (long nonce = mined; nonce < known && foreign < 1_000; nonce++) {
            if (!ours.contains(nonce)) {
                foreign++;
            }
        }
        return foreign;
    }

    private static List<Check> differing(Heard heard, NonceWord top, long mined, long next, long chosen) {
        boolean backed = top.proven() || mined > top.mined().value();
        boolean proofs = heard.words().stream().anyMatch(NonceWord::proven);
        List<Check> checks = new ArrayList<>();
        for (NonceWord word : heard.words()) {
            long its = word.mined().value();
            if (its < mined) {
                checks.add(Check.of(
                        backed ? Check.Kind.NONCE_BEHIND : Check.Kind.NONCE_UNPROVEN,
                        word.source(),
                        Long.toString(its),
                        Long.toString(word.block()),
                        Long.toString(mined)));
            } else if (its > mined && !word.proven() && proofs) {
                checks.add(Check.of(
                        Check.Kind.NONCE_CLAIMED_HIGHER, word.source(), Long.toString(its), Long.toString(chosen)));
            } else if (its == mined && word.pending().value() > next) {
                checks.add(Check.of(
                        Check.Kind.PENDING_DIFFERS,
                        word.source(),
                        Long.toString(word.pending().value()),
                        Long.toString(chosen)));
            }
        }
        return checks;
    }

    private static List<Check> standing(long chosen, long mined, long known, long next, Set<Long> ours) {
        if (chosen < mined) {
            return List.of(Check.of(Check.Kind.NONCE_USED, Long.toString(chosen)));
        }
        if (chosen < known || ours.contains(chosen)) {
            return List.of(Check.of(Check.Kind.NONCE_SHARED, Long.toString(chosen)));
        }
        return chosen > next
                ? List.of(Check.of(Check.Kind.NONCE_GAP, Long.toString(chosen), Long.toString(next)))
                : List.of();
    }
}
