package org.lifeboat.engine.chaincheck;

import org.lifeboat.primitives.L2Block;

/// The block that a check stands on, and why it is taken to be right.
public sealed interface Ground {
    L2Block block();

    /// The chain's first block, which everybody knows.
    record Genesis(L2Block block) implements Ground {}

    /// L1 treats its root as final; a game stands on it.
    record FinalRoot(L2Block block) implements Ground {}

    /// A server's word, no more.
    /// @param source in the user's words
    record ServersWord(L2Block block, String source) implements Ground {}
}
