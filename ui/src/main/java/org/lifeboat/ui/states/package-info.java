/// The six states of every page: empty, first load, partial, stale, proof disagrees, offline; drawn once, here.
///
/// A failed request is never drawn as a zero or as an empty list.
@NullMarked
package org.lifeboat.ui.states;

import org.jspecify.annotations.NullMarked;
