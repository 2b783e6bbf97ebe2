package org.lifeboat.ui.drills;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.session.LessonHall;

/// What the page of drills shows.
public sealed interface DrillsScreen {
    /// The records are being read.
    record Loading() implements DrillsScreen {}

    /// The records could not be read.
    record Unreadable() implements DrillsScreen {}

    /// @param keys when the words should be proven next; empty where there are none to prove
    /// @param positions that can be rehearsed with
    /// @param world that may be kept; empty where there is none
    record Shown(
            List<Offer> offers,
            List<Position> positions,
            Optional<Keys> keys,
            List<LessonHall.Offer> lessons,
            Optional<World> world,
            Remark remark)
            implements DrillsScreen {
        public Shown {
            offers = List.copyOf(offers);
            positions = List.copyOf(positions);
            lessons = List.copyOf(lessons);
        }
    }

    /// What an account holds on an L2, by what was read last.
    /// @param held of the coin
    /// @param tokens each with all of it
    record Position(Network l2, Account account, Wei held, List<TokenHeld> tokens) {
        public Position {
            tokens = List.copyOf(tokens);
        }
    }

    /// @param units in the token's smallest unit
    record TokenHeld(Token token, BigInteger units) {}

    /// A world is being made for it.
    record Opening(Drill drill) implements DrillsScreen {}

    /// A lesson is being played.
    record Lecturing(String lesson) implements DrillsScreen {}

    /// A lesson was played.
    record Taught(String lesson, List<LessonHall.Step> steps) implements DrillsScreen {
        public Taught {
            steps = List.copyOf(steps);
        }
    }

    /// The closing page.
    /// @param prices that the bill is made by
    /// @param gasPrice as it was typed, in gwei
    /// @param worth as it was typed
    record Ended(DrillEnd end, DrillEnd.Prices prices, PriceFlaw flaw, String gasPrice, String worth)
            implements DrillsScreen {
        /// By the price of gas that was copied, where one was.
        static Ended first(DrillEnd end) {
            DrillEnd.Prices prices = end.copied()
                    .map(money -> new DrillEnd.Prices(money.price(), Optional.empty()))
                    .orElse(DrillsViewModel.FIRST);
            return new Ended(end, prices, PriceFlaw.NONE, DrillWords.gwei(prices.gasPrice()), "");
        }
    }

    /// One drill.
    /// @param passed when it was played to its end last
    record Offer(Drill drill, Optional<LocalDate> passed) {}

    /// @param proven when it was done last
    record Keys(Optional<Instant> proven, Instant next, boolean due) {}

    /// The world of play money around the page.
    /// @param kept whether it is gone on with the next time
    /// @param lost whether another one was kept, and could not be gone on with
    record World(boolean kept, boolean lost) {}

    /// What became of the last one.
    enum Remark {
        NONE,
        LEFT,
        NOT_OPENED,
        /// It could not be read what is there to rehearse with.
        NOT_READ,
        /// The lesson could not be played.
        NOT_TAUGHT,
        /// It could not be changed whether the world is kept.
        NOT_KEPT
    }

    /// What cannot be read of the prices.
    enum PriceFlaw {
        NONE,
        GAS_PRICE,
        WORTH
    }
}
