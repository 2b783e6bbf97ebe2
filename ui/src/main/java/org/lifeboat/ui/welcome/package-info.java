/// The first page: what Lifeboat is, what it can do today, and where it keeps its files. Shows nothing that is not so.
@NullMarked
package org.lifeboat.ui.welcome;

import org.jspecify.annotations.NullMarked;
