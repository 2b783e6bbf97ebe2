package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.send.Check;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;

/// The root that a user posts himself, of what was kept or of what servers have.
class OwnRootsTest extends EvidenceGround {
    @Test
    void withoutAnyRoot_aFixedBlockIsKept_andARootOfItCanBePosted() {
        ExitEvidence evidence = kept(facts());
        assertThat(pieces(evidence)).isEqualTo(1);
        assertThat(worth(evidence, facts())).isEqualTo(Worth.ENOUGH_WITH_BOND);
        server.dead = true;

        assertThat(request(facts(), evidence, true))
                .isInstanceOfSatisfying(
                        ExitRequest.Offered.class,
                        offered -> assertThat(offered.step()).isEqualTo(ExitStep.OWN_ROOT));
        Game own = game(9, Server.SAFE);
        assertThat(request(facts(own), evidence, false))
                .as("and proven against it")
                .isInstanceOf(ExitRequest.Offered.class);
    }

    /// Others have posted what nothing kept here fits, true or not: then too the bond is the way, and said to be.
    @Test
    void withTheServersGone_aRootOfTheKeptBlockCanBePosted_alsoBesideRootsThatItDoesNotFit() {
        ExitEvidence evidence = kept(facts());
        ExitFacts others = facts(game(1, Server.SAFE + 5), FakeBridge.game(2, 90, Hash32.ofNumber(666)));
        assertThat(worth(evidence, others)).isEqualTo(Worth.ENOUGH_WITH_BOND);
        server.dead = true;

        assertThat(request(others, evidence, false)).isInstanceOf(ExitRequest.CouldNot.class);
        ExitRequest wished = request(others, evidence, true);
        assertThat(wished)
                .isInstanceOfSatisfying(
                        ExitRequest.Offered.class,
                        offered -> assertThat(offered.step()).isEqualTo(ExitStep.OWN_ROOT));
        assertThat(said(wished)).containsExactly(Check.of(Check.Kind.OWN_ROOT_KEPT));
    }

    /// A server that still answers has another block than the false root is of: no reason to wait for the false one.
    @Test
    void besideAFalseRoot_aRootOfTheKeptBlockCanBePosted_alsoWhileAServerAnswers() {
        ExitEvidence evidence = kept(facts());
        ExitFacts falsely = facts(FakeBridge.game(2, 90, Hash32.ofNumber(666)));
        assertThat(worth(evidence, falsely)).isEqualTo(Worth.ENOUGH_WITH_BOND);

        assertThat(request(falsely, evidence, false)).isInstanceOf(ExitRequest.OtherRoot.class);
        ExitRequest wished = request(falsely, evidence, true);
        assertThat(wished)
                .isInstanceOfSatisfying(
                        ExitRequest.Offered.class,
                        offered -> assertThat(offered.step()).isEqualTo(ExitStep.OWN_ROOT));
        assertThat(said(wished)).containsExactly(Check.of(Check.Kind.OWN_ROOT_KEPT));
        assertThat(request(facts(game(2, 90)), evidence, true))
                .as("a proof costs no bond")
                .isInstanceOfSatisfying(
                        ExitRequest.Offered.class,
                        offered -> assertThat(offered.step()).isEqualTo(ExitStep.PROVE));
        server.other = true;
        assertThat(request(falsely, evidence, true))
                .as("nobody has the kept block any more")
                .isInstanceOf(ExitRequest.OtherRoot.class);
    }

