package org.lifeboat.conformance.fuzz;

import java.util.List;
import java.util.Set;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// The programs of suite `fuzz`, for whoever wants to run them elsewhere: the same seed gives the same programs.
public final class GeneratedPrograms {
    private static final int MOST_STATEMENTS = 14;
    private static final int DEPTH = 2;

    private final Dice dice;
    private final ForkRules rules;

    /// @param avoided precompiled contracts, by number, that no program is to call on purpose
    public GeneratedPrograms(long seed, ForkRules rules, Set<Integer> avoided) {
        this.dice = new Dice(seed, avoided);
        this.rules = rules;
    }

    /// @param known accounts to call, look at, and send to
    public Bytes next(List<Address> known) {
        return Program.of(dice, rules, known, 1 + dice.below(MOST_STATEMENTS), DEPTH);
    }
}
