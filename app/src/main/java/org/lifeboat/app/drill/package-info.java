/// Drills in the sandbox: its world as a drill moves it, the player's throwaway keys, and the certificate.
@NullMarked
package org.lifeboat.app.drill;

import org.jspecify.annotations.NullMarked;
