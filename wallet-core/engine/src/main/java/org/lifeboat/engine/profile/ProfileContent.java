package org.lifeboat.engine.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// What was measured of an endpoint.
    public record Capability(SourceId endpoint, SourceStore.Measured measured) {}
}
