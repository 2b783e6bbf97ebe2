package org.lifeboat.ui.exits;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitStage;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.watch.Watcher;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.parts.AddressText;
import org.lifeboat.ui.parts.AmountText;
import org.lifeboat.ui.parts.ExitName;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.phrases.Phrases;

/// Exits in sentences.
final class ExitWords {
    private ExitWords() {}

    /// What an exit is called: its amount, and from where.
    static String name(Surroundings around, ExitsScreen.Entry entry) {
        return ExitName.of(around, entry.plan(), entry.l2());
    }

    /// Where it stands and what comes next.
    static String stage(Surroundings around, ExitsScreen.Entry entry, ExitReport report) {
        return stage(
                around.phrases(),
                around.hidden().get(),
                report,
                entry.l2()
                        .map(Network::name)
                        .orElseGet(() -> report.plan().chain().toString()),
                entry.l1());
    }

    /// The same for a notice.
    static String stage(Phrases phrases, boolean hidden, Watcher.Sight sight) {
        return stage(phrases, hidden, sight.report(), sight.l2().name(), Optional.of(sight.l1()));
    }

    private static String stage(Phrases phrases, boolean hidden, ExitReport report, String l2, Optional<Network> l1) {
        String bond = report.bond()
                .map(wei -> hidden
                        ? phrases.say("amount.hidden")
                        : AmountText.exact(
                                wei.toTokenAmount(), l1.map(Network::coinSymbol).orElse("")))
                .orElse("");
        String standing = phrases.say(
                noRootAtAll(report).orElse("exits.stage." + report.stage()),
                l2,
                l1.map(Network::name).orElse("L1"),
                report.notBefore().map(phrases::moment).orElse(""),
                report.notBefore()
                        .map(at -> phrases.span(Duration.between(phrases.now(), at)))
                        .orElse(""),
                report.rootBlock().map(phrases::number).orElse("-"),
                bond,
                report.why(),
                AddressText.shortened(report.plan().state().target()),
                report.doubt().map(doubt -> phrases.moment(doubt.fallsAt())).orElse(""),
                report.doubt()
                        .flatMap(ExitReport.Doubt::other)
                        .map(phrases::number)
                        .orElse("-"));
        return report.stage() == ExitStage.LOST_PROOF && report.bond().isPresent()
                ? phrases.together(List.of(standing, phrases.say("exits.lostProof.own", bond)))
                : standing;
    }

    /// The key of the sentence where not one root was posted yet, and so there is no newest one to speak of.
    private static Optional<String> noRootAtAll(ExitReport report) {
        boolean waits = report.stage() == ExitStage.NO_ROOT || report.stage() == ExitStage.NO_ROOT_BUT_OWN;
        return waits && report.rootBlock().isEmpty()
                ? Optional.of(report.bond().isPresent() ? "exits.noRoot.own" : "exits.noRoot.others")
                : Optional.empty();
    }

    static String amount(Surroundings around, Wei wei, String coin) {
        return AmountText.exact(around, wei.toTokenAmount(), coin);
    }

    /// A sum for an estimate: rounded up to six decimals, so that nobody counts on less than it takes.
    static String about(Surroundings around, Wei wei, String coin) {
        BigDecimal up =
                new BigDecimal(wei.value(), 18).setScale(6, RoundingMode.UP).stripTrailingZeros();
        return around.say("exits.sum", up.toPlainString(), coin);
    }

    /// The same of what the user has, or of what that lacks: dots where amounts are hidden.
    static String own(Surroundings around, Wei wei, String coin) {
        return around.hidden().get() ? AmountText.exact(around, wei.toTokenAmount(), coin) : about(around, wei, coin);
    }
}
