package org.lifeboat.engine.exit;

import java.util.Optional;
import org.lifeboat.rollups.opstack.RootPlace;

/// Against which root a withdrawal is to be proven.
public sealed interface RootWish {
    /// The one that is best by itself.
    record Best() implements RootWish {}

    /// The user's choice.
    record Chosen(RootPlace root) implements RootWish {}

    /// The user's choice, against which nothing can be proven any more: as [Best], and to be said until a proof stands
    /// or another is chosen.
    record Forgotten(RootPlace root) implements RootWish {}

    static RootWish of(Optional<RootPlace> chosen) {
        return chosen.<RootWish>map(Chosen::new).orElseGet(Best::new);
    }
}
