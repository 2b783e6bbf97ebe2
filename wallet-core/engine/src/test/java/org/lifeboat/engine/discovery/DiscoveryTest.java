package org.lifeboat.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.vault.Candidate;
import org.lifeboat.vault.hd.PathKind;

class DiscoveryTest {
    private final FakeChain chain = new FakeChain(1);
    private final FakeSource source = new FakeSource(chain, "a");
    private final Discovery discovery = new Discovery(Duration.ofSeconds(5));

    @Test
    void usedAccounts_areFoundOverAGapOfFour() {
        chain.with(address(PathKind.ADDRESS_INDEX, 0), 5);
        chain.at(address(PathKind.ADDRESS_INDEX, 5)).nonce = new Nonce(1);
        chain.with(address(PathKind.SHORT, 1), 1);

        Discovery.Findings findings = find();

        assertThat(findings.used().stream().map(Candidate::address))
                .containsExactly(
                        address(PathKind.ADDRESS_INDEX, 0),
                        address(PathKind.ADDRESS_INDEX, 5),
                        address(PathKind.SHORT, 1));
        assertThat(findings.incomplete()).isEmpty();
    }

    @Test
    void gapOfFive_endsThePath() {
        chain.with(address(PathKind.ADDRESS_INDEX, 5), 5);

        assertThat(find().used()).isEmpty();
    }

    @Test
    void noAnswer_isNotAnUnusedAccount() {
        source.twist((query, reply) ->
                query instanceof Query.BalanceOf ? new Reply.Refused<>(-32000, "busy", Optional.empty()) : reply);

        assertThat(find().incomplete()).hasSize(PathKind.values().length);
    }

    @Test
    void sourceThatWasNotNamed_isNotAsked() {
        Disclosure.Agreed agreed = Disclosure.of(List.of()).agree();

        assertThatThrownBy(() -> discovery.find(
                        agreed, List.of(new Discovery.Place(source, List.of())), DiscoveryTest::candidates))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(source.requests()).isEmpty();
    }

    private Discovery.Findings find() {
        return discovery.find(
                Disclosure.of(List.of(source)).agree(),
                List.of(new Discovery.Place(source, List.of())),
                DiscoveryTest::candidates);
    }

    private static List<Candidate> candidates(PathKind kind, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> new Candidate(kind.path(number), address(kind, number)))
                .toList();
    }

    private static Address address(PathKind kind, int number) {
        long base = switch (kind) {
            case ADDRESS_INDEX -> 1_000;
            case ACCOUNT_INDEX -> 2_000;
            case SHORT -> 3_000;
        };
        return Hash32.ofNumber(base + number).toAddress();
    }
}
