package org.lifeboat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.dispute.ContestFact;
import org.lifeboat.engine.dispute.ContestReport;
import org.lifeboat.engine.dispute.ContestStage;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.watch.Calendar;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.engine.watch.ContestWatch;
import org.lifeboat.engine.watch.Haste;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.Wei;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.phrases.Phrases;

/// What the command line says of the user's contests, with the words that it has.
class ContestLinesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");
    private static final Instant DATE = Instant.parse("2026-11-21T15:05:00Z");
    private static final Network L1 =
            new Network(new ChainId(1), "Ethereum", "ETH", new Network.Layer.L1(), false, Network.Origin.BUNDLED);
    private static final Network L2 = new Network(
            new ChainId(10),
            "OP Mainnet",
            "ETH",
            new Network.Layer.L2(new ChainId(1), Network.Stack.OP_STACK),
            false,
            Network.Origin.BUNDLED);
    private static final Disputes.Plan PLAN = new Disputes.Plan(
            new PlanStore.Id(7),
            new ChainId(10),
            Address.ZERO,
            new DisputeState(
                    Hash32.ofNumber(9).toAddress(),
                    Hash32.ofNumber(13),
                    Hash32.ofNumber(21),
                    DisputeState.Stance.ATTACK,
                    0,
                    16,
                    Optional.empty()),
            NOW);

    @ParameterizedTest
    @EnumSource
    void aMoveThatIsDue_isSaidWithItsUrgencyAndItsTime(Language language) {
        String said = lines(language).say(sight(ContestStage.MOVE, Optional.of(DATE), Optional.empty()));

        assertThat(said).contains("OP Mainnet", "16", "0.08 ETH", "15:05 UTC");
        assertThat(said).contains(language == Language.ENGLISH ? "Act now, or money is lost." : "请立即行动");
    }

    @ParameterizedTest
    @EnumSource
    void whereNothingCanBeRead_theTimeThatWasKnownIsSaid(Language language) {
        String said = lines(language).say(sight(ContestStage.SILENT, Optional.of(DATE), Optional.empty()));

        assertThat(said).contains("15:05 UTC").doesNotContain("0.08");
    }

    @ParameterizedTest
    @EnumSource
    void theCalendar_hasTheLastMoment_aheadOfItsTime_orTheDateFromWhichABondIsThere(Language language) {
        ContestLines lines = lines(language);
        Calendar.Entry until =
                only(lines.calendar(List.of(sight(ContestStage.MOVE, Optional.of(DATE), Optional.empty()))));
        Calendar.Entry from =
                only(lines.calendar(List.of(sight(ContestStage.DUE_LATER, Optional.empty(), Optional.of(DATE)))));

        assertThat(until.at()).isEqualTo(DATE);
        assertThat(until.ahead()).hasSizeGreaterThan(1);
        assertThat(until.text()).contains("lifeboat dispute move", "15:05 UTC");
        assertThat(from.text()).contains("lifeboat dispute claim");
        assertThat(from.uid()).as("the same thing").isEqualTo(until.uid());
        assertThat(lines.calendar(List.of(sight(ContestStage.WON, Optional.empty(), Optional.empty()))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMomentThatPassed_isSaid(Language language) {
        for (boolean fell : new boolean[] {true, false}) {
            assertThat(lines(language).missed(new ContestWatch.Missed(PLAN, DATE, fell), Optional.of(L2)))
                    .contains("OP Mainnet", "15:05 UTC");
        }
    }

    private static Calendar.Entry only(List<Calendar.Entry> entries) {
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static ContestLines lines(Language language) {
        return new ContestLines(
                CommandLines.words(language),
                new Phrases(language, ZoneId.of("UTC"), Clock.fixed(NOW, ZoneId.of("UTC"))));
    }

    private static ContestRounds.Sight sight(
            ContestStage stage, Optional<Instant> fallsAt, Optional<Instant> notBefore) {
        ContestFact fact = stage == ContestStage.SILENT
                ? new ContestFact.CouldNotLook("no answer")
                : new ContestFact.Counter(3, true, Wei.of(80_000_000_000_000_000L), new L1Time(DATE.getEpochSecond()));
        return new ContestRounds.Sight(
                new ContestReport(PLAN, stage, fallsAt, notBefore, List.of(3), List.of(fact)),
                L2,
                L1,
                fallsAt,
                notBefore,
                Haste.NOW);
    }
}
