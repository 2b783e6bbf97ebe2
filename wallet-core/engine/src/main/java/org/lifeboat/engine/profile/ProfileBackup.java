package org.lifeboat.engine.profile;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.engine.storage.SyncStore;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.kdf.KdfParameters;
import org.lifeboat.vault.seal.SealedBox;
import org.lifeboat.vault.seal.SealingKey;
import org.lifeboat.vault.seal.Unsealed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes and restores whole-profile backups.
public final class ProfileBackup {
    private final Storage storage;

    public ProfileBackup(Storage storage) {
        this.storage = storage;
    }

    /// Everything of this profile as it is at one moment.
    /// @param vault the vault's file as it is sealed; empty for a profile that only watches
    public ProfileContent collect(Optional<Bytes> vault, Instant now) {
        return storage.atomically(() -> new ProfileContent(
                ProfileContent.FORMAT,
                now,
                vault,
                storage.accounts().all(),
                storage.networks().all(),
                storage.sources().all(),
                capabilities(),
                storage.tokens().all(),
                storage.contacts().all(),
                storage.settings().all(),
                storage.balances().all(),
                new Activity(storage).everything(ActivityFilter.ALL),
                evidence(),
                following(),
                plans(),
                storage.plans().lastGiven()));
    }

    /// The bytes of a backup file. Takes as long as the key derivation does.
    /// @param password of the backup; the vault in it stays under its own
    public static byte[] seal(ProfileContent content, Secret password, KdfParameters parameters, SecureRandom random) {
        try (Secret plain = Secret.take(ProfileJson.MAPPER.writeValueAsBytes(content));
                SealingKey key = SealingKey.fresh(password, parameters, random)) {
            return SealedBox.seal(SealedBox.Kind.PROFILE, plain, key, random);
        }
    }

    /// What came of opening a backup file.
    public sealed interface Opened {
        record Content(ProfileContent content) implements Opened {}

        record WrongPassword() implements Opened {}

        /// Try another copy; another password will not help.
        record Damaged(String what) implements Opened {}

        /// A newer version of the program made it.
        record UpdateNeeded(int format) implements Opened {}
    }

    public static Opened open(byte[] file, Secret password) {
        return switch (SealedBox.open(SealedBox.Kind.PROFILE, file, password)) {
            case Unsealed.WrongPassword _ -> new Opened.WrongPassword();
            case Unsealed.Damaged(String what) -> new Opened.Damaged(what);
            case Unsealed.UpdateNeeded(int version) -> new Opened.UpdateNeeded(version);
            case Unsealed.Content(Secret content, SealingKey key) -> {
                try (content;
                        key) {
                    yield content.with(ProfileBackup::parse);
                }
            }
        };
    }

    static Opened parse(byte[] json) {
        try {
            JsonNode tree = ProfileJson.MAPPER.readTree(json);
            int format = tree.path("format").asInt(0);
            if (format > ProfileContent.FORMAT) {
                return new Opened.UpdateNeeded(format);
            }
            if (format == 1 && tree instanceof ObjectNode first) {
                first.putArray("following"); // Format 1 did not keep it.
            }
            if (format < 3 && tree instanceof ObjectNode earlier) {
                earlier.putArray("plans"); // Nor did the second keep these.
                earlier.put("plansGiven", 0);
            }
            ProfileContent content = ProfileJson.MAPPER.treeToValue(tree, ProfileContent.class);
            return content.isWhole()
                    ? new Opened.Content(content)
                    : new Opened.Damaged("it holds records that no profile can hold");
        } catch (JacksonException e) {
            // The message of the parser quotes what it read.
            return new Opened.Damaged("its content is not of the form it should have");
        }
    }

    /// What came of restoring.
    public sealed interface Restored {
        /// The records are there. The vault is the caller's to put in place.
        record Done(Optional<Bytes> vault) implements Restored {}

