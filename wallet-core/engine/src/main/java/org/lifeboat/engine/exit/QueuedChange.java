package org.lifeboat.engine.exit;

import java.time.Instant;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.Powers;

/// Something that whoever can change a bridge has announced, and that waits until it can be carried out. What it does
/// to the bridge is not tried out here; any of it can change everything.
/// @param by who keeps it
/// @param id its name there
/// @param target what will be called; empty where only its name is known
/// @param replaces the proxy whose code it replaces, where it plainly does
/// @param code the new code then
/// @param ready from when it can be carried out, in L1 time
public record QueuedChange(
        Address by,
        Hash32 id,
        Optional<Address> target,
        Optional<Address> replaces,
        Optional<Address> code,
        Instant ready) {
    public static QueuedChange of(Powers.Queued queued) {
        Optional<Powers.Upgrade> upgrade = queued.call().flatMap(Powers.Call::upgrade);
        return new QueuedChange(
                queued.by(),
                queued.id(),
                queued.call().map(Powers.Call::to),
                upgrade.map(Powers.Upgrade::proxy),
                upgrade.map(Powers.Upgrade::code),
                queued.ready().toInstant());
    }
}
