/// Looks on the common paths for accounts of the words that were used before.
///
/// Says first who learns that these addresses belong together, and asks nobody before the user agrees.
@NullMarked
package org.lifeboat.ui.discovery;

import org.jspecify.annotations.NullMarked;
