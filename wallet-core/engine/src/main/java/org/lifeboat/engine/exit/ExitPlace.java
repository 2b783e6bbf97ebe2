package org.lifeboat.engine.exit;

import java.util.List;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;

/// The two chains between which money moves, and who can be asked about them.
/// @param portal of the L2 on L1, from the registry or the user
public record ExitPlace(Network l2, List<Source> l2Sources, Network l1, List<Source> l1Sources, Address portal) {
    public ExitPlace {
        l2Sources = List.copyOf(l2Sources);
        l1Sources = List.copyOf(l1Sources);
    }
}