        /// The profile has records of its own, which nothing may overwrite. Choose an empty one.
        record NotEmpty() implements Restored {}
    }

    /// Puts everything into an empty profile, or nothing. The leave to ask hosts is not restored: it was
    /// given on another computer or at another time, and no host is asked before the user has confirmed it
    /// here.
    public Restored restore(ProfileContent content) {
        return storage.atomically(() -> {
            if (!isEmpty()) {
                return new Restored.NotEmpty();
            }
            content.accounts().forEach(storage.accounts()::put);
            content.networks().forEach(storage.networks()::put);
            content.endpoints()
                    .forEach(each -> storage.sources()
                            .put(new Endpoint(each.id(), new Endpoint.Consent.None(), each.position())));
            content.capabilities()
                    .forEach(known -> storage.sources().putCapabilities(known.endpoint(), known.measured()));
            content.tokens().forEach(storage.tokens()::put);
            storage.contacts().putAll(content.contacts());
            content.settings().forEach(storage.settings()::put);
            storage.balances().putAll(content.readings());
            // The list is newest first; rows of one moment keep their order only if the oldest goes in first.
            content.activity().reversed().forEach(storage.activity()::put);
            content.evidence().forEach(storage.evidence()::add);
            content.following().forEach(this::follow);
            storage.plans()
                    .restore(
                            content.plans().stream()
                                    .collect(Collectors.toMap(
                                            plan -> new PlanStore.Id(plan.number()), ProfileContent.Plan::plan)),
                            content.plansGiven());
            return new Restored.Done(content.vault());
        });
    }

    /// The checkpoint stands for itself; what the messages come to is checked again before it counts.
    private void follow(ProfileContent.Following following) {
        SyncStore sync = storage.sync();
        following.config().ifPresent(json -> sync.putConfig(following.chain(), json));
        following
                .beacons()
                .forEach(each ->
                        sync.putEndpoint(new Endpoint(each.id(), new Endpoint.Consent.None(), each.position())));
        following.checkpoint().ifPresent(checkpoint -> sync.begin(following.chain(), checkpoint));
        following.messages().forEach(message -> sync.keep(following.chain(), message));
    }

    /// Whether a backup can be restored here. Settings do not count: a new profile may have some already.
    public boolean isEmpty() {
        return storage.accounts().all().isEmpty()
                && storage.networks().all().isEmpty()
                && storage.sources().all().isEmpty()
                && storage.tokens().all().isEmpty()
                && storage.contacts().all().isEmpty()
                && storage.balances().all().isEmpty()
                && storage.activity().count(ActivityFilter.ALL) == 0
                && storage.evidence().all().isEmpty()
                && storage.sync().chains().isEmpty()
                && storage.plans().all().isEmpty();
    }

    private List<ProfileContent.Following> following() {
        SyncStore sync = storage.sync();
        return sync.chains().stream()
                .map(chain -> new ProfileContent.Following(
                        chain, sync.config(chain), sync.endpoints(chain), sync.checkpoint(chain), sync.messages(chain)))
                .toList();
    }

    private List<ProfileContent.Capability> capabilities() {
        return storage.sources().all().stream()
                .flatMap(endpoint -> storage
                        .sources()
                        .capabilities(endpoint.id())
                        .map(measured -> new ProfileContent.Capability(endpoint.id(), measured))
                        .stream())
                .toList();
    }

    /// Those under way. A wish of which nothing was signed stays out: restored from an old file it would be
    /// carried out a second time where it was carried out since.
    private List<ProfileContent.Plan> plans() {
        return storage.plans().all().stream()
                .filter(id -> Exits.isUnderWay(storage, id))
                .map(id -> new ProfileContent.Plan(
                        id.value(), storage.plans().find(id).orElseThrow()))
                .toList();
    }

    private List<StoredEvidence> evidence() {
        return storage.evidence().all().stream()
                .map(id -> storage.evidence().find(id).orElseThrow())
                .toList();
    }
}
