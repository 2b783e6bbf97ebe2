package org.lifeboat.ui.unlock;

import java.time.Duration;

/// What the page in front of a locked wallet shows.
public sealed interface UnlockScreen {
    /// Waiting for the password.
    record Ask() implements UnlockScreen {}

    /// The password is being tried; takes about half a second on purpose.
    record Trying() implements UnlockScreen {}

    record WrongPassword() implements UnlockScreen {}

    /// Too many wrong passwords.
    record TooSoon(Duration remaining) implements UnlockScreen {}

    /// The file is damaged or gone.
    /// @param backup whether there is a backup worth trying
    record Damaged(boolean backup) implements UnlockScreen {}

    /// A newer program wrote the file.
    record UpdateNeeded() implements UnlockScreen {}

    /// The disk did not give the file.
    record Unreadable(String why) implements UnlockScreen {}
}
