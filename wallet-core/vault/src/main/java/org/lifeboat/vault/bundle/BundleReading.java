package org.lifeboat.vault.bundle;

/// What came of reading a bundle.
/// @param <T> [RequestBundle] or [SignedBundle]
public sealed interface BundleReading<T> {
    record Valid<T>(T bundle) implements BundleReading<T> {}

    /// Of a version that this program does not know: an update is needed.
    record UpdateNeeded<T>(long version) implements BundleReading<T> {}

    /// Not a bundle, or one with something in it that is not understood.
    record Refused<T>(String reason) implements BundleReading<T> {}
}
