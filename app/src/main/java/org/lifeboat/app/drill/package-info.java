/// Drills in the sandbox: its world as a drill moves it, the player's throwaway keys, and what the
/// window plays one with.
@NullMarked
package org.lifeboat.app.drill;

import org.jspecify.annotations.NullMarked;
