package org.lifeboat.engine.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.SourceStore;
import org.lifeboat.engine.storage.StoredCheckpoint;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.storage.StoredMessage;
import org.lifeboat.engine.storage.StoredPlan;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;

/// What a backup holds. Its components and those of the records in it are the members of the file, so a renamed
/// one is another format.
/// @param format 3; files of format 1 have no `following`, those of 1 and 2 no `plans`
/// @param madeAt by the computer's clock
/// @param vault the vault's file, sealed under its own password; empty for a profile that only watches
/// @param plansGiven the greatest number that a plan of this profile ever had
public record ProfileContent(
        int format,
        Instant madeAt,
        Optional<Bytes> vault,
        List<Account> accounts,
        List<Network> networks,
        List<Endpoint> endpoints,
        List<Capability> capabilities,
        List<Token> tokens,
        List<Contact> contacts,
        Map<String, String> settings,
        List<StoredReading> readings,
        List<OwnTransaction> activity,
        List<StoredEvidence> evidence,
        List<Following> following,
        List<Plan> plans,
        long plansGiven) {
    static final int FORMAT = 3;

    /// Whether a profile can hold all of it: what only the bundled files may claim is not in it, and
    /// nothing is measured of an endpoint that is missing.
    boolean isWhole() {
        boolean gaps = Stream.<List<?>>of(
                        accounts,
                        networks,
                        endpoints,
                        capabilities,
                        tokens,
                        contacts,
                        readings,
                        activity,
                        evidence,
                        following,
                        plans)
                .flatMap(List::stream)
                .anyMatch(Objects::isNull);
        if (gaps) {
            return false;
        }
        Set<SourceId> known = endpoints.stream().map(Endpoint::id).collect(Collectors.toSet());
        return networks.stream().allMatch(network -> network.origin() == Network.Origin.USER)
                && tokens.stream()
                        .allMatch(
                                token -> token.asset().isEmpty() && token.pin().isEmpty())
                && capabilities.stream().allMatch(measured -> known.contains(measured.endpoint()))
                && following.stream().allMatch(Following::isWhole)
                && plans.stream().map(Plan::number).distinct().count() == plans.size()
                && plans.stream().allMatch(plan -> plan.number() > 0 && plan.number() <= plansGiven);
    }

    /// How the L1 of one network is followed.
    /// @param config of a consensus network that the program does not know
    /// @param messages that led from the checkpoint to the newest verified block; checked again at each start
    public record Following(
            ChainId chain,
            Optional<String> config,
            List<Endpoint> beacons,
            Optional<StoredCheckpoint> checkpoint,
            List<StoredMessage> messages) {
        boolean isWhole() {
            return beacons.stream()
                            .allMatch(beacon ->
                                    beacon != null && beacon.id().chain().equals(chain))
                    && messages.stream().noneMatch(Objects::isNull)
                    && (checkpoint.isPresent() || messages.isEmpty());
        }
    }

    /// A plan under its number, by which own transactions name it.
    public record Plan(long number, StoredPlan plan) {}

    /// What was measured of an endpoint.
    public record Capability(SourceId endpoint, SourceStore.Measured measured) {}
}
