/// Runs official test vectors (suites) and prints figures (benches) by name.
///
/// May see every module; nothing sees it. A suite that ran nothing has failed; what is skipped is counted, with
/// its reason.
@NullMarked
package org.lifeboat.conformance;

import org.jspecify.annotations.NullMarked;
