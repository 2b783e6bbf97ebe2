package org.lifeboat.ui.parts;

import java.util.Optional;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitToken;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.TokenAmount;

/// What an exit is called: what goes home, and from where.
public final class ExitName {
    private ExitName() {}

    /// @param l2 empty for a chain that is not in the list any more
    public static String of(Surroundings around, Exits.Plan plan, Optional<Network> l2) {
        String coin = l2.map(Network::coinSymbol).orElse("");
        String from = l2.map(Network::name).orElseGet(() -> plan.chain().toString());
        return around.say("exits.name", amount(around, plan.state(), coin), from);
    }

    /// Coin, or a token.
    private static String amount(Surroundings around, ExitState state, String coin) {
        if (state.token().isEmpty()) {
            return AmountText.exact(around, state.amount().toTokenAmount(), coin);
        }
        ExitToken token = state.token().get();
        return around.hidden().get()
                ? AmountText.exact(around, new TokenAmount(token.units(), token.decimals()), token.symbol())
                : token.said();
    }
}
