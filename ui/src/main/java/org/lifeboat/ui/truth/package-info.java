/// Is this chain telling the truth? The page that runs an L2's blocks again from its data on L1, with progress, and
/// says what came of it and what that stands on.
@NullMarked
package org.lifeboat.ui.truth;

import org.jspecify.annotations.NullMarked;
