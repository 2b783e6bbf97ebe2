/// The keys at home: one sealed file, opened with a password, that derives, imports, exports and signs.
///
/// [Vault] is the file, [UnlockedVault] what is open, [AutoLock] closes it. Sub-packages: `words` (BIP-39), `hd`
/// (BIP-32, BIP-44), `keystore` (Web3 Secret Storage), `kdf` and `seal` (Argon2id, AES-256-GCM), `file` (replaced
/// whole), `signing` (requests in words), `bundle` (requests as a file).
///
/// Never opens a socket, never writes a secret unsealed, never puts one into a `String`, an exception or a
/// log line. What is protected and what is not stands in resources/docs/security-vault.md: in short, a stolen
/// file is, a computer with malware while the vault is open is not. Secrets live on the Java heap while the
/// vault is open; the copies that the libraries underneath make and that cannot be wiped are named there too.
@NullMarked
package org.lifeboat.vault;

import org.jspecify.annotations.NullMarked;
