/// Words and figures as the user reads them: sentences of the bundles, times with age and zone, counts.
///
/// No literal sentence stands outside the bundles; a test looks.
@NullMarked
package org.lifeboat.ui.phrases;

import org.jspecify.annotations.NullMarked;
