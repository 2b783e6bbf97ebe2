/// A node that lies: an HTTP server on 127.0.0.1 in front of an honest node, which changes one thing at a
/// time, or plays a poor endpoint with the limits that real ones have.
///
/// Tables of tests run over all of [Lie] and [Personality], so that a new entry is a new row everywhere. What
/// each lie must lead to is the business of the tests, not of this package.
@NullMarked
package org.lifeboat.testkit.liar;

import org.jspecify.annotations.NullMarked;
