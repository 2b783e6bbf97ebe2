/// The wallet that a window works on: its keys while they are open, and what it asks the engine for.
///
/// Every password and key passes through as a `Secret` that is closed here. Nothing is decided here that the
/// command line would decide otherwise.
@NullMarked
package org.lifeboat.ui.session;

import org.jspecify.annotations.NullMarked;
