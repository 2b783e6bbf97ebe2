/// A whole profile as one encrypted file: the vault as it is sealed, and every record beside it.
///
/// Sealed with the vault's own box (Argon2id, AES-256-GCM). Restored only into an empty profile, whole or not
/// at all. The keys inside stay sealed under the vault's password; nothing here opens them.
@NullMarked
package org.lifeboat.engine.profile;

import org.jspecify.annotations.NullMarked;
