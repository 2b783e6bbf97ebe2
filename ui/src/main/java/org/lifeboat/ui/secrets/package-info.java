/// The only place where passwords, words and keys are typed or shown.
///
/// JavaFX controls hold their text as `String`, which cannot be wiped: this package is the named exception to the
/// rule that a secret is a `Secret`. It hands out `char[]` once, empties the control at once, and keeps nothing.
@NullMarked
package org.lifeboat.ui.secrets;

import org.jspecify.annotations.NullMarked;
