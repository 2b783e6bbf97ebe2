/// Puts the parts together by hand: which file, which source, which clock. Adapters only, no decisions about
/// money.
@NullMarked
package org.lifeboat.app.wiring;

import org.jspecify.annotations.NullMarked;
