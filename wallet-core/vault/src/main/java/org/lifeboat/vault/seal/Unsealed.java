package org.lifeboat.vault.seal;

import org.lifeboat.vault.Secret;

/// What came of opening a sealed box.
public sealed interface Unsealed {
    /// The caller closes both.
    record Content(Secret content, SealingKey key) implements Unsealed {}

    /// The checksum is right and the seal does not open: another password, or a file altered on purpose.
    record WrongPassword() implements Unsealed {}

    /// Not a whole box: cut off, or changed by accident. A backup may help, another password will not.
    record Damaged(String what) implements Unsealed {}

    /// Whole, but of a version or a kind that this program does not know: an update is needed.
    record UpdateNeeded(int version) implements Unsealed {}
}
