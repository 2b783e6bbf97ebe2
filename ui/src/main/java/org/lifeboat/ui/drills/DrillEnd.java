package org.lifeboat.ui.drills;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.DrillBill;
import org.lifeboat.engine.drill.DrillMove;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.engine.drill.Rehearsal;
import org.lifeboat.primitives.Wei;

/// A drill that was played to its end.
/// @param amount that came home; empty where nothing was to be brought home
/// @param day on which it was played
/// @param copied what the play money was a copy of; empty where it was made up
public record DrillEnd(
        Drill drill, Optional<Wei> amount, List<DrillMove> moves, LocalDate day, Optional<RealMoney> copied) {
    public DrillEnd {
        moves = List.copyOf(moves);
    }

    static DrillEnd of(DrillSight sight, LocalDate day, Optional<RealMoney> copied) {
        return new DrillEnd(
                sight.drill(), sight.exit().map(report -> report.plan().state().amount()), sight.moves(), day, copied);
    }

    /// What it says about the real money; empty where the money was made up.
    Optional<Rehearsal> rehearsal() {
        return copied.map(money -> new Rehearsal(money, moves));
    }

    /// What it would have cost and taken.
    /// @param gasPrice wei a gas
    DrillBill bill(Wei gasPrice) {
        return rehearsal().map(played -> played.bill(gasPrice)).orElseGet(() -> new DrillBill(moves, gasPrice));
    }

    /// What the user may change about the bill.
    /// @param gasPrice wei a gas on Ethereum
    /// @param worth of one ETH in the money that the user counts in
    record Prices(Wei gasPrice, Optional<BigDecimal> worth) {}
}
