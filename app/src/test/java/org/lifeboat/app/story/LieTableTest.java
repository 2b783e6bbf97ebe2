package org.lifeboat.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.Rehearsing;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.token.TokenReader;
import org.lifeboat.engine.verified.CouldNot;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.testkit.liar.Lie;

/// Every lie against every flow. A lie is refuted, makes a figure missing or unchecked with the reason, or
/// touches nothing that the flow shows; never does a false value pass for a checked one.
class LieTableTest {
    private static final Map<Lie, Map<String, Verdict>> TABLE = new EnumMap<>(Lie.class);

    private static StoryChain chain;
    private static OwnTransaction mined;
    private static Draft honestDraft;
    private static Draft tokenDraft;

    @BeforeAll
    static void start() throws InterruptedException {
        chain = StoryChain.start();
        Draft first = ready(chain.sending().prepare(chain.order(), chain.place(chain.honest())));
        var sent = (Submission.Result.Sent) chain.submission()
                .submit(
                        first,
                        StoryChain.sign(first.transaction()),
                        List.of(chain.honest()),
                        Submission.Audience.ONE,
                        StoryChain.TIME);
        mined = sent.transaction();
        tokenDraft = ready(chain.sending().prepare(chain.blockHashOrder(), chain.place(chain.honest())));
        assertThat(tokenDraft.simulated()).isInstanceOf(Simulated.Shown.class);
        honestDraft = ready(chain.sending().prepare(chain.order(), chain.place(chain.honest())));
    }

