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

        try (ProfileLock lock = held(take(file))) {
            assertThat(lock).isNotNull();
            assertThat(take(file))
                    .isEqualTo(new ProfileLock.Outcome.Taken(
                            Optional.of(new ProfileLock.Holder(here, Samples.NOON, ProfileLock.Stay.OPEN))));
            Files.writeString(file.resolveSibling("lock.holder"), "scribble");
            assertThat(take(file)).isEqualTo(new ProfileLock.Outcome.Taken(Optional.empty()));
        }
        held(take(file)).close();
    }

    @Test
    void lock_ofAnotherProcessIsSeen_andEndsWithIt() throws Exception {
        Path file = folder.resolve("lock");
        try (ChildJvm child = ChildJvm.start(ChildJvm.Work.HOLD_LOCK, file)) {
            child.awaitLine();

            assertThat(take(file))
                    .isEqualTo(new ProfileLock.Outcome.Taken(Optional.of(
                            new ProfileLock.Holder(child.processId(), Samples.NOON, ProfileLock.Stay.OPEN))));
            child.killWithoutWarning();
            held(take(file)).close();
        }
    }

    @Test
    void note_saysWhatTheLockIsFor() {
        Path file = folder.resolve("lock");
        try (ProfileLock lock = held(ProfileLock.take(file, Samples.NOON, ProfileLock.Stay.ROUND))) {
            assertThat(lock).isNotNull();
            assertThat(take(file))
                    .isInstanceOfSatisfying(
                            ProfileLock.Outcome.Taken.class,
                            taken -> assertThat(taken.holder())
                                    .map(ProfileLock.Holder::stay)
                                    .contains(ProfileLock.Stay.ROUND));
        }
    }

    @Test
    void noteOfAProcessThatHasEnded_isNobodys() throws Exception {
        Path file = folder.resolve("lock");
        try (ChildJvm child = ChildJvm.start(ChildJvm.Work.HOLD_LOCK, file)) {
            child.awaitLine();
            child.killWithoutWarning();
            Path note = file.resolveSibling("lock.holder");
            String before = Files.readString(note);

            try (ProfileLock lock = held(take(file))) {
                assertThat(lock).isNotNull();
                Files.writeString(note, before); // as it is until the new holder has written its own
                assertThat(take(file)).isEqualTo(new ProfileLock.Outcome.Taken(Optional.empty()));
            }
        }
    }

    private static ProfileLock.Outcome take(Path file) {
        return ProfileLock.take(file, Samples.NOON, ProfileLock.Stay.OPEN);
    }

    private static ProfileLock held(ProfileLock.Outcome outcome) {
        return switch (outcome) {
            case ProfileLock.Outcome.Held(ProfileLock lock) -> lock;
            case ProfileLock.Outcome.Taken taken -> throw new AssertionError(taken);
        };
    }
}
