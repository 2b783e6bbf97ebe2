package org.lifeboat.app.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.chaincheck.CheckProgress;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWatch;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.chaincheck.Ground;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.resources.Words;
import org.lifeboat.rollups.opstack.derivation.BatchValidity;
import org.lifeboat.rollups.opstack.derivation.DroppedBatch;
import org.lifeboat.verifier.block.BlockFault;
import tools.jackson.databind.node.ObjectNode;

/// A check of an L2 as JSON and as lines.
final class CheckLines {
    /// How many dropped batches are named in lines; all are in the JSON.
    private static final int MOST_DROPPED = 10;

    private CheckLines() {}

    static ObjectNode json(Network l2, CheckReport report) {
        ObjectNode object = JsonDocument.object();
        object.put("chainId", l2.chain().value());
        object.put("verdict", verdict(report.finding()));
        Optional<CheckReport.Aim> aim = report.aim();
        JsonDocument.putNumberOrNull(object, "block", aim.map(CheckReport.Aim::block));
        JsonDocument.putOrNull(
                object, "claimed", aim.map(CheckReport.Aim::claimed).map(Hash32::toHex));
        JsonDocument.putOrNull(object, "computed", computed(report.finding()).map(Hash32::toHex));
        JsonDocument.putNumberOrNull(object, "wrongBlock", wrongBlock(report.finding()));
        JsonDocument.putOrNull(
                object,
                "game",
                aim.flatMap(CheckReport.Aim::game).map(game -> game.contract().toChecksum()));
        JsonDocument.putOrNull(
                object,
                "ground",
                aim.map(CheckReport.Aim::ground).map(ground -> groundKey(ground).toUpperCase(java.util.Locale.ROOT)));
        JsonDocument.putNumberOrNull(
                object,
                "groundBlock",
                aim.map(CheckReport.Aim::ground).map(ground -> ground.block().number()));
        JsonDocument.putNumberOrNull(object, "l1Block", report.l1().map(BlockRef::number));
        object.put("l1Verified", report.l1Verified());
        Optional<Finding.CouldNotCheck> lacking = Optional.of(report.finding())
                .filter(Finding.CouldNotCheck.class::isInstance)
                .map(Finding.CouldNotCheck.class::cast);
        JsonDocument.putOrNull(object, "missing", lacking.map(Finding.CouldNotCheck::lack));
        JsonDocument.putOrNull(object, "detail", lacking.map(Finding.CouldNotCheck::detail));
        JsonDocument.putOrNull(object, "remedy", report.finding().isFalse() ? report.remedy() : Optional.empty());
        object.set(
                "dropped",
                JsonDocument.array(
                        report.dropped().stream().map(CheckLines::json).toList()));
        object.set("troubles", JsonDocument.texts(report.troubles()));
        return object;
    }

    private static ObjectNode json(DroppedBatch dropped) {
        ObjectNode object = JsonDocument.object();
        object.put("l1Block", dropped.l1().number());
        object.put("l2Block", dropped.l2Block());
        switch (dropped.why()) {
            case DroppedBatch.Why.Rule(BatchValidity.Reason reason) -> {
                object.put("reason", reason.name());
                object.putNull("detail");
            }
            case DroppedBatch.Why.Unreadable(String reason) -> {
                object.put("reason", "UNREADABLE");
                object.put("detail", reason);
            }
            case DroppedBatch.Why.NotExecutable(BlockFault fault) -> {
                object.put("reason", "NOT_EXECUTABLE");
                object.put("detail", fault.toString());
            }
        }
        return object;
    }

    static String verdict(Finding finding) {
        return switch (finding) {
            case Finding.True _ -> "TRUE";
            case Finding.False _, Finding.NotThere _ -> "FALSE";
            case Finding.Remade _ -> "MADE_AGAIN";
            case Finding.CouldNotCheck _ -> "COULD_NOT_CHECK";
            case Finding.Cancelled _ -> "CANCELLED";
        };
    }

    /// Whether nothing was missing for it.
    static boolean isWhole(Finding finding) {
        return switch (finding) {
            case Finding.CouldNotCheck _, Finding.Remade(BlockRef _, Hash32 _, Hash32 _, Finding.End.Lacking _) ->
                false;
            case Finding.True _, Finding.False _, Finding.NotThere _, Finding.Remade _, Finding.Cancelled _ -> true;
        };
    }

