/// The window as the program wires it, watched from outside.
@NullMarked
package org.lifeboat.app.window;

import org.jspecify.annotations.NullMarked;
