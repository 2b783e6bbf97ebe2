/// Private keys in other wallets' files.
///
/// Follows the Web3 Secret Storage Definition, version 3 (scrypt and PBKDF2-HMAC-SHA256, AES-128-CTR). The
/// figures in a file are bounded before any work is done. Never guesses: a wrong MAC is a wrong password,
/// anything unknown is refused by name.
@NullMarked
package org.lifeboat.vault.keystore;

import org.jspecify.annotations.NullMarked;
