/// The chain of evidence from a checkpoint down to a figure, a receipt, what a transaction would have done or where a
/// name leads, as it is shown under *How do we know* and saved for another computer.
///
/// Never: shows a link that was not checked again just before.
@NullMarked
package org.lifeboat.ui.evidence;

import org.jspecify.annotations.NullMarked;
