package org.lifeboat.engine.network;

import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.ForeignText;

/// A network as a user describes it.
/// @param chain as an endpoint named it, not as somebody typed it
/// @param coinSymbol of the native coin
/// @param layer [Network.Layer.Unstated] where the user does not know
public record NetworkDraft(ChainId chain, String name, String coinSymbol, Network.Layer layer, boolean testNet) {
    public static final int NAME_LIMIT = 60;
    public static final int SYMBOL_LIMIT = 12;

    public NetworkDraft {
        requireText("a network's name", name, NAME_LIMIT);
        requireText("a coin's symbol", coinSymbol, SYMBOL_LIMIT);
    }

    Network toNetwork() {
        return new Network(chain, name, coinSymbol, layer, testNet, Network.Origin.USER);
    }

    private static void requireText(String what, String text, int limit) {
        boolean readable = text.codePoints().allMatch(ForeignText::isPlain);
        if (text.isBlank() || text.length() > limit || !text.strip().equals(text) || !readable) {
            throw new IllegalArgumentException(what + " has 1 to " + limit
                    + " characters, none of them hidden, a control character, or a blank at an end");
        }
    }
}
