/// One sealed container: bytes under a password, with a header that cannot be changed unnoticed.
///
/// Argon2id and AES-256-GCM; the layout stands in [SealedBox] and in resources/docs/formats.md. Used for the
/// vault file and for the backup of a whole profile. Never touches a disk and never throws for what a file
/// may hold.
@NullMarked
package org.lifeboat.vault.seal;

import org.jspecify.annotations.NullMarked;
