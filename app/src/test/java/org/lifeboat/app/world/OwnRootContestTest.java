package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.world.PlayWorld;

/// Where nobody posts roots any more, the user's own one is followed until its bond is back.
class OwnRootContestTest {
    private static final int MOST_TURNS = 40;
    private static final Duration SPAN = Duration.ofHours(85);

    private WorldWallet wallet;
    private Exits.Plan exit;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        wallet = WorldWallet.quick(Hash32.ofNumber(4711).toArray());
        wallet.l2Door.rpc("sandbox_tell", "[\"proposer\",{\"kind\":\"stop\"}]");
        exit = wallet.begin(ExitState.Way.SEQUENCER, PlayWorld.ether(1));
        assertThat(wallet.carryOut(exit)).isTrue();
        for (int turn = 0; turn < MOST_TURNS && !offersOwnRoot(); turn++) {
            wallet.blocks(2);
        }
        assertThat(wallet.carryOut(exit)).as("the own root").isTrue();
    }

    @AfterEach
    void close() throws IOException {
        wallet.close();
    }

    @Test
    void theBondBehindAnOwnRoot_isFollowedUnasked_andComesBack() throws InterruptedException {
        assertThat(rounds().round().seen()).as("in no block yet").isEmpty();
        wallet.blocks(2);
        wallet.look(exit);
        BigInteger before = wallet.truth(WorldWallet.L1);

        assertThat(rounds().round().seen()).hasSize(1);
        Disputes.Plan contest = wallet.disputes().all().getFirst();
        assertThat(contest.account()).isEqualTo(wallet.own());
        List<DisputeStep> steps = new ArrayList<>();
        for (int turn = 0; turn < MOST_TURNS && !steps.contains(DisputeStep.CLAIM); turn++) {
            Optional<DisputeStep> step = wallet.carryOut(contest);
            step.ifPresent(steps::add);
            if (step.isPresent()) {
                wallet.blocks(1);
            } else {
                wallet.skip(SPAN);
            }
        }

        assertThat(steps).contains(DisputeStep.UNLOCK).endsWith(DisputeStep.CLAIM);
        assertThat(wallet.truth(WorldWallet.L1).subtract(before))
                .as("the bond, less the fees")
                .isGreaterThan(PlayWorld.ether(7).value().divide(BigInteger.valueOf(100)));
    }

    @Test
    void onceForgotten_itIsNotBegunAgain() {
        wallet.blocks(2);
        wallet.look(exit);
        assertThat(rounds().round().seen()).hasSize(1);
        wallet.disputes().forget(wallet.disputes().all().getFirst().id());

        assertThat(rounds().round().seen()).isEmpty();
        long blocks = wallet.sandbox().l1().history().newest().number();
        assertThat(wallet.disputes()
                        .search(wallet.place())
                        .all(wallet.own(), blocks)
                        .orElseThrow()
                        .fresh())
                .as("but found by who searches, as after the loss of all records")
                .hasSize(1);
    }

    private boolean offersOwnRoot() {
        return wallet.request(exit, true) instanceof ExitRequest.Offered offered && offered.step() == ExitStep.OWN_ROOT;
    }

    private ContestRounds rounds() {
        return new ContestRounds(
                wallet.storage(),
                wallet.profile().networks(),
                wallet.places(),
                wallet.profile().clock(),
                WorldWallet.PATIENCE);
    }
}
