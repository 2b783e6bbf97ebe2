package org.lifeboat.engine.exit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.Powers;

/// Who can stop or change a bridge, with how much notice, and whose code it runs.
/// @param guardian can pause proving and paying out
/// @param upgrader can replace the code of the bridge
/// @param settings can change its settings
/// @param keys of the upgrader, where it is a wallet of several
/// @param delay that a new code waits after it was announced; empty: it can come at once
/// @param queue who tells what has been announced
/// @param announced what waits, the next first
/// @param posters whom alone an output oracle lets post and delete roots; empty where roots are posted in games
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
        Optional<Posters> posters,
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

    /// Whom an output oracle names.
    /// @param proposer empty: nobody, so that no root is ever posted again
    /// @param challenger empty: nobody deletes a false root
    /// @param anybody whether whoever makes a proof posts too
    public record Posters(Optional<Address> proposer, Optional<Address> challenger, boolean anybody) {}

    /// So many of so many have to agree.
    public record Keys(long threshold, long of) {}

    /// Code of one contract.
    /// @param contract the name of its role
    /// @param hash of it, where it was proven
    /// @param published whose it is, by the makers' lists
    /// @param twin whose code is the very same, by its hash, at another place
    /// @param before where it was when the user looked first, if that is another place
    public record Code(
            String contract,
            Address at,
            Optional<Hash32> hash,
            Optional<BridgeReleases.Release> published,
            Optional<BridgeReleases.Release> twin,
            Optional<Before> before) {}

    public record Before(Address at, Instant since) {}

    /// @param changed as [BridgeCodes] told it
    /// @param origins of the codes, as far as they were read
    /// @param listed whether there is a list of published codes for this L1
    public static BridgeRisks of(
            Powers powers, List<BridgeCodes.Changed> changed, Map<Powers.Role, CodeOrigin> origins, boolean listed) {
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
                powers.posters().map(who -> new Posters(who.proposer(), who.challenger(), who.anybody())),
                new TreeMap<>(powers.codes())
                        .entrySet().stream()
                                .map(each -> code(
                                        each.getKey(),
                                        each.getValue(),
                                        Optional.ofNullable(origins.get(each.getKey())),
                                        changed))
                                .toList(),
                listed);
    }

    private static Code code(
            Powers.Role role, Address at, Optional<CodeOrigin> origin, List<BridgeCodes.Changed> changed) {
        return new Code(
                role.name(),
                at,
                origin.flatMap(CodeOrigin::hash),
                origin.flatMap(CodeOrigin::published),
                origin.flatMap(CodeOrigin::twin),
                changed.stream()
                        .filter(one -> one.role() == role)
                        .map(one -> new Before(one.before(), one.since()))
                        .findFirst());
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
