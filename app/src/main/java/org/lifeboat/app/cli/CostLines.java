package org.lifeboat.app.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.WayCost;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.resources.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a way out takes on L1 and who has it there, before anything is begun: as JSON and as lines.
final class CostLines {
    /// How it can be begun here.
    private static final List<ExitState.Way> BEGUN = List.of(ExitState.Way.SEQUENCER, ExitState.Way.THROUGH_L1);

    private final Words words;
    private final ExitPlace place;
    private final Leaving leaving;
    private final boolean tokens;

    /// @param tokens whether it is about a token, which takes more gas
    CostLines(Words words, ExitPlace place, Leaving leaving, boolean tokens) {
        this.words = words;
        this.place = place;
        this.leaving = leaving;
        this.tokens = tokens;
    }

    /// Of one account that is about to begin.
    List<String> of(Address account, ExitState.Way way) {
        return switch (leaving) {
            case Leaving.Read read ->
                WayCost.of(read, account, way, tokens)
                        .map(cost -> List.of(whole(cost, way), held(account, cost)))
                        .orElseGet(() -> unread(""));
            case Leaving.Silent(String why) -> unread(why);
        };
    }

    /// Of both ways, and of each account.
    /// @param accounts one at least, unless nothing was read
    List<String> ofAll(List<Address> accounts) {
        return switch (leaving) {
            case Leaving.Read read -> ofAll(read, accounts);
            case Leaving.Silent(String why) -> unread(why);
        };
    }

    private List<String> ofAll(Leaving.Read read, List<Address> accounts) {
        List<String> lines = new ArrayList<>();
        for (ExitState.Way way : BEGUN) {
            WayCost.of(read, accounts.getFirst(), way, tokens).ifPresent(cost -> lines.add(whole(cost, way)));
        }
        for (Address account : accounts) {
            WayCost.of(read, account, ExitState.Way.THROUGH_L1, tokens)
                    .ifPresent(cost -> lines.add(held(account, cost)));
        }
        return lines;
    }

    /// @return one member an account; none where nothing could be read
    ArrayNode json(List<Address> accounts) {
        List<ObjectNode> all = new ArrayList<>();
        if (leaving instanceof Leaving.Read read) {
            for (Address account : accounts) {
                ObjectNode one = JsonDocument.object();
                one.put("account", account.toChecksum());
                one.put("heldAssurance", ExitLines.assurance(read.assurance()));
                for (ExitState.Way way : BEGUN) {
                    WayCost.of(read, account, way, tokens).ifPresent(cost -> one.set(way.name(), json(cost)));
                }
                all.add(one);
            }
        }
        return JsonDocument.array(all);
    }

    private static ObjectNode json(WayCost cost) {
        ObjectNode steps = JsonDocument.object();
        cost.steps().forEach((step, wei) -> steps.put(step.name(), exact(wei)));
        ObjectNode one = JsonDocument.object();
        one.set("steps", steps);
        one.put("now", exact(cost.now()));
        one.put("doubled", exact(cost.doubled()));
        one.put("held", exact(cost.held()));
        JsonDocument.putOrNull(one, "missing", cost.missing().map(CostLines::exact));
        JsonDocument.putOrNull(one, "missingDoubled", cost.missingDoubled().map(CostLines::exact));
        return one;
    }

    private String whole(WayCost cost, ExitState.Way way) {
        return words.say("cli.exit.cost." + way, place.l1().name(), sum(cost.now()), sum(cost.doubled()));
    }

    private String held(Address account, WayCost cost) {
        String held = sum(cost.held(), RoundingMode.DOWN);
        String l1 = place.l1().name();
        return cost.missing()
                .map(wei -> words.say("cli.exit.cost.missing", account, held, l1, sum(wei)))
                .or(() ->
                        cost.missingDoubled().map(wei -> words.say("cli.exit.cost.tight", account, held, l1, sum(wei))))
                .orElseGet(() -> words.say("cli.exit.cost.enough", account, held, l1));
    }

    private List<String> unread(String why) {
        return List.of(words.say(
                why.isEmpty() ? "cli.exit.cost.nobody" : "cli.exit.cost.unread",
                place.l1().name(),
                why));
    }

    /// Rounded up: nobody shall count on less than it takes.
    private String sum(Wei wei) {
        return sum(wei, RoundingMode.UP);
    }

    private String sum(Wei wei, RoundingMode rounding) {
        return new BigDecimal(wei.value(), 18)
                        .setScale(6, rounding)
                        .stripTrailingZeros()
                        .toPlainString()
                + " " + place.l1().coinSymbol();
    }

    private static String exact(Wei wei) {
        return wei.toTokenAmount().toExactString();
    }
}
