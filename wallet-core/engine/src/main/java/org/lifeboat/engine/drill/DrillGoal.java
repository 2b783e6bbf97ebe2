package org.lifeboat.engine.drill;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitToken;
import org.lifeboat.rollups.opstack.TokenPair;

/// What the player of a drill is to bring home.
/// @param coin whether some of the coin
/// @param tokens each with all of it
public record DrillGoal(boolean coin, List<ExitToken> tokens) {
    public static final DrillGoal COIN = new DrillGoal(true, List.of());

    public DrillGoal {
        tokens = List.copyOf(tokens);
    }

    /// A token whose way home was not begun.
    /// @param number which one it is of all that are to come home, from 1
    public record Left(ExitToken token, int number, int of) {}

    /// The first of them that are left.
    /// @param begun exits by a way that leads home
    Optional<Left> left(List<ExitState> begun) {
        List<TokenPair> pairs = begun.stream()
                .flatMap(state -> state.token().stream())
                .map(ExitToken::pair)
                .toList();
        List<ExitToken> left =
                tokens.stream().filter(token -> !pairs.contains(token.pair())).toList();
        return left.stream().findFirst().map(token -> new Left(token, tokens.size() - left.size() + 1, tokens.size()));
    }
}
