package org.lifeboat.evm.rules;

import org.jspecify.annotations.Nullable;

/// The forks of Ethereum that changed execution, oldest first. Forks that moved only the difficulty bomb
/// (Muir Glacier, Arrow Glacier, Gray Glacier) or only the blob schedule (EIP-7892) are not here.
public enum Fork {
    FRONTIER,
    HOMESTEAD,
    /// EIP-150; "Tangerine Whistle".
    TANGERINE_WHISTLE,
    /// EIP-158; "Spurious Dragon".
    SPURIOUS_DRAGON,
    BYZANTIUM,
    CONSTANTINOPLE,
    /// Constantinople without EIP-1283; test files say `ConstantinopleFix`.
    PETERSBURG,
    ISTANBUL,
    BERLIN,
    LONDON,
    /// The Merge.
    PARIS,
    SHANGHAI,
    CANCUN,
    PRAGUE,
    OSAKA;

    /// Each is read when it is first asked for: a program needs one or two of them, and right after its
    /// start.
    private static final @Nullable ForkRules[] RULES = new @Nullable ForkRules[values().length];

    /// The fork's column of the tables.
    public ForkRules rules() {
        synchronized (RULES) {
            ForkRules known = RULES[column()];
            if (known == null) {
                known = new ForkRules(this);
                RULES[column()] = known;
            }
            return known;
        }
    }

    /// The fork's place in the tables, from 0: their columns have the order of this enum.
    @SuppressWarnings("EnumOrdinal") // reason: that order is what the tables are written in
    int column() {
        return ordinal();
    }
}
