package org.lifeboat.vault.signing;

import java.util.List;

/// One sentence of a description: a key of the message bundle `signing` and what is put into it.
public record Line(Severity severity, String key, List<Argument> arguments) {
    public Line {
        arguments = List.copyOf(arguments);
    }

    /// What stands in a gap of a sentence.
    public sealed interface Argument {
        /// The same in every language: a number, an address, a name.
        record Text(String value) implements Argument {}

        /// A word of the message bundle.
        record Word(String key) implements Argument {}

        /// A number and what it counts, which is a word of the message bundle.
        record Counted(String number, String unitKey) implements Argument {}
    }
}
