/// The key drill: whether the user still has the seed words, found out by asking for some of them or by making the
/// accounts anew from all of them. What is typed is compared in the vault and kept nowhere.
@NullMarked
package org.lifeboat.ui.keydrill;

import org.jspecify.annotations.NullMarked;
