/// The accounts of a profile as far as they are public: address, name, order. The keys are in the vault.
///
/// An account is its address: the same address imported twice is one account. Nothing here can sign, and
/// nothing here is secret; a restored backup of these records without the vault can watch and no more.
@NullMarked
package org.lifeboat.engine.account;

import org.jspecify.annotations.NullMarked;
