/// The sandbox's answers against those that others published.
@NullMarked
package org.lifeboat.conformance.sandbox;

import org.jspecify.annotations.NullMarked;
