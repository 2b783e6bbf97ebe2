/// The page of one L2: what its bridge on L1 says, how fresh its blocks and roots are, who can stop it, and what
/// this wallet could not check.
@NullMarked
package org.lifeboat.ui.chain;

import org.jspecify.annotations.NullMarked;
