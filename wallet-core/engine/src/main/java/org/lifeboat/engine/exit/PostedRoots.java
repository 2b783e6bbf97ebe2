package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;

/// The roots that stand on an L1 whose headers are verified here.
public interface PostedRoots {
    /// What a bridge holds at one verified L1 block.
    /// @param now of that block
    /// @param newest roots of any kind and standing, the newest first
    /// @param known of those that were asked for, all that are roots of this bridge in that block
    record Posted(Bridge bridge, L1Time now, List<Game> newest, Map<Met, Game> known) {
        public Posted {
            newest = List.copyOf(newest);
            known = Map.copyOf(known);
        }
    }

    /// A root as it was met before: outputs of an oracle share its address.
    record Met(Address contract, L2Block block) {}

    /// At the newest L1 block that a committee signed.
    /// @param games to be read beside the newest
    /// @return empty where no such block is at hand, or no source proved what it holds
    Optional<Posted> signed(ExitPlace place, Collection<Met> games);

    /// At the newest final L1 block: the games that were asked for, and no others.
    Optional<Posted> settled(ExitPlace place, Collection<Met> games);

    /// By running the bridge's own contracts on proven state.
    /// @param patience for one source
    static PostedRoots ofBridge(Duration patience) {
        BridgeLook look = new BridgeLook();
        return new PostedRoots() {
            @Override
            public Optional<Posted> signed(ExitPlace place, Collection<Met> games) {
                return place.signed().flatMap(head -> look.roots(place, ReadAt.signed(head), true, games, patience));
            }

            @Override
            public Optional<Posted> settled(ExitPlace place, Collection<Met> games) {
                return place.settled().flatMap(head -> look.roots(place, ReadAt.settled(head), false, games, patience));
            }
        };
    }
}
