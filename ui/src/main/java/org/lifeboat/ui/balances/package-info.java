/// What the accounts hold, with how far each figure was checked. Shows
/// [org.lifeboat.engine.balances.BalanceSheet] as it is: it adds nothing up and rounds nothing but for showing.
///
/// Never: a missing figure as a zero, a total without "at least" where a part is missing.
@NullMarked
package org.lifeboat.ui.balances;

import org.jspecify.annotations.NullMarked;
