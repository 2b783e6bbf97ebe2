package org.lifeboat.engine.exit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.Storage;

/// One transaction of a plan. Its name and the plan's number stand in the note of the transaction: so a plan finds
/// what it has signed, also where the program was killed between signing and remembering.
public enum ExitStep {
    /// Takes the money off the L2.
    INITIATE,
    /// Posts a root oneself, with the bond.
    OWN_ROOT,
    /// Proves the withdrawal on L1.
    PROVE,
    /// Ends a game whose time is over.
    RESOLVE,
    /// Has it paid out.
    FINISH,
    /// Has tokens paid out that the bridge on L1 refused when the portal was finished.
    REPLAY;

    /// The note of a transaction that makes this step.
    public String note(PlanStore.Id plan) {
        return "exit " + plan.value() + ": " + name().toLowerCase(Locale.ROOT);
    }

    /// The step that a note speaks of, of whichever plan.
    public static Optional<ExitStep> named(String note) {
        return Arrays.stream(values())
                .filter(step -> note.matches("exit [0-9]+: " + step.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// Steps of a plan that are signed and not known to be in a block, by what is kept here alone. Asks nobody.
    public static List<ExitStep> signed(Storage storage, Exits.Plan plan) {
        return new Activity(storage)
                .everything(ActivityFilter.of(plan.account())).stream()
                        .filter(own -> own.status() instanceof Status.Saved || own.status() instanceof Status.Sent)
                        .flatMap(own -> of(plan.id(), own).stream())
                        .toList();
    }

    /// @return the step of that plan that a transaction makes
    public static Optional<ExitStep> of(PlanStore.Id plan, OwnTransaction transaction) {
        for (ExitStep step : values()) {
            if (step.note(plan).equals(transaction.note())) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
