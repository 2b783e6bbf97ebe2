/// Reading the data files that come with the program (networks, tokens).
///
/// Strict: an unknown, missing or repeated member is an error of the build, never a default. Every value has a
/// [Citation]. Nothing is read from the user's disk or the network here.
@NullMarked
package org.lifeboat.engine.bundled;

import org.jspecify.annotations.NullMarked;
