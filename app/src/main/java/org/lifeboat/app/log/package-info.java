/// What the program writes down about itself: a log file in the profile, and a file for a crash. Nothing
/// secret, and nothing on the screen.
@NullMarked
package org.lifeboat.app.log;

import org.jspecify.annotations.NullMarked;
