/// Finds the accounts of a restored seed that were used before, on the common paths (BIP-44, section "Account
/// discovery", with a gap of five).
///
/// Whoever is asked learns that these addresses belong together; that is said first and must be agreed to. A
/// source that does not answer never makes an account look unused.
@NullMarked
package org.lifeboat.engine.discovery;

import org.jspecify.annotations.NullMarked;
