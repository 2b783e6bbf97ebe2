/// How the window looks and behaves, and what the program has told the outside. Changes take hold at once.
@NullMarked
package org.lifeboat.ui.settings;

import org.jspecify.annotations.NullMarked;
