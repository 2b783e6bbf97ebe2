package org.lifeboat.engine.source;

/// What a source was caught with: its statement, and what the proof or the recomputation shows instead.
/// Outlives the program, so that the source is not believed at the next start.
/// @param kind which sort of statement it was, by its name in `balances.Contradiction.What`
/// @param subject what both are about, as an address, a hash or a host
/// @param said the source's statement
/// @param shown what holds
public record Refutation(String kind, String subject, String said, String shown) {
    /// One English line, for the newest problem of a health record.
    public String inWords() {
        return kind + " of " + subject + ": the source said " + said + "; the proof says " + shown;
    }
}
