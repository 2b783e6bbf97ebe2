/// How a server misbehaves on command: one file a way, behind [Mischief]. Nothing here changes the world; only what
/// is said of it.
///
/// Seeded: the same seed and the same questions give the same lies, in whichever order they come.
@NullMarked
package org.lifeboat.sandbox.mischief;

import org.jspecify.annotations.NullMarked;
