/// The suite `wallet`: seed words, derivation, keys, signatures, typed data, keystores.
///
/// Vectors of trezor/python-mnemonic, bitcoin/bips, ethers.js, noble-curves, Wycheproof, ethereum/tests and
/// go-ethereum, known by their shape. Never counts as passed what was not compared.
@NullMarked
package org.lifeboat.conformance.wallet;

import org.jspecify.annotations.NullMarked;
