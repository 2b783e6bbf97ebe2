/// The pages about roots that were posted on L1: what was claimed, who contests it, what honest play would do, and the
/// bonds. Nothing is sent from here: a move leads to the review of every payment.
@NullMarked
package org.lifeboat.ui.disputes;

import org.jspecify.annotations.NullMarked;
