package org.lifeboat.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.exit.BridgeCodes;
import org.lifeboat.engine.exit.BridgeReleases;
import org.lifeboat.engine.exit.BridgeRisks;
import org.lifeboat.engine.exit.CodeOrigin;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.QueuedChange;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.Powers;
import org.lifeboat.ui.phrases.ChainWords;
import org.lifeboat.ui.phrases.Phrases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Who can change or stop a bridge, and whether its code is what it was, as JSON and as lines.
final class PowerLines {
    private final Shell shell;
    private final Network l2;
    private final ChainId chain;
    private final BridgeCodes codes;
    private final Instant now;
    private final Optional<Powers> powers;
    private final Network l1;
    private final BridgeReleases releases = BridgeReleases.bundled();
    private final Map<Powers.Role, CodeOrigin> origins;

    /// Asks L1.
    PowerLines(Shell shell, Profile profile, ExitPlace place, Exits exits) {
        this(shell, profile, place, exits.risks(place));
    }

    private PowerLines(Shell shell, Profile profile, ExitPlace place, Optional<Powers> powers) {
        this.l1 = place.l1();
        this.shell = shell;
        this.l2 = place.l2();
        this.origins = powers.map(known -> CodeOrigin.of(place, known, releases, SendCommand.PATIENCE))
                .orElse(Map.of());
        this.chain = l2.chain();
        this.codes = new BridgeCodes(profile.storage().settings());
        this.now = profile.clock().instant();
        this.powers = powers;
    }

    /// The user has seen what changed.
    void accept() {
        powers.ifPresent(known -> codes.accept(chain, known, now));
    }

    JsonNode json() {
        return powers.<JsonNode>map(this::json).orElseGet(NullNode::getInstance);
    }

    private ObjectNode json(Powers known) {
        ObjectNode json = JsonDocument.object();
        JsonDocument.putOrNull(json, "guardian", known.guardian().map(Address::toChecksum));
        JsonDocument.putOrNull(json, "upgrader", known.upgrader().map(Address::toChecksum));
        known.posters().ifPresent(posters -> {
            JsonDocument.putOrNull(json, "proposer", posters.proposer().map(Address::toChecksum));
            JsonDocument.putOrNull(json, "challenger", posters.challenger().map(Address::toChecksum));
            json.put("anybodyWithProof", posters.anybody());
        });
        JsonDocument.putNumberOrNull(json, "threshold", known.quorum().map(Powers.Quorum::threshold));
        JsonDocument.putNumberOrNull(json, "keys", known.quorum().map(Powers.Quorum::keys));
        JsonDocument.putNumberOrNull(json, "upgradeDelaySeconds", known.delay().map(Duration::toSeconds));
        List<ObjectNode> changed = new ArrayList<>();
        for (BridgeCodes.Changed one : codes.changed(chain, known, now)) {
            ObjectNode item = JsonDocument.object();
            put(item, one);
            changed.add(item);
        }
        json.set("changed", JsonDocument.array(changed));
        json.put("queue", risks(known).queue().name());
        json.set(
                "announced",
                JsonDocument.array(risks(known).announced().stream()
                        .map(change -> {
                            ObjectNode item = JsonDocument.object();
                            put(item, change);
                            return item;
                        })
                        .toList()));
        List<ObjectNode> contracts = new ArrayList<>();
        new TreeMap<>(known.codes()).forEach((role, code) -> {
            ObjectNode item = JsonDocument.object();
            item.put("contract", role.name());
            item.put("code", code.toChecksum());
            Optional<CodeOrigin> origin = Optional.ofNullable(origins.get(role));
            Optional<BridgeReleases.Release> release = origin.flatMap(CodeOrigin::published);
            JsonDocument.putOrNull(item, "version", release.map(BridgeReleases.Release::version));
            JsonDocument.putOrNull(item, "release", release.map(PowerLines::newest));
            JsonDocument.putOrNull(
                    item, "codeHash", origin.flatMap(CodeOrigin::hash).map(Hash32::toHex));
            JsonDocument.putOrNull(
                    item, "sameCodeAs", origin.flatMap(CodeOrigin::twin).map(PowerLines::newest));
            contracts.add(item);
        });
        json.set("codes", JsonDocument.array(contracts));
        return json;
    }

    static void put(ObjectNode json, BridgeCodes.Changed one) {
        json.put("contract", one.role().name());
        json.put("before", one.before().toChecksum());
        json.put("now", one.now().toChecksum());
        json.put("since", one.since().toString());
    }

