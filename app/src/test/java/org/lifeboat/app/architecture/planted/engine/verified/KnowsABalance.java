package org.lifeboat.app.architecture.planted.engine.verified;

import org.lifeboat.app.architecture.planted.engine.balances.Figure;

/// A planted breach: a balance seen from what checks state.
final class KnowsABalance {
    private KnowsABalance() {}

    static int units() {
        return Figure.units();
    }
}
