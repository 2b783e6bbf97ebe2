package org.lifeboat.engine.exit;

import java.util.Optional;
import org.lifeboat.primitives.Address;

/// Who can stop or change a bridge, as its own contracts say.
/// @param guardian can pause proving and paying out
/// @param upgrader can replace the code of the bridge
/// @param settings can change its settings
public record BridgePowers(Optional<Address> guardian, Optional<Address> upgrader, Optional<Address> settings) {}