    static void put(ObjectNode json, QueuedChange change) {
        json.put("by", change.by().toChecksum());
        json.put("id", change.id().toHex());
        JsonDocument.putOrNull(json, "target", change.target().map(Address::toChecksum));
        JsonDocument.putOrNull(json, "replaces", change.replaces().map(Address::toChecksum));
        JsonDocument.putOrNull(json, "code", change.code().map(Address::toChecksum));
        json.put("ready", change.ready().toString());
    }

    private BridgeRisks risks(Powers known) {
        return BridgeRisks.of(known, List.of(), origins, releases.covers(l1.chain()));
    }

    /// What calls for the user: a change that waits, or was made since the first look.
    List<String> alarms() {
        return powers.map(this::alarms).orElse(List.of());
    }

    private List<String> alarms(Powers known) {
        List<String> lines = new ArrayList<>();
        Phrases phrases =
                new Phrases(shell.words().language(), ZoneId.systemDefault(), Clock.fixed(now, ZoneId.systemDefault()));
        risks(known)
                .announced()
                .forEach(change -> lines.add(ChainWords.announced(phrases, l2, l1, change, Optional.empty())));
        for (BridgeCodes.Changed one : codes.changed(chain, known, now)) {
            lines.add(shell.words()
                    .say(
                            "cli.exit.powers.changed",
                            shell.words().say("cli.exit.powers.contract." + one.role()),
                            one.since(),
                            one.before(),
                            one.now()));
        }
        return lines;
    }

    List<String> lines() {
        return powers.map(this::lines).orElseGet(() -> List.of(shell.words().say("cli.exit.powers.unread")));
    }

    private List<String> lines(Powers known) {
        List<String> lines = alarms(known);
        if (releases.covers(l1.chain())) {
            new TreeMap<>(known.codes()).forEach((role, code) -> lines.add(published(role, code)));
        }
        lines.add(known.upgrader()
                .map(who -> upgrader(known, who))
                .orElseGet(() -> shell.words().say("cli.exit.powers.no-upgrader")));
        known.posters().ifPresent(posters -> lines.addAll(posters(posters)));
        known.guardian().ifPresent(who -> lines.add(shell.words().say("cli.exit.powers.guardian", who)));
        if (risks(known).announced().isEmpty()) {
            queue(known).ifPresent(lines::add);
        }
        return lines;
    }

    private List<String> posters(Powers.Posters named) {
        return List.of(
                named.anybody()
                        ? shell.words().say("cli.exit.powers.proposer.anybody")
                        : named.proposer()
                                .map(who -> shell.words().say("cli.exit.powers.proposer", who))
                                .orElseGet(() -> shell.words().say("cli.exit.powers.proposer.nobody")),
                named.challenger()
                        .map(who -> shell.words().say("cli.exit.powers.challenger", who))
                        .orElseGet(() -> shell.words().say("cli.exit.powers.challenger.nobody")));
    }

    private Optional<String> queue(Powers known) {
        return switch (risks(known).queue()) {
            case NONE -> Optional.empty();
            case LISTED -> Optional.of(shell.words().say("cli.exit.powers.queue.listed"));
            case BY_EVENTS -> Optional.of(shell.words().say("cli.exit.powers.queue.events"));
            case UNREAD -> Optional.of(shell.words().say("cli.exit.powers.queue.unread"));
        };
    }

    private String published(Powers.Role role, Address code) {
        String contract = shell.words().say("cli.exit.powers.contract." + role);
        Optional<CodeOrigin> origin = Optional.ofNullable(origins.get(role));
        Optional<String> known = origin.flatMap(CodeOrigin::published)
                .map(release ->
                        shell.words().say("cli.exit.powers.published", contract, release.version(), newest(release)));
        Optional<String> twin = origin.flatMap(CodeOrigin::twin)
                .map(release -> shell.words()
                        .say("cli.exit.powers.twin", contract, code.toChecksum(), release.version(), newest(release)));
        return known.or(() -> twin)
                .orElseGet(() -> shell.words().say("cli.exit.powers.other", contract, code.toChecksum()));
    }

    private static String newest(BridgeReleases.Release release) {
        return release.releases().getFirst();
    }

    private String upgrader(Powers known, Address who) {
        String keys = known.quorum()
                .map(quorum -> shell.words().say("cli.exit.powers.quorum", quorum.threshold(), quorum.keys()))
                .orElse("");
        return known.delay()
                .map(delay ->
                        shell.words().say("cli.exit.powers.upgrader.delay", who, keys, Math.max(1, delay.toHours())))
                .orElseGet(() -> shell.words().say("cli.exit.powers.upgrader", who, keys));
    }
}
