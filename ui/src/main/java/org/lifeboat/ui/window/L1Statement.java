package org.lifeboat.ui.window;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.ui.frame.StatusPart;
import org.lifeboat.ui.parts.Surroundings;

/// Which L1 head the figures stand on, and who vouches for it: as the newest sheet has it, with the time it
/// was read.
final class L1Statement {
    private L1Statement() {}

    /// The L1 whose head is named: a real one before a test network, the smallest chain id first.
    private static final Comparator<NetworkReport> FIRST = Comparator.comparing(
                    (NetworkReport report) -> report.network().testNet())
            .thenComparing(report -> report.network().chain());

    /// The L1 that is spoken of.
    static Optional<NetworkReport> first(BalanceSheet sheet) {
        return sheet.networks().stream()
                .filter(report -> report.network().layer() instanceof Network.Layer.L1)
                .min(FIRST);
    }

    static StatusPart of(Surroundings around, BalanceSheet sheet, Runnable open) {
        Optional<NetworkReport> l1 = first(sheet);
        if (l1.isEmpty()) {
            return new StatusPart(around.say("status.l1.none"), Feather.ANCHOR, false, open);
        }
        String name = l1.get().network().name();
        return switch (l1.get().state()) {
            case NetworkReport.State.Read(var _, BlockRef block, int agreeing, var _) ->
                new StatusPart(
                        around.phrases()
                                .count("status.l1.read", agreeing, name, number(around, block), at(around, block)),
                        Feather.ANCHOR,
                        false,
                        open);
            case NetworkReport.State.Unread _ ->
                new StatusPart(last(around, l1.get(), name), Feather.ANCHOR, true, open);
            case NetworkReport.State.Remembered() ->
                new StatusPart(last(around, l1.get(), name), Feather.ANCHOR, false, open);
        };
    }

    /// The newest block that is remembered of it, or that nothing is.
    private static String last(Surroundings around, NetworkReport report, String name) {
        OptionalLong newest = report.rows().stream()
                .flatMap(row -> known(row.newest()).stream())
                .mapToLong(figure -> figure.block().number())
                .max();
        return newest.isPresent()
                ? around.say("status.l1.old", name, around.phrases().number(newest.getAsLong()))
                : around.say("status.l1.unread", name);
    }

    private static Optional<Figure.Known> known(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> Optional.of(known);
            case Figure.Problem problem -> problem.lastKnown();
            case Figure.NotAsked _ -> Optional.empty();
        };
    }

    private static String number(Surroundings around, BlockRef block) {
        return around.phrases().number(block.number());
    }

    private static String at(Surroundings around, BlockRef block) {
        return around.phrases().clock(Instant.ofEpochSecond(block.unixSeconds()));
    }
}