    /// What is said of the bond and what can be done with it are one: no button leads to a refusal.
    @Test
    void whatCannotBePosted_isNotSaidToBeEnoughWithABond() {
        ExitEvidence evidence = kept(facts());
        Game lost = FakeBridge.with(
                game(1, Server.SAFE), Game.Status.CHALLENGER_WINS, 2, Optional.of(new L1Time(9_000)), true);
        server.dead = true;

        assertThat(worth(evidence, facts(lost, game(2, 90))))
                .as("it stands there already")
                .isEqualTo(Worth.NEEDS_STATE);
        assertThat(request(facts(lost, game(2, 90)), evidence, true)).isInstanceOf(ExitRequest.CouldNot.class);

        evidence.recomputed(L2.chain())
                .keep(new L2Block(Server.SAFE), Hash32.ofNumber(666), new BlockRef(600, Hash32.ofNumber(6), 0));
        assertThat(worth(evidence, facts(game(2, 90))))
                .as("another was recomputed here")
                .isEqualTo(Worth.NEEDS_STATE);
        assertThat(request(facts(game(2, 90)), evidence, true)).isInstanceOf(ExitRequest.CouldNot.class);
    }

    /// A bond hangs on it: on how many servers' word the root is has to be said before it is signed.
    @Test
    void anOwnRoot_saysWhetherItIsOneServersWord_orHowManyHaveIt_orThatItWasKept() {
        ExitEvidence evidence = kept(facts());

        assertThat(said(request(facts(), evidence, true)))
                .containsExactly(
                        Check.of(Check.Kind.OWN_ROOT_ONE_WORD, server.id().shown()));
        second = Optional.of(new Server());
        assertThat(said(request(facts(), evidence, true))).containsExactly(Check.of(Check.Kind.OWN_ROOT_COMPARED, "2"));
        second.get().dead = true;
        assertThat(said(request(facts(), evidence, true)))
                .as("one that does not answer has compared nothing")
                .containsExactly(
                        Check.of(Check.Kind.OWN_ROOT_ONE_WORD, server.id().shown()));
        server.dead = true;
        assertThat(said(request(facts(), evidence, true))).containsExactly(Check.of(Check.Kind.OWN_ROOT_KEPT));
        assertThat(said(request(facts(game(9, Server.SAFE)), evidence, false)))
                .as("a proof is no root")
                .isEmpty();
    }

    /// What this computer knows comes before what servers say, and nothing is posted against it.
    @Test
    void anOwnRoot_isOneThatWasRecomputedHere_whereOneCoversIt_andNeverAnotherThanThat() {
        ExitEvidence evidence = kept(facts());
        RecomputedRoots here = evidence.recomputed(L2.chain());

        here.keep(new L2Block(39), root(39), new BlockRef(500, Hash32.ofNumber(5), 0));
        assertThat(said(request(facts(), evidence, true)))
                .as("the withdrawal came later")
                .containsExactly(
                        Check.of(Check.Kind.OWN_ROOT_ONE_WORD, server.id().shown()));

        here.keep(new L2Block(70), root(70), new BlockRef(600, Hash32.ofNumber(6), 0));
        here.keep(new L2Block(Server.SAFE + 1), Hash32.ofNumber(666), new BlockRef(700, Hash32.ofNumber(7), 0));
        ExitRequest request = request(facts(), evidence, true);
        assertThat(said(request)).containsExactly(Check.of(Check.Kind.OWN_ROOT_RECOMPUTED, "70", "600"));
        assertThat(((ExitRequest.Offered) request).order().data().toHex())
                .contains(root(70).toHex().substring(2));

        here.keep(new L2Block(Server.SAFE), Hash32.ofNumber(666), new BlockRef(600, Hash32.ofNumber(6), 0));
        assertThat(request(facts(), evidence, true)).isInstanceOf(ExitRequest.CouldNot.class);
        server.dead = true;
        assertThat(request(facts(), evidence, true))
                .as("nor one that was kept")
                .isInstanceOf(ExitRequest.CouldNot.class);
        here.keep(new L2Block(Server.SAFE), root(Server.SAFE), new BlockRef(800, Hash32.ofNumber(8), 0));
        assertThat(said(request(facts(), evidence, true)))
                .containsExactly(Check.of(Check.Kind.OWN_ROOT_RECOMPUTED, "80", "800"));
    }
}
