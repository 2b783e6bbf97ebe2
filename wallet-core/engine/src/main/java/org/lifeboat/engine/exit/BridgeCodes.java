package org.lifeboat.engine.exit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rollups.opstack.Powers;

/// Which code the contracts of bridges had when the user looked first, so that a change is seen. One
/// thread.
public final class BridgeCodes {
    private static final String SETTING = "exit.code.";

    private final SettingStore settings;

    public BridgeCodes(SettingStore settings) {
        this.settings = settings;
    }

    /// @param since when the code was `before` by this computer's clock
    public record Changed(Powers.Role role, Address before, Address now, Instant since) {}

    /// What is not as it was. The first look keeps what it sees and finds no change; a role seen for the
    /// first time is kept too. A change is told until [#accept].
    public List<Changed> changed(ChainId chain, Powers powers, Instant now) {
        List<Changed> changed = new ArrayList<>();
        for (Powers.Role role : Powers.Role.values()) {
            Optional<Address> code = Optional.ofNullable(powers.codes().get(role));
            Optional<Known> known = known(chain, role);
            if (code.isPresent() && known.isEmpty()) {
                keep(chain, role, code.get(), now);
            } else if (code.isPresent() && !known.get().code().equals(code.get())) {
                changed.add(new Changed(
                        role, known.get().code(), code.get(), known.get().since()));
            }
        }
        return changed;
    }

    /// The user has seen what changed.
    public void accept(ChainId chain, Powers powers, Instant now) {
        powers.codes().forEach((role, code) -> {
            if (known(chain, role).filter(known -> known.code().equals(code)).isEmpty()) {
                keep(chain, role, code, now);
            }
        });
    }

    private record Known(Address code, Instant since) {}

    private void keep(ChainId chain, Powers.Role role, Address code, Instant now) {
        settings.put(key(chain, role), code.toHex() + " " + now);
    }

    /// A damaged record is none: the next look keeps a new one.
    private Optional<Known> known(ChainId chain, Powers.Role role) {
        return settings.find(key(chain, role)).map(text -> text.split(" ", -1)).flatMap(parts -> {
            try {
                return parts.length == 2
                        ? Optional.of(new Known(Address.fromHex(parts[0]), Instant.parse(parts[1])))
                        : Optional.empty();
            } catch (IllegalArgumentException | DateTimeException damaged) {
                return Optional.empty();
            }
        });
    }

    private static String key(ChainId chain, Powers.Role role) {
        return SETTING + chain + "." + role;
    }
}
