package org.lifeboat.ui.chain;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lifeboat.engine.exit.BridgeReleases;
import org.lifeboat.engine.exit.BridgeRisks;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.Bar;
import org.lifeboat.ui.parts.Facts;
import org.lifeboat.ui.parts.Labels;
import org.lifeboat.ui.parts.Surroundings;

/// The code of a bridge, contract by contract: whose it is, and whether it is what it was.
final class CodeCard extends VBox {
    private final Surroundings around;
    private final BridgeRisks risks;

    CodeCard(Surroundings around, BridgeRisks risks) {
        super(8);
        this.around = around;
        this.risks = risks;
        getStyleClass().add("lb-card");
        Facts facts = new Facts();
        risks.codes().forEach(code -> facts.add(around.say("chain.code." + code.contract()), shown(code)));
        getChildren()
                .addAll(
                        Labels.heading(around.say("chain.codes")),
                        Labels.wrapped(around.say("chain.codes.why"), "lb-quiet"),
                        facts);
    }

    private Node shown(BridgeRisks.Code code) {
        VBox lines = new VBox(4, AddressText.whole(around, code.at()), Labels.wrapped(whose(code), "lb-small"));
        code.hash()
                .ifPresent(hash -> lines.getChildren()
                        .add(Labels.wrapped(around.say("chain.code.hash", hash.toHex()), "lb-quiet", "lb-small")));
        code.before()
                .ifPresent(before -> lines.getChildren()
                        .add(Bar.caution(
                                around,
                                around.say(
                                        "chain.code.changed",
                                        around.phrases().moment(before.since()),
                                        before.at().toChecksum()))));
        return lines;
    }

    private String whose(BridgeRisks.Code code) {
        if (!risks.listed()) {
            return around.say("chain.code.no-list");
        }
        Optional<String> published = code.published().map(release -> words("chain.code.published", release));
        return published
                .or(() -> code.twin().map(release -> words("chain.code.twin", release)))
                .orElseGet(() -> around.say("chain.code.other", BridgeReleases.REVIEWED));
    }

    private String words(String key, BridgeReleases.Release release) {
        return around.say(key, release.version(), release.releases().getFirst());
    }
}
