package org.lifeboat.vault.signing;

/// What came of reading typed data.
public sealed interface TypedDataReading {
    record Valid(TypedData data) implements TypedDataReading {}

    /// It cannot be shown in full exactly as it would be signed, so it is not signed.
    record Refused(String reason) implements TypedDataReading {}
}
