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
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Bytes;

/// What a backup holds. Its components and those of the records in it are the members of the file, so a renamed
/// one is another format.
/// @param format 1
/// @param madeAt by the computer's clock
/// @param vault the vault's file, sealed under its own password; empty for a profile that only watches
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
        List<StoredEvidence> evidence) {
    static final int FORMAT = 1;

    /// Whether a profile can hold all of it: what only the bundled files may claim is not in it, and nothing is
    /// measured of an endpoint that is missing.
    boolean isWhole() {
        boolean gaps = Stream.<List<?>>of(
                        accounts, networks, endpoints, capabilities, tokens, contacts, readings, activity, evidence)
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
                && capabilities.stream().allMatch(measured -> known.contains(measured.endpoint()));
    }

    /// What was measured of an endpoint.
    public record Capability(SourceId endpoint, SourceStore.Measured measured) {}
}
