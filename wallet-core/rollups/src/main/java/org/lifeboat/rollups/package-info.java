/// The L2 stacks, one package each, with the same file names in every one.
///
/// Pure: what a stack needs to know of a chain is handed in, already checked.
@NullMarked
package org.lifeboat.rollups;

import org.jspecify.annotations.NullMarked;
