package org.lifeboat.verifier.trie;

import java.util.function.Function;

/// What a trie of which only some nodes are known has to say.
public sealed interface TrieResult<T> {
    record Known<T>(T value) implements TrieResult<T> {}

    /// The answer depends on a node that is not known. Nothing was changed.
    record Missing<T>(MissingNode node) implements TrieResult<T> {}

    default <R> TrieResult<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Known<T>(T value) -> new Known<>(change.apply(value));
            case Missing<T>(MissingNode node) -> new Missing<>(node);
        };
    }

    default <R> TrieResult<R> then(Function<? super T, TrieResult<R>> next) {
        return switch (this) {
            case Known<T>(T value) -> next.apply(value);
            case Missing<T>(MissingNode node) -> new Missing<>(node);
        };
    }
}
