package org.lifeboat.ui.balances;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Reach;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.ExitWatch;
import org.lifeboat.ui.session.Wallet;

/// What stands above the figures: how much of it the user can get out alone, and what is on its way home.
/// @param home those that call for the user first
public record Outlook(Reach reach, List<Homebound> home) {
    public Outlook {
        home = home.stream()
                .sorted(Comparator.comparing((Homebound one) ->
                                one.turn().filter(ExitStage.Turn.USER::equals).isEmpty())
                        .thenComparing(one -> one.from().orElse(Instant.MAX)))
                .toList();
    }

    /// A withdrawal that is not over. What it carries is in no figure of the sheet.
    /// @param l2 empty for a chain that is not in the list any more
    /// @param stood how it stood when somebody looked last; empty where nobody has
    public record Homebound(Exits.Plan plan, Optional<Network> l2, Optional<ExitWatch.Stood> stood) {
        /// When it is, or was, the user's turn; empty where it waits for others or nobody has looked.
        Optional<Instant> from() {
            return stood.flatMap(ExitWatch.Stood::notBefore);
        }

        Optional<ExitStage.Turn> turn() {
            return stood.map(each -> each.stage().turn());
        }
    }

    public static Outlook of(BalanceSheet sheet, Reach.Ways ways, List<Homebound> home) {
        return new Outlook(Reach.of(sheet, ways), home);
    }

    /// Reads the records; asks nobody. A wish that was never signed is not on its way.
    public static List<Homebound> homebound(Wallet wallet) {
        ExitWatch watch = new ExitWatch(wallet.storage().settings());
        List<Homebound> home = new ArrayList<>();
        for (Exits.Plan plan : new Exits(wallet.storage(), wallet.clock(), Duration.ZERO).all()) {
            Optional<ExitWatch.Stood> stood = watch.stood(plan);
            boolean over = stood.filter(each -> each.stage().turn() == ExitStage.Turn.OVER
                            || each.stage() == ExitStage.OVERTAKEN
                            || each.stage() == ExitStage.CAME_TO_NOTHING
                            || each.stage() == ExitStage.INITIATE)
                    .isPresent();
            boolean begun = plan.state().l2Transaction().isPresent()
                    || plan.state().withdrawal().isPresent();
            if (begun && !over) {
                home.add(new Homebound(plan, wallet.networks().find(plan.chain()), stood));
            }
        }
        return home;
    }
}
