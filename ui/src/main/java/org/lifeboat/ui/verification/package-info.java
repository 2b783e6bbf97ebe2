/// The page of one L1: how far this computer has verified it, from which checkpoint, with the help of whom.
@NullMarked
package org.lifeboat.ui.verification;

import org.jspecify.annotations.NullMarked;
