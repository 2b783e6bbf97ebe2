/// The page in front of a locked wallet.
@NullMarked
package org.lifeboat.ui.unlock;

import org.jspecify.annotations.NullMarked;
