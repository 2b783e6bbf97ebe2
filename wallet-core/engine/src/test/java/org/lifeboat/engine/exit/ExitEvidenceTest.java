package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Proof;
import org.lifeboat.rollups.opstack.RootPlace;
import org.lifeboat.rollups.opstack.Standing;

/// All servers of the L2 die: what was kept while they answered proves the withdrawal all the same.
class ExitEvidenceTest extends EvidenceGround {
    @Test
    void withTheServersGone_whatWasKeptProvesIt_alsoAgainstTheSecondRoot() {
        ExitEvidence evidence = kept(facts(game(1, 50), game(2, 60), game(3, 70)));
        server.dead = true;

        assertThat(pieces(evidence)).isEqualTo(ExitEvidence.BLOCKS);
        assertThat(worth(evidence, facts(game(2, 60)))).isEqualTo(Worth.ENOUGH_KEPT);
        assertThat(worth(evidence, facts(game(3, 70)))).isEqualTo(Worth.NEEDS_STATE);
        assertThat(request(facts(game(1, 50)), evidence, false)).isInstanceOf(ExitRequest.Offered.class);
        assertThat(request(facts(game(2, 60)), evidence, false))
                .as("the first root is lost")
                .isInstanceOf(ExitRequest.Offered.class);
        assertThat(request(facts(game(3, 70)), evidence, false)).isInstanceOf(ExitRequest.CouldNot.class);
        assertThat(new ExitRequests(PATIENCE).next(look(facts(game(1, 50))), place(), ExitWish.NONE))
                .as("without it nothing can be done")
                .isInstanceOf(ExitRequest.CouldNot.class);
    }

    @Test
    void withEachProof_thePlaceOfItsRootIsKept_asItWasSeenLast_alsoInAFile() {
        ExitEvidence evidence = kept(facts(game(1, 50), game(2, 60)));
        assertThat(evidence.places(exits.all().getFirst(), SENT)).containsExactlyInAnyOrder(place(1, 50), place(2, 60));
        server.dead = true;

        evidence.keep(place(), USER, SENT, new L2Block(40), facts(game(5, 60), game(9, 70)), PATIENCE);
        assertThat(evidence.places(exits.all().getFirst(), SENT))
                .as("after a reorganisation one stands elsewhere")
                .containsExactlyInAnyOrder(place(1, 50), place(5, 60));
        assertThat(pieces(evidence)).isEqualTo(2);

        InMemoryStorage other = new InMemoryStorage();
        other.accounts().put(new Account(USER, "Mine", new Account.Kind.WatchOnly(), 0, false));
        ExitEvidenceFile.read(
                ExitEvidenceFile.write(storage, exits.all().getFirst()).orElseThrow(),
                other,
                new Exits(other, InstantSource.system(), PATIENCE));
        assertThat(new ExitEvidence(other.evidence()).places(exits.all().getFirst(), SENT))
                .containsExactlyInAnyOrder(place(1, 50), place(5, 60));
    }

    private static RootPlace place(long index, long block) {
        return new RootPlace(index, game(index, block).root());
    }

    @Test
    void aRootThatTheKeptBlockDoesNotHave_isNotProvenAgainst() {
        ExitEvidence evidence = kept(facts(game(1, 50)));
        server.dead = true;

        assertThat(request(facts(FakeBridge.game(1, 50, Hash32.ofNumber(666))), evidence, false))
                .isInstanceOf(ExitRequest.CouldNot.class);
    }

    @Test
    void ofRecomputedRoots_theNewestAreKept_andADamagedOneIsNone() {
        RecomputedRoots here = new RecomputedRoots(storage.evidence(), L2.chain());
        for (long block = 1; block <= 20; block++) {
            here.keep(new L2Block(block), root(block), new BlockRef(block, Hash32.ZERO, 0));
        }
        assertThat(here.upTo(new L2Block(19)).getFirst())
                .isEqualTo(new RecomputedRoots.Root(new L2Block(19), root(19), 19));
        assertThat(here.upTo(new L2Block(99))).hasSize(8);
        assertThat(new RecomputedRoots(storage.evidence(), L1.chain()).upTo(new L2Block(99)))
                .isEmpty();
        StoredEvidence whole =
                storage.evidence().find(storage.evidence().all().getLast()).orElseThrow();
        storage.evidence()
                .add(new StoredEvidence(
                        whole.kind(),
                        whole.chain(),
                        whole.account(),
                        new BlockRef(30, Hash32.ZERO, 0),
                        whole.content().slice(0, 40)));
        assertThat(here.upTo(new L2Block(99)).getFirst().block()).isEqualTo(new L2Block(20));
    }

