package org.lifeboat.app.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.store.ProfileLock;

/// Opens a profile that a watcher looks at just now: its round is over soon, and nobody has to come again for that.
/// Whoever else has it open is not waited for.
public final class ProfileWait {
    /// A round that takes longer has a source that does not answer.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Until who has taken it a moment ago has written down what for.
    private static final Duration NOTE = Duration.ofSeconds(1);

    private static final Duration STEP = Duration.ofMillis(200);

    private ProfileWait() {}

    /// Who waits sees this.
    public interface Shown {
        /// A round has to end first. Called once.
        void begin();

        /// Whether the user waits no longer.
        boolean givenUp();

        /// It waits no more, whatever came of it. Called once after [#begin].
        void end();
    }

    /// @param stay what others are told who want it meanwhile
    /// @return [Profile.Opened.InUse] where it is not free by then, or the user gave up
    public static Profile.Opened open(Path folder, ProfileLock.Stay stay, Shown shown) {
        Profile.Opened opened = Profile.open(folder, stay);
        Deadline round = Deadline.in(PATIENCE);
        Deadline note = Deadline.in(NOTE);
        boolean begun = false;
        while (opened instanceof Profile.Opened.InUse(Optional<ProfileLock.Holder> holder)
                && isWorthIt(holder, round, note)
                && !shown.givenUp()
                && slept()) {
            if (!begun && holder.isPresent()) {
                begun = true;
                shown.begin();
            }
            opened = Profile.open(folder, stay);
        }
        if (begun) {
            shown.end();
        }
        return opened;
    }

    private static boolean isWorthIt(Optional<ProfileLock.Holder> holder, Deadline round, Deadline note) {
        return holder.map(known -> known.stay() == ProfileLock.Stay.ROUND && !round.isOver())
                .orElseGet(() -> !note.isOver());
    }

    /// @return false where somebody wants this to end
    private static boolean slept() {
        try {
            Thread.sleep(STEP);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