    @AfterAll
    static void stopAndPrint() {
        TABLE.forEach((lie, flows) -> {
            System.out.printf("%-34s %s%n", lie, lie.kind());
            flows.forEach((flow, verdict) -> System.out.printf("    %-10s %s%n", flow, verdict));
        });
        if (chain != null) {
            chain.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void lie_isNeverTakenForTruth(Lie lie) throws InterruptedException {
        chain.liar.tell(lie);
        Map<String, Verdict> row = new LinkedHashMap<>();
        row.put("balances", balances());
        row.put("prepare", prepare());
        row.put("follow", follow());
        row.put("token", token());
        Verdict send = send();
        Map<String, Verdict> all = new LinkedHashMap<>(row);
        all.put("send", send);
        Verdict simulate = simulate();
        all.put("simulate", simulate);
        TABLE.put(lie, all);

        assertThat(all.values()).noneMatch(Verdict::silent);
        switch (lie.kind()) {
            case TRUTH -> assertThat(row.values()).extracting(Verdict::outcome).doesNotContain(Verdict.Outcome.REFUTED);
            case CHAIN, FORM, TRANSPORT, MATCHING ->
                assertThat(row.values())
                        .extracting(Verdict::outcome)
                        .containsAnyOf(
                                Verdict.Outcome.COULD_NOT_ASK, Verdict.Outcome.REFUTED, Verdict.Outcome.UNCHECKED);
            case STATE ->
                assertThat(row.values())
                        .extracting(Verdict::outcome)
                        .containsAnyOf(Verdict.Outcome.REFUTED, Verdict.Outcome.UNCHECKED);
            case HEADER -> {
                // A member that no fork knows changes nothing as long as the hash comes out right.
                if (lie != Lie.HEADER_UNKNOWN_FIELD && present(lie)) {
                    assertThat(row.get("balances").outcome())
                            .isIn(Verdict.Outcome.REFUTED, Verdict.Outcome.UNCHECKED, Verdict.Outcome.COULD_NOT_ASK);
                }
            }
            case ASIDE ->
                assertThat(simulate.outcome())
                        .isIn(
                                Verdict.Outcome.TRUE,
                                lie == Lie.ANCESTOR ? Verdict.Outcome.REFUTED : Verdict.Outcome.TRUE);
            case RECEIPT ->
                assertThat(row.get("follow").outcome()).isIn(Verdict.Outcome.REFUTED, Verdict.Outcome.COULD_NOT_ASK);
            // Without the transactions the place is not known; the block's only receipt still says how all of it ended.
            case BLOCK ->
                assertThat(row.get("follow").outcome())
                        .isEqualTo(lie == Lie.BLOCK_RECEIPTS ? Verdict.Outcome.UNCHECKED : Verdict.Outcome.TRUE);
            case PAYMENT -> assertPayment(lie, row.get("prepare"), send);
            case TOKEN ->
                assertThat(lie == Lie.TOKEN_BALANCE || row.get("token").outcome() == Verdict.Outcome.REFUTED)
                        .isTrue();
        }
    }

    private static void assertPayment(Lie lie, Verdict prepare, Verdict send) {
        switch (lie) {
            // Shown with a warning: what waits cannot be proven.
            case PENDING_NONCE, FEE_HISTORY_ABSURD ->
                assertThat(prepare.outcome()).isEqualTo(Verdict.Outcome.UNCHECKED);
            case FEE_HISTORY_LOW -> assertThat(prepare.outcome()).isEqualTo(Verdict.Outcome.REFUTED);
            case GAS_ESTIMATE_LOW, GAS_ESTIMATE_ABSURD ->
                assertThat(prepare.outcome()).isEqualTo(Verdict.Outcome.COULD_NOT_ASK);
            // For a plain payment the gas follows from what was proven: the lie makes nothing dearer.
            case GAS_ESTIMATE_HIGH -> assertThat(prepare.outcome()).isEqualTo(Verdict.Outcome.TRUE);
            case SENT_HASH -> assertThat(send.outcome()).isEqualTo(Verdict.Outcome.REFUTED);
            default -> throw new AssertionError("a lie without an expectation: " + lie);
        }
    }

    /// The bytes of a transaction that is mined, handed over again: a node that tells the truth refuses them.
    private static Verdict send() {
        return switch (chain.submission()
                .resend(mined, List.of(chain.throughLiar()), Submission.Audience.ALL, StoryChain.TIME)) {
            case Submission.Result.Sent sent ->
                sent.lies().isEmpty()
                        ? new Verdict(Verdict.Outcome.TRUE, "taken", false)
                        : new Verdict(
                                Verdict.Outcome.REFUTED,
                                sent.lies().getFirst().contradiction().inWords(),
                                false);
            case Submission.Result.NotTaken notTaken ->
                new Verdict(
                        Verdict.Outcome.COULD_NOT_ASK,
                        notTaken.refusals().isEmpty()
                                ? ""
                                : notTaken.refusals().getFirst().words(),
                        false);
            case Submission.Result.NotThisDraft _ -> throw new AssertionError("nothing was signed anew");
        };
    }

    /// Whether the node's headers have the member at all.
    private static boolean present(Lie lie) {
        return chain.node.rpc("eth_getBlockByNumber", "[\"latest\",false]").has(lie.member());
    }

    private static Verdict balances() throws InterruptedException {
        BalanceSheet sheet =
                chain.balances().refresh(List.of(chain.watch(chain.throughLiar())), chain.patience(), _ -> {});
        return Verdict.of(sheet, chain::truth);
    }

    private static Verdict prepare() throws InterruptedException {
        return switch (chain.sending().prepare(chain.order(), chain.place(chain.throughLiar()))) {
            case Preparation.Ready(Draft draft, var _) -> {
                boolean same = draft.transaction().equals(honestDraft.transaction());
                boolean said = draft.checks().stream()
                        .anyMatch(check -> check.kind() == Check.Kind.UNCHECKED
                                || check.kind() == Check.Kind.WILL_FAIL
                                || check.kind() == Check.Kind.PENDING_FOREIGN
                                || check.kind() == Check.Kind.NO_FEE_HISTORY);
                String words = String.join(
                        "; ",
                        draft.checks().stream().map(check -> check.kind() + "").toList());
                yield new Verdict(
                        same && !said ? Verdict.Outcome.TRUE : Verdict.Outcome.UNCHECKED,
                        words,
                        !said
                                && !(draft.transaction()
                                                .nonce()
                                                .equals(honestDraft
                                                        .transaction()
                                                        .nonce())
                                        && draft.transaction()
                                                .gasLimit()
                                                .equals(honestDraft
                                                        .transaction()
                                                        .gasLimit())));
            }
            case Preparation.NotPossible(var checks) -> couldNotAsk(checks);
            case Preparation.GasLimitWanted(var checks, var _) -> couldNotAsk(checks);
            case Preparation.Unanswered(var reasons, var disagreements) ->
                disagreements.isEmpty()
                        ? new Verdict(Verdict.Outcome.COULD_NOT_ASK, Verdict.words(reasons), false)
                        : new Verdict(
                                Verdict.Outcome.REFUTED,
                                disagreements.getFirst().contradiction().inWords(),
                                false);
        };
    }

    private static Verdict couldNotAsk(List<Check> checks) {
        String words = String.join(
                "; ", checks.stream().map(check -> check.kind() + "").toList());
        return new Verdict(Verdict.Outcome.COULD_NOT_ASK, words, false);
    }

    private static Verdict follow() {
        Following.Look look =
                chain.following().look(mined, chain.network(), List.of(chain.throughLiar()), StoryChain.TIME);
        if (!look.disagreements().isEmpty()) {
            return new Verdict(
                    Verdict.Outcome.REFUTED,
                    look.disagreements().getFirst().contradiction().inWords(),
                    false);
        }
        if (!look.answered()) {
            return new Verdict(Verdict.Outcome.COULD_NOT_ASK, Verdict.words(look.notes()), false);
        }
        boolean right = look.transaction().status() instanceof Status.Mined;
        return new Verdict(
                look.proven() ? Verdict.Outcome.TRUE : Verdict.Outcome.UNCHECKED,
                look.transaction().status().toString(),
                look.proven() && !right);
    }

    /// Tries out a payment of a token that reads slots and block hashes: what is shown as proven is true.
    private static Verdict simulate() {
        Rehearsing.Rehearsed told =
                new Rehearsing().rehearse(tokenDraft, List.of(chain.throughLiar()), StoryChain.TIME);
        if (!told.disagreements().isEmpty()) {
            return new Verdict(
                    Verdict.Outcome.REFUTED,
                    told.disagreements().getFirst().contradiction().inWords(),
                    told.draft().simulated() instanceof Simulated.Shown);
        }
        return switch (told.draft().simulated()) {
            case Simulated.Failed(CouldNot reason) ->
                new Verdict(Verdict.Outcome.COULD_NOT_ASK, reason.why() + " " + reason.detail(), false);
            case Simulated.Shown shown -> {
                boolean matched = shown.assurance().has(Assurance.Mark.MATCHED);
                boolean same = shown.effects().equals(((Simulated.Shown) tokenDraft.simulated()).effects());
                yield new Verdict(
                        matched && same ? Verdict.Outcome.TRUE : Verdict.Outcome.UNCHECKED,
                        shown.effects().ending().toString(),
                        matched && !same);
            }
        };
    }

    /// The facts of a token cannot be proven; two sources are compared.
    private static Verdict token() {
        TokenReader reader = new TokenReader(StoryChain.TIME);
        return switch (reader.read(List.of(chain.throughLiar(), chain.honest()), chain.pinned.contract())) {
            case TokenReader.Result.Read(var facts, var _, var sources) ->
                new Verdict(
                        sources.size() == 2 ? Verdict.Outcome.TRUE : Verdict.Outcome.UNCHECKED,
                        facts.symbol() + " from " + sources.size(),
                        facts.decimals() != chain.pinned.decimals());
            case TokenReader.Result.SourcesDiffer(var _, var one, var _, var two) ->
                new Verdict(Verdict.Outcome.REFUTED, one + " against " + two, false);
            case TokenReader.Result.NotAToken(String reason) ->
                new Verdict(Verdict.Outcome.COULD_NOT_ASK, reason, false);
            case TokenReader.Result.Unanswered(String reason) ->
                new Verdict(Verdict.Outcome.COULD_NOT_ASK, reason, false);
        };
    }

    private static Draft ready(Preparation preparation) {
        return ((Preparation.Ready) preparation).draft();
    }
}
