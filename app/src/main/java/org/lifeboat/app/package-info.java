/// The program: `main`, wiring by hand, the command line. Decides nothing about money.
@NullMarked
package org.lifeboat.app;

import org.jspecify.annotations.NullMarked;
