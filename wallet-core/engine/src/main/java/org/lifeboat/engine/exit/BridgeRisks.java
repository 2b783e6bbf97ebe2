package org.lifeboat.engine.exit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rollups.opstack.Powers;

/// Who can stop or change a bridge, with how much notice, and whose code it runs.
/// @param guardian can pause proving and paying out
/// @param upgrader can replace the code of the bridge
/// @param settings can change its settings
/// @param keys of the upgrader, where it is a wallet of several
/// @param delay that a new code waits after it was announced; empty: it can come at once
/// @param queue who tells what has been announced
/// @param announced what waits, the next first
/// @param codes of the contracts that money hangs on
/// @param listed whether there is a list of published codes for this L1
public record BridgeRisks(
        Optional<Address> guardian,
        Optional<Address> upgrader,
        Optional<Address> settings,
        Optional<Keys> keys,
        Optional<Duration> delay,
        Queue queue,
        List<QueuedChange> announced,
        List<Code> codes,
        boolean listed) {
    public BridgeRisks {
        announced = List.copyOf(announced);
        codes = List.copyOf(codes);
    }

    /// Who tells what has been announced.
    public enum Queue {
        /// Nothing has to be announced.
        NONE,
        /// Contracts that list all that waits.
        LISTED,
        /// Events, as far as the sources tell them.
        BY_EVENTS,
        UNREAD
    }

    /// So many of so many have to agree.
    public record Keys(long threshold, long of) {}

    /// Code of one contract.
    /// @param contract the name of its role
    /// @param published whose it is, by the makers' lists
    /// @param before where it was when the user looked first, if that is another place
    public record Code(
            String contract, Address at, Optional<BridgeReleases.Release> published, Optional<Before> before) {}

    public record Before(Address at, Instant since) {}

    /// @param changed as [BridgeCodes] told it
    public static BridgeRisks of(
            Powers powers, List<BridgeCodes.Changed> changed, BridgeReleases releases, ChainId l1) {
        return new BridgeRisks(
                powers.guardian(),
                powers.upgrader(),
                powers.settings(),
                powers.quorum().map(quorum -> new Keys(quorum.threshold(), quorum.keys())),
                powers.delay(),
                queue(powers),
                powers.queue().waiting().stream()
                        .map(QueuedChange::of)
                        .sorted(Comparator.comparing(QueuedChange::ready))
                        .toList(),
                new TreeMap<>(powers.codes())
                        .entrySet().stream()
                                .map(each -> new Code(
                                        each.getKey().name(),
                                        each.getValue(),
                                        releases.find(l1, each.getKey(), each.getValue()),
                                        changed.stream()
                                                .filter(one -> one.role() == each.getKey())
                                                .map(one -> new Before(one.before(), one.since()))
                                                .findFirst()))
                                .toList(),
                releases.covers(l1));
    }

    private static Queue queue(Powers powers) {
        return switch (powers.queue().listing()) {
            case Powers.Listing.Nobody() -> powers.delay().isPresent() ? Queue.UNREAD : Queue.NONE;
            case Powers.Listing.Contracts() -> Queue.LISTED;
            case Powers.Listing.Events _ -> Queue.BY_EVENTS;
            case Powers.Listing.Unread _ -> Queue.UNREAD;
        };
    }
}
