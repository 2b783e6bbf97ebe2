/// How a server misbehaves on command: one file a way, behind [Mischief]. Nothing here changes the world; only what
/// is said of it.
///
/// Seeded: the same seed and the same questions in the same order give the same lies.
@NullMarked
package org.lifeboat.sandbox.mischief;

import org.jspecify.annotations.NullMarked;
