package org.lifeboat.vault.keystore;

import org.lifeboat.primitives.Address;
import org.lifeboat.vault.Secret;

/// What came of reading a keystore file.
public sealed interface KeystoreReading {
    /// The caller closes `key`.
    record Opened(Secret key, Address address) implements KeystoreReading {}

    /// The MAC does not fit: another password (or a damaged file; the format cannot tell them apart).
    record WrongPassword() implements KeystoreReading {}

    /// Well-formed, but of a version or with an algorithm that is not read here.
    record Unsupported(String what) implements KeystoreReading {}

    /// It asks for more memory or work than is reasonable: a trap, or a mistake.
    record TooCostly(String what) implements KeystoreReading {}

    /// Not a keystore, or one with missing or wrong members.
    record Malformed(String what) implements KeystoreReading {}

    /// The key is not the one of the address that the file names.
    record OtherAddress(Address named, Address found) implements KeystoreReading {}
}
