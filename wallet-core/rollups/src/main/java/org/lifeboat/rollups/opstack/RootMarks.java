package org.lifeboat.rollups.opstack;

import java.util.Optional;
import org.lifeboat.primitives.Address;

/// What L1 says of a posted root beside how its contest stands.
/// @param creator who posted it; empty where its contract does not tell, as an output oracle
/// @param blacklisted whether the bridge's guardian has struck out just this one
/// @param retired whether it is older than what the guardian still lets count
public record RootMarks(Optional<Address> creator, boolean blacklisted, boolean retired) {
    /// Of one of which nothing more is told.
    public static final RootMarks NONE = new RootMarks(Optional.empty(), false, false);

    /// Source: specification, "Anchor State Registry", `isGameBlacklisted`, `isGameRetired`; before the registry see
    /// [Anchor].
    static RootMarks read(Reads reads, Bridge bridge, Game game) {
        if (game.isOutput()) {
            return NONE;
        }
        Optional<Address> creator = reads.address(game.contract(), "gameCreator()");
        if (game.proper()) {
            return new RootMarks(creator, false, false);
        }
        Address portal = bridge.contracts().portal();
        Optional<Address> registry = bridge.contracts().registry();
        Optional<Boolean> blacklisted = registry.isPresent()
                ? reads.flag(registry.get(), "isGameBlacklisted(address)", Abi.word(game.contract()))
                : reads.flag(portal, "disputeGameBlacklist(address)", Abi.word(game.contract()));
        Optional<Boolean> retired = registry.isPresent()
                ? reads.flag(registry.get(), "isGameRetired(address)", Abi.word(game.contract()))
                : reads.small(portal, "respectedGameTypeUpdatedAt()")
                        .map(at -> game.createdAt().unixSeconds() < at);
        return new RootMarks(creator, blacklisted.orElse(false), retired.orElse(false));
    }
}
