package org.lifeboat.engine.network;

import java.util.Set;
import org.lifeboat.primitives.ChainId;

/// Whose money a profile is about. Real money and play money never meet in one profile: a network of the
/// other kind is not found there, not shown, not asked and not added, whatever the profile's records hold.
/// @param playChains all chains of play money that this program knows
/// @param play whether the profile is one of play money
public record Realm(Set<ChainId> playChains, boolean play) {
    /// Where there is no play money to be told apart.
    public static final Realm ALL = new Realm(Set.of(), false);

    public Realm {
        playChains = Set.copyOf(playChains);
    }

    /// Whether a profile of this realm may have to do with the chain.
    public boolean admits(ChainId chain) {
        return playChains.contains(chain) == play;
    }
}
