package org.lifeboat.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.diagnosis.ChainMonitor;
import org.lifeboat.engine.diagnosis.Diagnosis;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.ui.phrases.ChainWords;
import org.lifeboat.ui.phrases.Phrases;
import tools.jackson.databind.node.ObjectNode;

/// How an L2 stands now and what waits at its bridge, beside what a check of its blocks found.
final class StandingLines {
    private final ExitPlace place;
    private final Diagnosis diagnosis;
    private final PowerLines powers;
    private final Phrases phrases;

    private StandingLines(Phrases phrases, ExitPlace place, Diagnosis diagnosis, PowerLines powers) {
        this.phrases = phrases;
        this.place = place;
        this.diagnosis = diagnosis;
        this.powers = powers;
    }

    /// Asks both layers.
    /// @param window the chain's sequencing window. Unit: L1 blocks
    static StandingLines look(Shell shell, Profile profile, ExitPlace place, long window) throws InterruptedException {
        ChainMonitor monitor = new ChainMonitor(profile.storage().settings(), profile.clock(), SendCommand.PATIENCE);
        ChainMonitor.Seen seen = monitor.round(List.of(new ChainMonitor.Place(place, window, List.of())))
                .getFirst();
        monitor.remember(seen);
        Exits exits = new Exits(profile.storage(), profile.clock(), SendCommand.PATIENCE);
        return new StandingLines(
                shell.phrases(profile.clock()), place, seen.diagnosis(), new PowerLines(shell, profile, place, exits));
    }

    /// @param into gets `diagnosis` and `powers`
    void put(ObjectNode into) {
        ObjectNode json = JsonDocument.object();
        json.put("stands", diagnosis.first().name());
        json.put("alarm", diagnosis.first().alarm());
        json.set(
                "also",
                JsonDocument.texts(
                        diagnosis.also().stream().map(Diagnosis.Kind::name).toList()));
        json.set(
                "lacks",
                JsonDocument.texts(
                        diagnosis.lacks().stream().map(Diagnosis.Lack::name).toList()));
        JsonDocument.putOrNull(json, "since", diagnosis.since());
        into.set("diagnosis", json);
        into.set("powers", powers.json());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(powers.alarms());
        Stream.concat(Stream.of(diagnosis.first()), diagnosis.also().stream())
                .forEach(kind -> lines.add(ChainWords.of(phrases, place.l2(), place.l1(), diagnosis, kind)));
        return lines;
    }
}
