/// What a watcher without keys remembers between its looks, so that it speaks once of each thing, also after it was
/// ended and started again, and so that a date that passed meanwhile is said first.
///
/// Never: a claim of its own. All it says is what a look at the chains has shown.
@NullMarked
package org.lifeboat.engine.watch;

import org.jspecify.annotations.NullMarked;
