package org.lifeboat.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.capability.Capabilities;
import org.lifeboat.engine.capability.CapabilityMeasuring;
import org.lifeboat.engine.discovery.Disclosure;
import org.lifeboat.engine.discovery.Discovery;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.token.TokenReader;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.testkit.liar.Personality;
import org.lifeboat.vault.Candidate;
import org.lifeboat.vault.hd.PathKind;

/// Every poor endpoint against every flow: a right result by another way, or a sentence that names what is
/// missing.
class LimitTableTest {
    private static final Duration TIME = Duration.ofSeconds(15);

    /// A busy machine's anvil takes its time for a block.
    private static final int MOST_LOOKS = 50;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofSeconds(15));
    private static final Map<Personality, Map<String, String>> TABLE = new EnumMap<>(Personality.class);

    /// Yellow Paper, appendix E: returns what it is sent.
    private static final Address IDENTITY = Address.fromHex("0x0000000000000000000000000000000000000004");

    private static StoryChain chain;

    @BeforeAll
    static void start() {
        chain = StoryChain.start();
        chain.node.mine(1_200);
    }

    @AfterAll
    static void stopAndPrint() {
        TABLE.forEach((personality, flows) -> {
            System.out.println(personality);
            flows.forEach((flow, words) -> System.out.printf("    %-10s %s%n", flow, words));
        });
        if (chain != null) {
            chain.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFlow_endsInAWorkingFallbackOrAReason(Personality personality) throws InterruptedException {
        chain.liar.play(personality);
        Map<String, String> row = new LinkedHashMap<>();
        TABLE.put(personality, row);

        row.put("balances", balances());
        row.put("discovery", discovery());
        row.put("token", token());
        row.put("send", send());
    }

    /// What was measured is not tried again: no refusal is met a second time.
    @ParameterizedTest
    @EnumSource
    void measuredSource_isNotAskedForMore(Personality personality) throws InterruptedException {
        chain.liar.play(personality);
        Source source = chain.throughLiar();
        var outcome = new CapabilityMeasuring(TIME).measure(source);
        Capabilities found = ((CapabilityMeasuring.Outcome.Measured) outcome).capabilities();
        source.limits(found.within(source.limits()));
        chain.liar.forget();

        balances(source);

        if (personality == Personality.NO_PROOFS) {
            assertThat(chain.liar.methods()).doesNotContain("eth_getProof");
        }
        long head = source.health().newestBlock().orElseThrow();
        Reply<List<LogClaim>> logs =
                source.ask(new Query.LogsOf(0, head, List.of(), List.of()), Purpose.READ_BALANCES, TIME);
        assertThat(logs).as(logs.problem()).isInstanceOf(Reply.Got.class);
        assertThat(logs.got().orElseThrow()).as("the mints of both tokens").hasSize(2);

        Bytes kilobyte = Bytes.of(new byte[1_024]);
        List<Query<?>> many =
                Collections.nCopies(100, new Query.CallOf(CallRequest.read(IDENTITY, kilobyte), BlockSelector.LATEST));
        assertThat(source.askAll(many, Purpose.READ_BALANCES, Duration.ofSeconds(60)))
                .allMatch(reply -> reply.got().isPresent());
    }

    private static String balances() throws InterruptedException {
        return balances(chain.throughLiar());
    }

    private static String balances(Source source) throws InterruptedException {
        BalanceSheet sheet = chain.balances().refresh(List.of(chain.watch(source)), PATIENCE, _ -> {});

        Verdict verdict = Verdict.of(sheet, chain::truth);
        assertThat(verdict.silent()).as(verdict.toString()).isFalse();
        assertThat(verdict.outcome()).as(verdict.toString()).isNotEqualTo(Verdict.Outcome.REFUTED);
        assertThat(verdict.outcome() == Verdict.Outcome.TRUE || !verdict.words().isBlank())
                .isTrue();
        assertThat(sheet.complete()).as(verdict.toString()).isTrue();
        return verdict.toString();
    }

    private static String discovery() {
        Source source = chain.throughLiar();
        Discovery.Findings findings = new Discovery(TIME)
                .find(
                        Disclosure.of(List.of(source)).agree(),
                        List.of(new Discovery.Place(source, List.of(chain.pinned.contract()))),
                        LimitTableTest::candidates);
        assertThat(findings.incomplete()).isEmpty();
        assertThat(findings.used()).extracting(Candidate::address).containsExactly(chain.sender, chain.other);
        return findings.used().size() + " used accounts found";
    }

    private static List<Candidate> candidates(PathKind kind, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> new Candidate(kind.path(number), address(kind, number)))
                .toList();
    }

    private static Address address(PathKind kind, int number) {
        boolean first = kind == PathKind.ADDRESS_INDEX;
        if (first && number < 2) {
            return number == 0 ? chain.sender : chain.other;
        }
        return Hash32.ofNumber(0xabcd_0000L + 1_000L * (first ? 1 : kind == PathKind.SHORT ? 2 : 3) + number)
                .toAddress();
    }

    private static String token() {
        TokenReader.Result result = new TokenReader(TIME).read(List.of(chain.throughLiar()), chain.pinned.contract());
        assertThat(result).isInstanceOf(TokenReader.Result.Read.class);
        return "facts read";
    }

    private static String send() throws InterruptedException {
        Source source = chain.throughLiar();
        Preparation preparation = chain.sending().prepare(chain.order(), chain.place(source));
        assertThat(preparation).as(preparation.toString()).isInstanceOf(Preparation.Ready.class);
        Draft draft = ((Preparation.Ready) preparation).draft();
        Submission.Result result = chain.submission()
                .submit(draft, StoryChain.sign(draft.transaction()), List.of(source), Submission.Audience.ONE, TIME);
        // Not retried in secret: the bytes are kept, and the user's next try sends the same ones.
        for (int i = 0; i < 3 && result instanceof Submission.Result.NotTaken notTaken; i++) {
            result = chain.submission().resend(notTaken.transaction(), List.of(source), Submission.Audience.ONE, TIME);
        }
        assertThat(result).as(result.toString()).isInstanceOf(Submission.Result.Sent.class);
        Submission.Result.Sent sent = (Submission.Result.Sent) result;
        // A back end that is behind does not have the block yet: what is true now is asked again.
        Following.Look look = chain.following().look(sent.transaction(), chain.network(), List.of(source), TIME);
        for (int i = 0; i < MOST_LOOKS && !(look.transaction().status() instanceof Status.Mined); i++) {
            Thread.sleep(BETWEEN_LOOKS);
            look = chain.following().look(look.transaction(), chain.network(), List.of(source), TIME);
        }
        assertThat(look.transaction().status()).as(look.toString()).isInstanceOf(Status.Mined.class);
        return "mined, outcome " + (look.proven() ? "proven" : "claimed") + "; checks "
                + draft.checks().stream().map(check -> check.kind() + "").toList();
    }
}
