package org.lifeboat.engine.exit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;

/// What a way takes on L1 from its first step to its last, and whether an account has that there, before it is gone.
/// Pure; from measured gas and one source's price of it: an estimate, each step's review asks anew.
///
/// @param steps on L1, in their order, with what each takes now
/// @param now all of them at the present price
/// @param held by the account on L1
/// @param missing of `now`; empty where it is enough
/// @param missingDoubled the same should gas become twice as dear, as in [Readiness]
public record WayCost(
        Map<ExitStep, Wei> steps, Wei now, Wei held, Optional<Wei> missing, Optional<Wei> missingDoubled) {
    public WayCost {
        steps = new LinkedHashMap<>(steps);
    }

    /// All of them should gas become twice as dear.
    public Wei doubled() {
        return now.times(Readiness.PRICE_FACTOR);
    }

    /// A withdrawal's.
    /// @param tokens whether it is about a token, which takes more gas
    /// @return empty where nothing was read of the account
    public static Optional<WayCost> of(Leaving.Read read, Address account, ExitState.Way way, boolean tokens) {
        List<ExitStep> all = new ArrayList<>(List.of(ExitStep.PROVE, ExitStep.RESOLVE, ExitStep.FINISH));
        if (read.bridge().roots() == BridgeReport.Roots.ORACLE) {
            all.remove(ExitStep.RESOLVE); // There is no game that somebody ends.
        }
        if (way == ExitState.Way.THROUGH_L1) {
            all.addFirst(ExitStep.INITIATE);
        }
        return of(read, account, all, tokens);
    }

    /// A forced payment's: there is one step only.
    public static Optional<WayCost> ofPayment(Leaving.Read read, Address account, boolean tokens) {
        return of(read, account, List.of(ExitStep.INITIATE), tokens);
    }

    private static Optional<WayCost> of(Leaving.Read read, Address account, List<ExitStep> all, boolean tokens) {
        Map<ExitStep, Wei> steps = new LinkedHashMap<>();
        Wei now = Wei.ZERO;
        for (ExitStep step : all) {
            Optional<Wei> cost = tokens
                    ? StepCost.ofTokens(step, ExitState.Way.THROUGH_L1, read.price())
                    : StepCost.of(step, ExitState.Way.THROUGH_L1, read.price());
            cost.ifPresent(wei -> steps.put(step, wei));
            now = now.plus(cost.orElse(Wei.ZERO));
        }
        Wei whole = now;
        return Optional.ofNullable(read.accounts().get(account))
                .map(Readiness::held)
                .map(held -> new WayCost(
                        steps,
                        whole,
                        held,
                        Readiness.missing(held, whole),
                        Readiness.missing(held, whole.times(Readiness.PRICE_FACTOR))));
    }
}
