package org.lifeboat.engine.chaincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.block.BlockHeader;

/// Blocks of L1 are asked for before their turn, each once, and nothing is believed for that.
class L1FeedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Optional<String> TAKEN = Optional.empty();

    private final QuietChains chains = new QuietChains(12, 1);
    private final Queue<Query.Probe> asked = new ConcurrentLinkedQueue<>();

    private Source source(String host, QuietSource.Twist twist) {
        return new QuietSource(1, host, chains.l1, (query, truth) -> {
            if (query instanceof Query.Probe probe) {
                asked.add(probe);
            }
            return twist.change(query, truth);
        });
    }

    private L1Feed feed(Source... sources) {
        return new L1Feed(List.of(sources), PATIENCE, new Troubles());
    }

    @Test
    void eachQuestion_isAskedOnce_thoughItWasBegunAhead() {
        try (L1Feed feed = feed(source("l1.example", (_, truth) -> truth))) {
            for (long number = 1; number < 10; number++) {
                BlockHeader header = feed.header(number).orElseThrow();
                assertThat(feed.receipts(header.ref(), _ -> TAKEN)).isTrue();
                assertThat(feed.transactions(header.ref(), _ -> TAKEN)).isTrue();
            }
        }
        assertThat(asked).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(18);
    }

    @Test
    void aWrongAnswerThatCameAhead_isRefusedLikeAnyOther_andTheNextSourceAsked() {
        Source liar = source(
                "liar.example", (query, truth) -> query instanceof Query.Probe ? new Reply.Got<>("no JSON") : truth);
        try (L1Feed feed = feed(liar, source("l1.example", (_, truth) -> truth))) {
            for (long number = 1; number < 6; number++) {
                BlockHeader header = feed.header(number).orElseThrow();
                assertThat(feed.transactions(header.ref(), _ -> TAKEN)).isTrue();
            }
        }
    }

    @Test
    void afterAReorganisation_whatWasBegunIsForgotten() {
        try (L1Feed feed = feed(source("l1.example", (_, truth) -> truth))) {
            BlockHeader header = feed.header(1).orElseThrow();
            feed.transactions(header.ref(), _ -> TAKEN);
            feed.wentBack();
            asked.clear();
            BlockHeader second = feed.header(2).orElseThrow();
            feed.transactions(second.ref(), _ -> TAKEN);
        }
        assertThat(asked).as("block 2 is asked for anew").isNotEmpty();
    }
}
