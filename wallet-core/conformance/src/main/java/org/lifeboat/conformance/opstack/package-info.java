/// Suite `opstack`: what a chain of the OP Stack charges, and whole blocks executed from witnesses.
@NullMarked
package org.lifeboat.conformance.opstack;

import org.jspecify.annotations.NullMarked;
