package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;

/// Something that an own account put from L1 into an L2, and whether it is there. Steps of exits are left out:
/// their plans tell of them.
/// @param transaction on L1
public record Crossing(OwnTransaction transaction, Kind kind, Arrival arrival) {
    /// What was put in.
    public enum Kind {
        COIN,
        /// By the standard bridge.
        TOKEN,
        /// A payment or call of what the account has on the L2 already.
        CALL
    }

    /// Those signed last, the newest first; asks both layers about each.
    /// @param most how many are asked about
    /// @param patience for each source
    public static List<Crossing> newest(Activity activity, ExitPlace place, int most, Duration patience) {
        return activity.everything(ActivityFilter.of(place.l1().chain())).stream()
                .filter(own -> !(own.status() instanceof Status.Replaced)
                        && kind(own, place).isPresent())
                .limit(most)
                .map(own ->
                        new Crossing(own, kind(own, place).orElseThrow(), Arrival.look(place, own.hash(), patience)))
                .filter(Crossing::isOfThisL2)
                .toList();
    }

    private static Optional<Kind> kind(OwnTransaction own, ExitPlace place) {
        if (TokenDeposit.Step.named(own.note()).isPresent()) {
            return TokenDeposit.Step.named(own.note())
                    .filter(TokenDeposit.Step.DEPOSIT::equals)
                    .map(_ -> Kind.TOKEN);
        }
        return own.counterpart()
                .filter(to ->
                        to.equals(place.portal()) && ExitStep.named(own.note()).isEmpty())
                .map(_ -> own.units().signum() > 0 ? Kind.COIN : Kind.CALL);
    }

    /// The bridge of another L2 stands at another address, which its note does not name: one that went well and put
    /// nothing into this L2 went into another.
    private boolean isOfThisL2() {
        return kind != Kind.TOKEN
                || !(arrival instanceof Arrival.NoDeposit)
                || transaction.status() instanceof Status.Reverted;
    }
}
