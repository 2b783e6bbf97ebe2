package org.lifeboat.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.ChainId;

class BestFirstTest {
    private static final Health GOOD = Health.UNKNOWN.namedHead(100);
    private static final Health LAGGING = Health.UNKNOWN.namedHead(90);
    private static final Health FAILING = GOOD.failed("no answer", false);
    private static final Health CAUGHT =
            Health.UNKNOWN.namedHead(1_000_000).caught(Instant.EPOCH, new Refutation("BALANCE", "0xa11ce", "5", "3"));

    /// A source that only has a health.
    private record Known(SourceId id, Health health) implements Source {
        @Override
        public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
            throw new AssertionError("ordering must not ask");
        }

        @Override
        public void refuted(Refutation what) {
            throw new AssertionError("ordering must not judge");
        }

        @Override
        public SourceLimits limits() {
            return SourceLimits.STARTING;
        }

        @Override
        public void limits(SourceLimits measured) {
            throw new AssertionError("ordering must not change limits");
        }
    }

    private static Known source(String url, Health health) {
        return new Known(new SourceId(ChainId.ETHEREUM, url), health);
    }

    private static List<String> ordered(Known... sources) {
        return BestFirst.order(List.copyOf(Stream.<Source>of(sources).toList())).stream()
                .map(source -> source.id().url())
                .toList();
    }

    @Test
    void equals_keepTheUsersOrder() {
        assertThat(ordered(source("https://b", Health.UNKNOWN), source("https://a", GOOD)))
                .containsExactly("https://b", "https://a");
    }

    @Test
    void whoFailsLagsOrWasCaught_comesBehind() {
        assertThat(ordered(
                        source("https://caught", CAUGHT),
                        source("https://failing", FAILING),
                        source("https://lagging", LAGGING),
                        source("https://good", GOOD)))
                .containsExactly("https://good", "https://lagging", "https://failing", "https://caught");
    }

    @Test
    void headOfWhoWasCaught_makesNobodyLag() {
        assertThat(ordered(source("https://one", GOOD), source("https://two", LAGGING), source("https://liar", CAUGHT)))
                .containsExactly("https://one", "https://two", "https://liar");
    }

    @Test
    void witnessThatKnowsANewBlock_lagsNoMore() {
        assertThat(ordered(source("https://own", LAGGING.knowsBlock(100)), source("https://other", GOOD)))
                .containsExactly("https://own", "https://other");
    }
}
