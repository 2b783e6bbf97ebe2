package org.lifeboat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.ExitNext;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.RootWish;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.resources.Language;
import org.lifeboat.resources.Words;
import org.lifeboat.rollups.opstack.RootPlace;

/// What the command line says of an exit whose root was chosen.
class ExitLinesTest {
    private static final RootPlace PLACE = new RootPlace(9_481, Hash32.ofNumber(5));

    @Test
    void aForgottenChoice_isSaidWithEachLook_andWithoutOne() {
        Exits.Plan plan = plan(new RootWish.Forgotten(PLACE));
        for (Language language : Language.values()) {
            Words words = words(language);
            String forgotten = words.say("cli.exit.root.gone", 9_481L);

            assertThat(ExitLines.say(words, look(plan), "ETH"))
                    .endsWith(forgotten)
                    .contains("no answer");
            assertThat(ExitLines.notLooked(words, plan, "ETH"))
                    .startsWith(ExitLines.notLooked(words, plan(new RootWish.Best()), "ETH"))
                    .endsWith(forgotten);
        }
        assertThat(ExitLines.say(words(Language.CHINESE), look(plan), "ETH")).doesNotContain("。 ");
        assertThat(ExitLines.json(look(plan)).path("forgottenGame").longValue()).isEqualTo(9_481);
        assertThat(ExitLines.json(look(plan)).path("chosenGame").isNull()).isTrue();
    }

    @Test
    void aChoiceThatStands_isNotSaidToBeForgotten() {
        for (RootWish wish : List.of(new RootWish.Best(), new RootWish.Chosen(PLACE))) {
            Exits.Plan plan = plan(wish);

            assertThat(ExitLines.say(words(Language.ENGLISH), look(plan), "ETH"))
                    .doesNotContain("forgotten");
            assertThat(ExitLines.json(plan).path("forgottenGame").isNull()).isTrue();
        }
        assertThat(ExitLines.json(plan(new RootWish.Chosen(PLACE)))
                        .path("chosenGame")
                        .longValue())
                .isEqualTo(9_481);
    }

    private static Words words(Language language) {
        return CommandLines.words(language);
    }

    private static Exits.Look look(Exits.Plan plan) {
        return new Exits.Look(
                plan,
                new ExitNext.CouldNotLook(true, "no answer"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Exits.Plan plan(RootWish wish) {
        ExitState state = new ExitState(
                ExitState.Way.SEQUENCER,
                Address.ZERO,
                Wei.of(7),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                wish);
        return new Exits.Plan(
                new PlanStore.Id(3), new ChainId(10), Address.ZERO, state, Instant.parse("2026-11-21T13:05:00Z"));
    }
}
