package org.lifeboat.ui.drills;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.drill.Drill;

/// What the page of drills shows.
public sealed interface DrillsScreen {
    /// The records are being read.
    record Loading() implements DrillsScreen {}

    /// The records could not be read.
    record Unreadable() implements DrillsScreen {}

    /// @param keys when the words should be proven next; empty where there are none to prove
    record Shown(List<Offer> offers, Optional<Keys> keys, Remark remark) implements DrillsScreen {
        public Shown {
            offers = List.copyOf(offers);
        }
    }

    /// A world is being made for it.
    record Opening(Drill drill) implements DrillsScreen {}

    /// The closing page.
    /// @param prices that the bill is made by
    /// @param gasPrice as it was typed, in gwei
    /// @param worth as it was typed
    record Ended(DrillEnd end, DrillEnd.Prices prices, PriceFlaw flaw, String gasPrice, String worth)
            implements DrillsScreen {
        static Ended first(DrillEnd end) {
            return new Ended(end, DrillsViewModel.FIRST, PriceFlaw.NONE, "20", "");
        }
    }

    /// One drill.
    /// @param passed when it was played to its end last
    record Offer(Drill drill, Optional<LocalDate> passed) {}

    /// @param proven when it was done last
    record Keys(Optional<Instant> proven, Instant next, boolean due) {}

    /// What became of the last one.
    enum Remark {
        NONE,
        LEFT,
        NOT_OPENED
    }

    /// What cannot be read of the prices.
    enum PriceFlaw {
        NONE,
        GAS_PRICE,
        WORTH
    }
}
