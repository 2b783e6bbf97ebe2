package org.lifeboat.vault;

/// What came of asking for a secret.
/// @param <T> what was asked for
public sealed interface Exported<T> {
    /// The caller closes it.
    record Revealed<T>(T secret) implements Exported<T> {}

    record WrongPassword<T>() implements Exported<T> {}

    /// The account or the words are not there, or the account is watch-only.
    record NothingThere<T>() implements Exported<T> {}

    record Locked<T>() implements Exported<T> {}
}
