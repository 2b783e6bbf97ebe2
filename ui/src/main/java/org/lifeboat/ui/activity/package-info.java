/// What this wallet has signed and sent, newest first, and what became of it.
@NullMarked
package org.lifeboat.ui.activity;

import org.jspecify.annotations.NullMarked;
