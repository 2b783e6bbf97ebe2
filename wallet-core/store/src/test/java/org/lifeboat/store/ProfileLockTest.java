package org.lifeboat.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileLockTest {
    @TempDir
    Path folder;

    @Test
    void lock_isTakenOnce_andNamesItsHolder() throws Exception {
        Path file = folder.resolve("new").resolve("lock");
        long here = ProcessHandle.current().pid();

        try (ProfileLock lock = held(ProfileLock.take(file, Samples.NOON))) {
            assertThat(lock).isNotNull();
            assertThat(ProfileLock.take(file, Samples.NOON.plusSeconds(9)))
                    .isEqualTo(new ProfileLock.Outcome.Taken(Optional.of(new ProfileLock.Holder(here, Samples.NOON))));
            Files.writeString(file.resolveSibling("lock.holder"), "scribble");
            assertThat(ProfileLock.take(file, Samples.NOON)).isEqualTo(new ProfileLock.Outcome.Taken(Optional.empty()));
        }
        held(ProfileLock.take(file, Samples.NOON)).close();
    }

    @Test
    void lock_ofAnotherProcessIsSeen_andEndsWithIt() throws Exception {
        Path file = folder.resolve("lock");
        try (ChildJvm child = ChildJvm.start(ChildJvm.Work.HOLD_LOCK, file)) {
            child.awaitLine();

            assertThat(ProfileLock.take(file, Samples.NOON))
                    .isEqualTo(new ProfileLock.Outcome.Taken(
                            Optional.of(new ProfileLock.Holder(child.processId(), Samples.NOON))));
            child.killWithoutWarning();
            held(ProfileLock.take(file, Samples.NOON)).close();
        }
    }

    private static ProfileLock held(ProfileLock.Outcome outcome) {
        return switch (outcome) {
            case ProfileLock.Outcome.Held(ProfileLock lock) -> lock;
            case ProfileLock.Outcome.Taken taken -> throw new AssertionError(taken);
        };
    }
}
