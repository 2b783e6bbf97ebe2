/// The accounts of this profile and what is done with their keys: added, brought in, taken away, saved,
/// looked at.
///
/// Every password and key is a `Secret` that is closed here. Asks no host.
@NullMarked
package org.lifeboat.ui.accounts;

import org.jspecify.annotations.NullMarked;
