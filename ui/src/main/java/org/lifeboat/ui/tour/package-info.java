/// The tour: a scripted new user goes through the real pages of a new, temporary profile; each page is saved as a
/// picture. Asks no host.
@NullMarked
package org.lifeboat.ui.tour;

import org.jspecify.annotations.NullMarked;
