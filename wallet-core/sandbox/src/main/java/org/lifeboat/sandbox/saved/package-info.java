/// A world on disk: how its L1 came to be, block after block, so that one can go on tomorrow.
///
/// The file holds what cannot be computed: times and transactions. Everything else follows from them, and each
/// block's hash says whether it did.
@NullMarked
package org.lifeboat.sandbox.saved;

import org.jspecify.annotations.NullMarked;