    /// Another proof begins the waiting time again: never unasked, or whoever attacks a root could make every user
    /// wait.
    @Test
    void aRootAboutToFall_isProvenAgainOnlyIfTheUserWants_alsoWithTheServersGone() {
        ExitEvidence evidence = kept(facts(game(1, 50), game(2, 60)));
        server.dead = true;
        Game attacked = game(1, 50);
        Game other = game(2, 60);
        Standing.Doubted doubted = new Standing.Doubted(
                new Proof(USER, new L1Time(9_900), attacked, false), new L1Time(20_000), Optional.of(other));

        assertThat(request(doubted, evidence, ExitWish.NONE)).isInstanceOf(ExitRequest.Nothing.class);
        assertThat(request(doubted, evidence, ExitWish.OWN_ROOT)).isInstanceOf(ExitRequest.Nothing.class);
        assertThat(request(doubted, evidence, ExitWish.PROVE_AGAIN))
                .isInstanceOfSatisfying(ExitRequest.Offered.class, offered -> {
                    assertThat(offered.step()).isEqualTo(ExitStep.PROVE);
                    assertThat(OpStack.provenWithin(offered.order().data())).contains(SENT);
                });
        Standing.Doubted alone = new Standing.Doubted(doubted.proof(), doubted.fallsAt(), Optional.empty());
        assertThat(request(alone, evidence, ExitWish.PROVE_AGAIN)).isInstanceOf(ExitRequest.Nothing.class);
    }

    private ExitRequest request(Standing standing, ExitEvidence evidence, ExitWish wish) {
        Exits.Look look = new Exits.Look(
                exits.all().getFirst(),
                new ExitNext.OnL1(standing, facts()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new ExitRequests(evidence, PATIENCE).next(look, place(), wish);
    }

    @Test
    void aFile_goesOnOnAnotherComputer_andNoChangedByteOfAProofIsTaken() {
        kept(facts(game(1, 50), game(2, 60)));
        Bytes file = ExitEvidenceFile.write(storage, exits.all().getFirst()).orElseThrow();
        server.dead = true;
        InMemoryStorage other = new InMemoryStorage();
        Exits elsewhere = new Exits(other, InstantSource.system(), PATIENCE);

        assertThat(ExitEvidenceFile.read(file, other, elsewhere)).isEqualTo(new ExitEvidenceFile.Read.NotMine(USER));
        other.accounts().put(new Account(USER, "Mine", new Account.Kind.WatchOnly(), 0, false));
        assertThat(ExitEvidenceFile.read(file, other, elsewhere))
                .isInstanceOfSatisfying(ExitEvidenceFile.Read.Taken.class, taken -> {
                    assertThat(taken.fresh()).isTrue();
                    assertThat(taken.plan().state().withdrawal()).contains(SENT);
                });
        assertThat(request(facts(game(2, 60)), new ExitEvidence(other.evidence()), false))
                .isInstanceOf(ExitRequest.Offered.class);
        assertThat(ExitEvidenceFile.read(file, other, elsewhere))
                .as("twice changes nothing")
                .isInstanceOfSatisfying(
                        ExitEvidenceFile.Read.Taken.class,
                        taken -> assertThat(taken.fresh()).isFalse());

        String text = new String(file.toArray(), StandardCharsets.UTF_8);
        for (String member : List.of("\"header\" : \"0x", "\"nodes\" : [ \"0x", "\"value\" : \"")) {
            int at = text.indexOf(member) + member.length();
            assertThat(text.indexOf(member)).as(member).isPositive();
            String forged = text.substring(0, at) + (text.charAt(at) == '1' ? '2' : '1') + text.substring(at + 1);
            assertThat(ExitEvidenceFile.read(Bytes.of(forged.getBytes(StandardCharsets.UTF_8)), other, elsewhere))
                    .as(member)
                    .isInstanceOf(ExitEvidenceFile.Read.Refused.class);
        }
        assertThat(elsewhere.all()).hasSize(1);
    }
}
