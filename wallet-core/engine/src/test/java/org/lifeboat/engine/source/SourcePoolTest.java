package org.lifeboat.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.ChainId;

class SourcePoolTest {
    private static final Health GOOD = Health.UNKNOWN.namedHead(100);
    private static final Health LAGGING = Health.UNKNOWN.namedHead(90);
    private static final Health FAILING = GOOD.failed("no answer", false);
    private static final Health REFUTED = GOOD.objected("the balance was false", false, true);

    /// A source that only has a health.
    private record Known(SourceId id, Health health) implements Source {
        @Override
        public List<Reply<?>> askAll(List<? extends Query<?>> queries, Purpose purpose, Duration deadline) {
            throw new AssertionError("choosing must not ask");
        }

        @Override
        public void refuted(String what) {
            throw new AssertionError("choosing must not judge");
        }

        @Override
        public SourceLimits limits() {
            return SourceLimits.STARTING;
        }

        @Override
        public void limits(SourceLimits measured) {
            throw new AssertionError("choosing must not change limits");
        }
    }

    private static SourcePool.Choice choose(Map<String, Health> healths, String... urls) {
        SourcePool pool = new SourcePool(endpoint -> endpoint.objection()
                .<SourceOpener.Opened>map(SourceOpener.Opened.NotAllowed::new)
                .orElseGet(() -> new SourceOpener.Opened.Ready(new Known(
                        endpoint.id(), healths.getOrDefault(endpoint.id().url(), Health.UNKNOWN)))));
        return pool.choose(List.of(urls).stream()
                .map(url -> new Endpoint(new SourceId(ChainId.ETHEREUM, url), false))
                .toList());
    }

    private static List<String> urls(List<Source> sources) {
        return sources.stream().map(source -> source.id().url()).toList();
    }

    @Test
    void choose_keepsTheUsersOrderAmongEquals() {
        assertThat(urls(choose(Map.of(), "https://b", "https://a").usable())).containsExactly("https://b", "https://a");
    }

    @Test
    void choose_putsFailingAndLaggingSourcesBehind() {
        var choice = choose(
                Map.of("https://failing", FAILING, "https://lagging", LAGGING, "https://good", GOOD),
                "https://failing",
                "https://lagging",
                "https://good");

        assertThat(urls(choice.usable())).containsExactly("https://good", "https://lagging", "https://failing");
    }

    @Test
    void choose_leavesARefutedSourceOutAndSaysSo() {
        var choice = choose(Map.of("https://liar", REFUTED), "https://liar", "https://good");

        assertThat(urls(choice.usable())).containsExactly("https://good");
        assertThat(urls(choice.setAside())).containsExactly("https://liar");
        assertThat(choice.lastResort()).isFalse();
    }

    @Test
    void choose_onlyARefutedSourceIsTheLastResort() {
        var choice = choose(Map.of("https://liar", REFUTED), "https://liar");

        assertThat(urls(choice.usable())).containsExactly("https://liar");
        assertThat(choice.lastResort()).isTrue();
    }

    @Test
    void choose_barsWhatMayNotBeAsked() {
        var choice = choose(Map.of(), "http://far.example");

        assertThat(choice.usable()).isEmpty();
        assertThat(choice.barred())
                .extracting(SourcePool.Barred::objection)
                .containsExactly(Endpoint.Objection.UNENCRYPTED);
        assertThat(choice.lastResort()).isFalse();
    }
}
