/// A chain in memory with real tries, and sources that answer from it truly or falsely. For tests.
@NullMarked
package org.lifeboat.engine.fake;

import org.jspecify.annotations.NullMarked;
