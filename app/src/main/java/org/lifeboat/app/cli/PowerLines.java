package org.lifeboat.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.exit.BridgeCodes;
import org.lifeboat.engine.exit.BridgeReleases;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rollups.opstack.Powers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Who can change or stop a bridge, and whether its code is what it was, as JSON and as lines.
final class PowerLines {
    private final Shell shell;
    private final ChainId chain;
    private final BridgeCodes codes;
    private final Instant now;
    private final Optional<Powers> powers;
    private final ChainId l1;
    private final BridgeReleases releases = BridgeReleases.bundled();

    /// @param l1 below the chain
    /// @param powers empty where they could not be read
    PowerLines(Shell shell, Profile profile, ChainId chain, ChainId l1, Optional<Powers> powers) {
        this.l1 = l1;
        this.shell = shell;
        this.chain = chain;
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
        JsonDocument.putNumberOrNull(json, "threshold", known.quorum().map(Powers.Quorum::threshold));
        JsonDocument.putNumberOrNull(json, "keys", known.quorum().map(Powers.Quorum::keys));
        JsonDocument.putNumberOrNull(json, "upgradeDelaySeconds", known.delay().map(Duration::toSeconds));
        List<ObjectNode> changed = new ArrayList<>();
        for (BridgeCodes.Changed one : codes.changed(chain, known, now)) {
            ObjectNode item = JsonDocument.object();
            item.put("contract", one.role().name());
            item.put("before", one.before().toChecksum());
            item.put("now", one.now().toChecksum());
            item.put("since", one.since().toString());
            changed.add(item);
        }
        json.set("changed", JsonDocument.array(changed));
        List<ObjectNode> contracts = new ArrayList<>();
        new TreeMap<>(known.codes()).forEach((role, code) -> {
            ObjectNode item = JsonDocument.object();
            item.put("contract", role.name());
            item.put("code", code.toChecksum());
            Optional<BridgeReleases.Release> release = releases.find(l1, role, code);
            JsonDocument.putOrNull(item, "version", release.map(BridgeReleases.Release::version));
            JsonDocument.putOrNull(item, "release", release.map(PowerLines::newest));
            contracts.add(item);
        });
        json.set("codes", JsonDocument.array(contracts));
        return json;
    }

    List<String> lines() {
        return powers.map(this::lines).orElseGet(() -> List.of(shell.words().say("cli.exit.powers.unread")));
    }

    private List<String> lines(Powers known) {
        List<String> lines = new ArrayList<>();
        for (BridgeCodes.Changed one : codes.changed(chain, known, now)) {
            lines.add(shell.words()
                    .say(
                            "cli.exit.powers.changed",
                            shell.words().say("cli.exit.powers.contract." + one.role()),
                            one.since(),
                            one.before(),
                            one.now()));
        }
        if (releases.covers(l1)) {
            new TreeMap<>(known.codes()).forEach((role, code) -> lines.add(published(role, code)));
        }
        lines.add(known.upgrader()
                .map(who -> upgrader(known, who))
                .orElseGet(() -> shell.words().say("cli.exit.powers.no-upgrader")));
        known.guardian().ifPresent(who -> lines.add(shell.words().say("cli.exit.powers.guardian", who)));
        return lines;
    }

    private String published(Powers.Role role, Address code) {
        String contract = shell.words().say("cli.exit.powers.contract." + role);
        return releases.find(l1, role, code)
                .map(release ->
                        shell.words().say("cli.exit.powers.published", contract, release.version(), newest(release)))
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
