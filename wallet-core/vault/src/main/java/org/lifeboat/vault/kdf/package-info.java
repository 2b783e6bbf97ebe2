/// From passwords to keys: Argon2id with its bounds, scrypt, PBKDF2, HMAC.
///
/// Follows RFC 9106 (Argon2id, version 0x13), RFC 7914 (scrypt) and RFC 8018 section 5.2 (PBKDF2). Argon2id comes
/// from Bouncy Castle, which wipes its own buffers; the Macs are the JDK's. Never keeps a password, never runs
/// parameters out of bounds.
@NullMarked
package org.lifeboat.vault.kdf;

import org.jspecify.annotations.NullMarked;
