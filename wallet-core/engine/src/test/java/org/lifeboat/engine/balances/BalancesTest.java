package org.lifeboat.engine.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceLimits;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

class BalancesTest extends BalanceStory {
    @Test
    void coin_isMatchedAgainstThePinnedHeader() throws InterruptedException {
        BalanceSheet sheet = refresh(List.of(honest("a")), List.of());

        Figure.Known alice = known(sheet, ALICE);
        assertThat(alice.amount().units()).isEqualTo(700);
        assertThat(alice.assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(alice.block().number()).isEqualTo(100);
        assertThat(known(sheet, BOB).amount().units()).isEqualTo(30);
        assertThat(sheet.complete()).isTrue();
        assertThat(sheet.totals().getFirst().sum().units()).isEqualTo(730);
        assertThat(sheet.totals().getFirst().atLeast()).isFalse();
    }

    @Test
    void emptyAccount_isAProvenZero() throws InterruptedException {
        FakeSource source = honest("a");

        BalanceSheet sheet = balances.refresh(
                List.of(new Watch(network(), List.of(source), List.of(TOKEN), List.of())), QUICK, _ -> {});

        Figure.Known figure = known(sheet, TOKEN);
        assertThat(figure.amount().isZero()).isTrue();
        assertThat(figure.assurance()).isEqualTo(Assurance.MATCHED);
    }

    @Test
    void refresh_takesTwoRequests() throws InterruptedException {
        FakeSource source = honest("a");

        refresh(List.of(source), List.of());

        assertThat(source.requests()).hasSize(2);
    }

    @Test
    void lieAboutBalance_isRefutedAndNamed() throws InterruptedException {
        FakeSource liar = honest("liar")
                .twist((_, reply) -> claim(
                        reply,
                        claim -> new ProofClaim(
                                claim.account(),
                                Wei.of(1_000_000),
                                claim.nonce(),
                                claim.codeHash(),
                                claim.storageRoot(),
                                claim.accountProof(),
                                claim.slots())));

        BalanceSheet sheet = refresh(List.of(liar), List.of());

        Figure.Problem problem = (Figure.Problem) row(sheet, ALICE).newest();
        assertThat(problem.outcome()).isEqualTo(Figure.Outcome.REFUTED);
        Disagreement caught = sheet.networks().getFirst().disagreements().getFirst();
        assertThat(caught.source().shown()).isEqualTo("liar");
        assertThat(caught.contradiction().what()).isEqualTo(Contradiction.What.BALANCE);
        assertThat(caught.contradiction().said()).isEqualTo("1000000");
        assertThat(caught.contradiction().shown()).isEqualTo("700");
        assertThat(liar.refutations()).isNotEmpty();
        assertThat(sheet.totals().getFirst().atLeast()).isTrue();
    }

    @Test
    void lieAboutBalance_leadsToAnotherSource() throws InterruptedException {
        FakeSource liar = honest("liar")
                .twist((query, reply) -> query instanceof Query.BalanceOf ? new Reply.Got<>(Wei.of(1)) : reply);

        BalanceSheet sheet = refresh(List.of(liar, honest("b")), List.of());

        assertThat(known(sheet, ALICE).amount().units()).isEqualTo(700);
        assertThat(known(sheet, ALICE).source().shown()).isEqualTo("b");
        assertThat(sheet.networks().getFirst().disagreements()).hasSize(1);
    }

    @Test
    void liar_isNotAskedAgain_andStaysNamed() throws InterruptedException {
        FakeSource liar = honest("liar")
                .twist((query, reply) -> query instanceof Query.BalanceOf ? new Reply.Got<>(Wei.of(1)) : reply);
        refresh(List.of(liar), List.of());
        int asked = liar.requests().size();

        NetworkReport report = refresh(List.of(liar), List.of()).networks().getFirst();

        assertThat(liar.requests()).hasSize(asked);
        assertThat(report.disagreements()).hasSize(1);
        assertThat(report.disagreements().getFirst().source()).isEqualTo(liar.id());
        assertThat(report.disagreements().getFirst().contradiction().what()).isEqualTo(Contradiction.What.BALANCE);
        assertThat(report.notes()).extracting(Note::kind).containsExactly(Note.Kind.SOURCE_SET_ASIDE_BEFORE);
        assertThat(report.notes().getFirst().arguments()).contains("liar");
        assertThat(((Figure.Problem) report.rows().getFirst().newest()).outcome())
                .isEqualTo(Figure.Outcome.REFUTED);
    }

    @Test
    void source_thatWasMeasuredToProveNothing_isNotAskedForProofs() throws InterruptedException {
        FakeSource poor = honest("poor");
        poor.limits(limits(0));

        BalanceSheet sheet = refresh(List.of(poor), List.of());

        assertThat(poor.requests()).noneMatch(request -> request.stream().anyMatch(Query.ProofOf.class::isInstance));
        assertThat(known(sheet, ALICE).assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(known(sheet, ALICE).notes()).containsExactly(Note.of(Note.Kind.NO_PROOFS_MEASURED));
    }

    @Test
    void source_thatProvesItsNewestBlocksOnly_isAskedForNoOlderOne() throws InterruptedException {
        // Its back end does not know the head by any name, so that an earlier block is tried: one that it proves.
        FakeSource source = honest("a")
                .twist((query, reply) -> selector(query)
                                .filter(block -> block.equals(new BlockSelector.AtNumber(98)))
                                .isPresent()
                        ? reply
                        : query instanceof Query.HeaderOf || query instanceof Query.ChainIdOf
                                ? reply
                                : new Reply.Refused<>(-32000, "header not found", Optional.empty()));
        source.limits(limits(3));

        refresh(List.of(source), List.of());

        assertThat(source.requests().stream().flatMap(List::stream))
                .contains(new Query.HeaderOf(new BlockSelector.AtNumber(98)))
                .doesNotContain(new Query.HeaderOf(new BlockSelector.AtNumber(97)));
    }

    @Test
    void manyTokens_areAskedInAggregatesThatFitIntoARequest() throws InterruptedException {
        FakeSource source = honest("a");
        source.limits(new SourceLimits(100, 1 << 20, 16_384, 1, OptionalLong.of(0), OptionalLong.empty()));
        List<Token> tokens = IntStream.range(0, 60)
                .mapToObj(i -> new Token(
                        new ChainId(1),
                        Hash32.ofNumber(0x5000 + i).toAddress(),
                        "T" + i,
                        "T" + i,
                        6,
                        Optional.empty(),
                        Optional.empty()))
                .toList();

        refresh(List.of(source), tokens);

        List<Integer> sizes = source.requests().get(1).stream()
                .filter(Query.CallOf.class::isInstance)
                .map(query -> 2 * ((Query.CallOf) query).call().data().size())
                .toList();
        assertThat(sizes).hasSizeGreaterThan(3).allMatch(size -> size <= 16_384);
    }

    private static SourceLimits limits(long provenBlocks) {
        return new SourceLimits(100, 1 << 20, 1 << 18, 4, OptionalLong.of(provenBlocks), OptionalLong.empty());
    }

    @Test
    void changedProofNode_isRefuted() throws InterruptedException {
        FakeSource liar = honest("liar")
                .twist((_, reply) -> claim(reply, claim -> {
                    List<Bytes> nodes = new ArrayList<>(claim.accountProof());
                    byte[] node = nodes.getLast().toArray();
                    node[node.length - 1] ^= 1;
                    nodes.set(nodes.size() - 1, Bytes.of(node));
                    return new ProofClaim(
                            claim.account(),
                            claim.balance(),
                            claim.nonce(),
                            claim.codeHash(),
                            claim.storageRoot(),
                            nodes,
                            claim.slots());
                }));

        BalanceSheet sheet = refresh(List.of(liar), List.of());

        assertThat(sheet.networks()
                        .getFirst()
                        .disagreements()
                        .getFirst()
                        .contradiction()
                        .what())
                .isEqualTo(Contradiction.What.ACCOUNT_PROOF);
    }

    @Test
    void changedHeaderField_isRefuted() throws InterruptedException {
        FakeSource liar = honest("liar")
                .twist((_, reply) ->
                        header(reply, "stateRoot", Hash32.ofNumber(7).toHex()));

        BalanceSheet sheet = refresh(List.of(liar), List.of());

        assertThat(sheet.networks()
                        .getFirst()
                        .disagreements()
                        .getFirst()
                        .contradiction()
                        .what())
                .isEqualTo(Contradiction.What.HEADER);
    }

    @Test
    void unknownHeaderField_fallsBackToUncheckedAndSaysUpdateNeeded() throws InterruptedException {
        FakeSource newer = honest("newer").twist((query, reply) -> {
            Reply<?> changed = header(reply, "futureRoot", Hash32.ofNumber(7).toHex());
            return changed == reply ? reply : rehashed(changed);
        });

        BalanceSheet sheet = refresh(List.of(newer), List.of());

        assertThat(known(sheet, ALICE).assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(known(sheet, ALICE).notes().getFirst().kind()).isEqualTo(Note.Kind.UPDATE_NEEDED);
        assertThat(newer.refutations()).isEmpty();
    }

    @Test
    void firstBlockOfADevelopmentNode_isUncheckedAndNoLie() throws InterruptedException {
        chain.atStatelessGenesis();
        FakeSource source = honest("dev");

        BalanceSheet sheet = refresh(List.of(source), List.of());

        assertThat(known(sheet, ALICE).amount().units()).isEqualTo(700);
        assertThat(known(sheet, ALICE).assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(known(sheet, ALICE).notes().getFirst().kind()).isEqualTo(Note.Kind.PROOF_INCOMPLETE);
        assertThat(source.refutations()).isEmpty();
    }

    @Test
    void otherChain_isNotRead() throws InterruptedException {
        FakeSource other = new FakeSource(new FakeChain(5).with(ALICE, 9), "other");
        Watch watch = new Watch(network(), List.of(other), List.of(ALICE), List.of());

        BalanceSheet sheet = balances.refresh(List.of(watch), QUICK, _ -> {});

        assertThat(sheet.networks()
                        .getFirst()
                        .disagreements()
                        .getFirst()
                        .contradiction()
                        .what())
                .isEqualTo(Contradiction.What.CHAIN_ID);
        assertThat(row(sheet, ALICE).newest()).isInstanceOf(Figure.Problem.class);
    }

    @Test
    void sourceWithoutProofs_givesUncheckedFiguresWithTheReason() throws InterruptedException {
        FakeSource poor = withoutProofs(honest("poor"));

        BalanceSheet sheet = refresh(List.of(poor), List.of());

        Figure.Known alice = known(sheet, ALICE);
        assertThat(alice.amount().units()).isEqualTo(700);
        assertThat(alice.assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(alice.notes().getFirst().kind()).isEqualTo(Note.Kind.NO_PROOFS);
        assertThat(poor.requests()).hasSizeLessThanOrEqualTo(3);
        assertThat(poor.refutations()).isEmpty();
    }

    @Test
    void sourceWithoutProofs_isFollowedByOneThatHasThem() throws InterruptedException {
        BalanceSheet sheet = refresh(List.of(withoutProofs(honest("poor")), honest("rich")), List.of());

        assertThat(known(sheet, ALICE).assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(known(sheet, ALICE).source().shown()).isEqualTo("rich");
    }

    @Test
    void sourceThatRefusesBlockHashes_isReadByNumberAndRechecked() throws InterruptedException {
        FakeSource old = honest("old")
                .twist((query, reply) -> selector(query)
                                .filter(BlockSelector.ByHash.class::isInstance)
                                .isPresent()
                        ? new Reply.Refused<>(-32602, "invalid argument", Optional.empty())
                        : reply);

        BalanceSheet sheet = refresh(List.of(old), List.of());

        assertThat(known(sheet, ALICE).assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(old.requests()).hasSize(3);
        assertThat(old.requests().getLast().getLast()).isInstanceOf(Query.HeaderOf.class);
    }

    @Test
    void twoSourcesWithTheSameHeader_areCounted() throws InterruptedException {
        CountDownLatch witnessed = new CountDownLatch(1);
        // The proofs are held back until the other source has been asked for its block.
        FakeSource read = honest("a").twist((query, reply) -> {
            if (query instanceof Query.ProofOf) {
                await(witnessed);
            }
            return reply;
        });
        FakeSource witness = honest("b").twist((_, reply) -> reply);
        FakeSource after = honest("c").twist((_, reply) -> {
            witnessed.countDown();
            return reply;
        });

        BalanceSheet sheet = refresh(List.of(read, witness, after), List.of());

        var state = (NetworkReport.State.Read) sheet.networks().getFirst().state();
        assertThat(state.sourcesAgreeing()).isBetween(1, 3);
        assertThat(known(sheet, ALICE).assurance()).isEqualTo(Assurance.MATCHED);
        // Witnesses learn no account.
        assertThat(witness.requests().stream().flatMap(List::stream))
                .allMatch(query -> query instanceof Query.ChainIdOf || query instanceof Query.HeaderOf);
    }

    @Test
    void twelveNetworksWithTwoDead_areAllReported() throws InterruptedException {
        List<Watch> watches = new ArrayList<>();
        for (long id = 1; id <= 12; id++) {
            Network network = new Network(
                    new ChainId(id), "N" + id, "ETH", new Network.Layer.Unstated(), true, Network.Origin.USER);
            Source source = id % 6 == 0
                    ? new DeadSource(id, "dead" + id)
                    : new FakeSource(new FakeChain(id).with(ALICE, id), "n" + id);
            watches.add(new Watch(network, List.of(source), List.of(ALICE), List.of()));
        }
        List<NetworkReport> early = new CopyOnWriteArrayList<>();

        BalanceSheet sheet = balances.refresh(watches, QUICK, early::add);

        assertThat(sheet.networks()).hasSize(12);
        assertThat(early).hasSize(12);
        assertThat(sheet.networks().stream().filter(NetworkReport::complete)).hasSize(10);
        assertThat(sheet.totals()).hasSize(12);
    }

    @Test
    void deadSource_isJoinedByTheNext() throws InterruptedException {
        Source dead = new DeadSource(1, "dead");

        BalanceSheet sheet = refresh(List.of(dead, honest("b")), List.of());

        assertThat(known(sheet, ALICE).amount().units()).isEqualTo(700);
    }

    @Test
    void noAnswer_keepsTheLastKnownFigureWithItsAge() throws InterruptedException {
        refresh(List.of(honest("a")), List.of());

        BalanceSheet sheet = refresh(List.of(new DeadSource(1, "dead")), List.of());

        Figure.Problem problem = (Figure.Problem) row(sheet, ALICE).newest();
        assertThat(problem.outcome()).isEqualTo(Figure.Outcome.COULD_NOT_ASK);
        assertThat(problem.lastKnown().orElseThrow().amount().units()).isEqualTo(700);
        assertThat(sheet.totals().getFirst().atLeast()).isTrue();
        assertThat(sheet.totals().getFirst().sum().isZero()).isTrue();
    }

    @Test
    void remembered_showsSavedFiguresAndSaysWhatWasNeverAsked() throws InterruptedException {
        refresh(List.of(honest("a")), List.of());

        BalanceSheet sheet = new Balances(store, clock)
                .remembered(List.of(new Watch(network(), List.of(), List.of(ALICE, TOKEN), List.of())));

        assertThat(known(sheet, ALICE).amount().units()).isEqualTo(700);
        assertThat(known(sheet, ALICE).assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(row(sheet, TOKEN).newest()).isInstanceOf(Figure.NotAsked.class);
    }
}
