package org.lifeboat.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.capability.Capabilities;
import org.lifeboat.engine.capability.Capabilities.Ability;
import org.lifeboat.engine.capability.CapabilitiesJson;
import org.lifeboat.engine.capability.CapabilityMeasuring;
import org.lifeboat.engine.capability.Meaning;
import org.lifeboat.engine.capability.Reach;
import org.lifeboat.engine.source.Endpoint;
import org.lifeboat.engine.source.RecentRequests;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.source.SourceOpener;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.testkit.anvil.AnvilNode;
import org.lifeboat.testkit.liar.Lie;
import org.lifeboat.testkit.liar.LyingProxy;
import org.lifeboat.testkit.liar.Personality;
import org.lifeboat.testkit.solidity.TestContracts;

/// What is measured of each limit personality, and with how many requests.
class CapabilitiesTest {
    private static final ChainId CHAIN = new ChainId(31_337);
    private static final int POLITE = 25;

    private static final Map<Personality, String> TABLE = new EnumMap<>(Personality.class);
    private static AnvilNode node;
    private static LyingProxy proxy;

    @BeforeAll
    static void start() {
        node = AnvilNode.l1(CHAIN.value());
        node.mine(1_200);
        TestContracts.installMulticall3(node);
        proxy = LyingProxy.inFrontOf(node.url());
    }

    @AfterAll
    static void stopAndPrint() {
        TABLE.forEach((personality, seen) -> System.out.printf("%-18s %s%n", personality, seen));
        if (node != null) {
            proxy.close();
            node.close();
        }
    }

    private static Source source() {
        Patience quick =
                new Patience(3, Duration.ofMillis(1), Duration.ofMillis(1), RandomGenerator.getDefault(), _ -> {});
        var sources = new RpcSources(Route.DIRECT, new RecentRequests(10), quick, InstantSource.system());
        var endpoint = new Endpoint(new SourceId(CHAIN, proxy.url().toString()), false);
        return ((SourceOpener.Opened.Ready) sources.open(endpoint)).source();
    }

    private static Capabilities measure() {
        var outcome = new CapabilityMeasuring(Duration.ofSeconds(20)).measure(source());
        return ((CapabilityMeasuring.Outcome.Measured) outcome).capabilities();
    }

    @ParameterizedTest
    @EnumSource
    void personality_isMeasuredPolitely(Personality personality) {
        proxy.tell(Lie.NONE).play(personality).forget();

        Capabilities found = measure();

        TABLE.put(
                personality, proxy.requests() + " requests; " + Meaning.inOneLine(found) + " " + Meaning.limits(found));
        assertThat(proxy.requests()).isLessThanOrEqualTo(POLITE);
        assertThat(found.proofs()).isEqualTo(proofs(personality));
        assertThat(found.logs())
                .isEqualTo(
                        personality == Personality.LOG_RANGE_1000 ? new Reach.AtLeast(1_000) : new Reach.Everything());
        assertThat(found.batchSize()).isEqualTo(batch(personality));
        if (personality == Personality.BODY_OF_40K) {
            assertThat(found.bodyBytes()).hasValue(32_768);
        }
        assertThat(found.feeHistory()).isEqualTo(personality == Personality.NO_FEE_HISTORY ? Ability.NO : Ability.YES);
        assertThat(found.multicall3()).isEqualTo(Ability.YES);
        assertThat(found.witness()).isEqualTo(Ability.NO);
        assertThat(found.asksForPatience()).isEqualTo(personality == Personality.RATE_LIMITED);
        if (personality == Personality.NO_BLOCK_BY_HASH) {
            assertThat(found.blockByHash()).isEqualTo(Ability.NO);
        }
        assertThat(CapabilitiesJson.read(CapabilitiesJson.write(found))).contains(found);
    }

    private static Reach proofs(Personality personality) {
        return switch (personality) {
            case NO_PROOFS -> new Reach.None();
            case PROOF_WINDOW_0, PROOF_BY_TAG_ONLY -> new Reach.AtLeast(1);
            case PROOF_WINDOW_128 -> new Reach.AtLeast(128);
            case PROOF_WINDOW_1000 -> new Reach.AtLeast(1_000);
            default -> new Reach.Everything();
        };
    }

    private static OptionalInt batch(Personality personality) {
        return switch (personality) {
            case BATCH_OF_10 -> OptionalInt.of(10);
            case NO_BATCHES -> OptionalInt.of(1);
            default -> OptionalInt.of(100);
        };
    }

    @Test
    void deadSource_isNotPossibleToMeasureAndSaysWhy() {
        proxy.tell(Lie.HTTP_404).play(Personality.GENEROUS);

        var outcome = new CapabilityMeasuring(Duration.ofSeconds(20)).measure(source());

        assertThat(outcome).isEqualTo(new CapabilityMeasuring.Outcome.NotPossible("the server answered with HTTP 404"));
    }
}
