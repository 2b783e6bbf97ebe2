package org.lifeboat.vault;

import org.lifeboat.vault.words.Language;

/// What may be shown of a set of seed words.
/// @param words how many
public record SeedInfo(SeedId id, Language language, int words, boolean hasPassphrase) {}
