/// The balance page of an empty profile: what is missing before a figure can be shown. Never shows a zero that nobody
/// has read.
@NullMarked
package org.lifeboat.ui.balances;

import org.jspecify.annotations.NullMarked;