    private static Optional<Hash32> computed(Finding finding) {
        return switch (finding) {
            case Finding.True(BlockRef _, Hash32 root) -> Optional.of(root);
            case Finding.False(BlockRef _, Hash32 _, Hash32 root) -> Optional.of(root);
            case Finding.NotThere(BlockRef _, Hash32 root, long _, Hash32 _) -> Optional.of(root);
            case Finding.Remade(BlockRef _, Hash32 root, Hash32 _, Finding.End _) -> Optional.of(root);
            case Finding.CouldNotCheck _, Finding.Cancelled _ -> Optional.empty();
        };
    }

    private static Optional<Long> wrongBlock(Finding finding) {
        return switch (finding) {
            case Finding.False(BlockRef block, Hash32 _, Hash32 _) -> Optional.of(block.number());
            case Finding.NotThere(BlockRef _, Hash32 _, long block, Hash32 _) -> Optional.of(block);
            case Finding.True _, Finding.Remade _, Finding.CouldNotCheck _, Finding.Cancelled _ -> Optional.empty();
        };
    }

    /// For people: the verdict first, then what it stands on.
    static List<String> say(Words words, Network l2, CheckReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(verdict(words, report));
        report.aim().ifPresent(aim -> {
            lines.add(ground(words, aim.ground()));
            lines.add(l1(words, report));
        });
        if (report.finding().isFalse()) {
            report.remedy()
                    .ifPresent(remedy -> lines.add(words.say("chaincheck.remedy." + remedy, game(report), l2.chain())));
        }
        report.dropped().stream()
                .limit(MOST_DROPPED)
                .forEach(dropped -> lines.add(words.say(
                        "chaincheck.dropped", dropped.l1().number(), dropped.l2Block(), why(words, dropped.why()))));
        if (!isWhole(report.finding())) {
            report.troubles().forEach(trouble -> lines.add(words.say("chaincheck.trouble", trouble)));
        }
        return lines;
    }

    static String l1(Words words, CheckReport report) {
        return words.say(report.l1Verified() ? "chaincheck.l1.verified" : "chaincheck.l1.claimed");
    }

    private static String game(CheckReport report) {
        return report.aim()
                .flatMap(CheckReport.Aim::game)
                .map(game -> game.contract().toChecksum())
                .orElse("");
    }

    private static String verdict(Words words, CheckReport report) {
        return switch (report.finding()) {
            case Finding.True(BlockRef block, Hash32 root) -> words.say("chaincheck.true", block.number(), root);
            case Finding.False(BlockRef block, Hash32 claimed, Hash32 computed) ->
                words.say("chaincheck.false", block.number(), computed, claimed);
            case Finding.NotThere(BlockRef last, Hash32 _, long block, Hash32 _) ->
                words.say("chaincheck.not-there", last.number(), block);
            case Finding.CouldNotCheck(Finding.Lack lack, String detail) ->
                words.say("chaincheck.lack." + lack, detail);
            case Finding.Remade(BlockRef last, Hash32 _, Hash32 _, Finding.End _) ->
                words.say("chaincheck.remade", last.number(), Instant.ofEpochSecond(last.unixSeconds()));
            case Finding.Cancelled _ -> words.say("chaincheck.cancelled");
        };
    }

    private static String ground(Words words, Ground ground) {
        return switch (ground) {
            case Ground.Genesis(L2Block block) -> words.say("chaincheck.ground.genesis", block.number());
            case Ground.FinalRoot(L2Block block) -> words.say("chaincheck.ground.final", block.number());
            case Ground.ServersWord(L2Block block, String source) ->
                words.say("chaincheck.ground.word", block.number(), source);
        };
    }

    private static String groundKey(Ground ground) {
        return switch (ground) {
            case Ground.Genesis _ -> "genesis";
            case Ground.FinalRoot _ -> "final";
            case Ground.ServersWord _ -> "word";
        };
    }

    private static String why(Words words, DroppedBatch.Why why) {
        return switch (why) {
            case DroppedBatch.Why.Rule(BatchValidity.Reason reason) -> words.say("chaincheck.dropped." + reason);
            case DroppedBatch.Why.Unreadable(String reason) -> words.say("chaincheck.dropped.UNREADABLE", reason);
            case DroppedBatch.Why.NotExecutable(BlockFault fault) ->
                words.say("chaincheck.dropped.NOT_EXECUTABLE", fault.detail());
        };
    }

    /// A line at every tenth of the way.
    static CheckWatch shownEveryTenth(Shell shell) {
        return new CheckWatch() {
            private int shown = -1;

            @Override
            public boolean goOn(CheckProgress progress) {
                int tenth = progress.percent() / 10;
                if (tenth > shown) {
                    shown = tenth;
                    shell.progress(
                            "chaincheck.progress",
                            progress.at().number(),
                            progress.to().number(),
                            progress.percent());
                }
                return true;
            }
        };
    }
}
