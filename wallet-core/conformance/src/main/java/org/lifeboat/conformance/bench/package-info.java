/// Figures: how fast the parts are that a user waits for. Printed, never asserted.
@NullMarked
package org.lifeboat.conformance.bench;

import org.jspecify.annotations.NullMarked;
