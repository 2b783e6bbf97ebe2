package org.lifeboat.store;

/// What became of opening a profile's file.
public sealed interface Opening {
    record Opened(ProfileStore store) implements Opening {}

    /// The file is damaged, or is no file of ours. It was not touched. Offer a backup; or, on the user's word,
    /// move it aside ([ProfileStore#moveAside]) and begin with an empty one. The keys are not in it.
    /// @param detail what the check found
    record Damaged(String detail) implements Opening {}

    /// A newer version of the program wrote the file. It was not touched. Update the program.
    record UpdateNeeded(int foundVersion, int knownVersion) implements Opening {}
}
