package org.lifeboat.vault;

import java.time.Duration;

/// What came of opening a vault.
public sealed interface Opened {
    /// The caller closes it.
    record Unlocked(UnlockedVault vault) implements Opened {}

    /// The file is whole and the seal did not open: another password, or a file altered on purpose.
    record WrongPassword() implements Opened {}

    /// The file is cut off or was changed by accident.
    /// @param backupLooksWhole whether [Vault#openBackup] is worth a try
    record Damaged(String what, boolean backupLooksWhole) implements Opened {}

    /// The file comes from a newer program: update this one.
    record UpdateNeeded(int version) implements Opened {}

    /// After several wrong passwords each further try has to wait.
    record TooSoon(Duration remaining) implements Opened {}

    /// There is no vault here.
    /// @param backupLooksWhole whether [Vault#openBackup] is worth a try
    record Missing(boolean backupLooksWhole) implements Opened {}

    /// The disk did not give the file.
    record Unreadable(String why) implements Opened {}
}
