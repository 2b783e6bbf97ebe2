package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.Proof;
import org.lifeboat.rollups.opstack.Withdrawal;

/// The database is deleted at some moment of a withdrawal's life: what is found again goes the same way as
/// what was kept, whatever the two layers do, reorganisations and silence included.
class FoundAgainTest {
    private static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    private static final Hash32 ON_L2 = Hash32.ofNumber(77);
    private static final Withdrawal SENT = new Withdrawal(
            BigInteger.ONE.shiftLeft(240), USER, USER, Wei.of(300), BigInteger.valueOf(100_000), Bytes.EMPTY);

    /// One moment of both layers.
    private record Moment(ExitSight.OfL2 l2, ExitSight.OfL1 l1) {}

    @Property(tries = 500)
    void foundOnTheL2_itGoesTheSameWay(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Moment> life = life(random);
        int lost = random.nextInt(life.size());
        ExitState kept = ExitState.wanted(ExitState.Way.SEQUENCER, USER, Wei.of(300));
        Optional<ExitState> found = Optional.empty();
        for (int at = 0; at < life.size(); at++) {
            Moment moment = life.get(at);
            ExitPlan.Step step = ExitPlan.step(kept, sight(moment, true));
            kept = step.state();
            if (found.isEmpty() && at >= lost && moment.l2() instanceof ExitSight.OfL2.Has(var sent, L2Block in)) {
                found = Optional.of(ExitState.found(ON_L2, sent, in));
            }
            if (found.isPresent()) {
                ExitPlan.Step again = ExitPlan.step(found.get(), sight(moment, true));
                found = Optional.of(again.state());
                assertThat(again.next()).as("at %s of %s", at, life).isEqualTo(step.next());
            }
        }
    }

    /// By L1 alone it is not known in which block of the L2 it stands: that is said where it matters, and
    /// nothing else is.
    @Property(tries = 500)
    void foundOnL1Alone_itGoesTheSameWay_orSaysWhatIsMissing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Moment> life = life(random);
        ExitState kept = ExitState.wanted(ExitState.Way.SEQUENCER, USER, Wei.of(300));
        Optional<ExitState> found = Optional.empty();
        for (Moment moment : life) {
            ExitPlan.Step step = ExitPlan.step(kept, sight(moment, true));
            kept = step.state();
            boolean proven = !facts(moment).proofs().isEmpty();
            if (found.isEmpty() && proven) {
                found = Optional.of(ExitState.provenOnL1(SENT));
            }
            if (found.isPresent()) {
                ExitNext again =
                        ExitPlan.step(found.get(), sight(moment, false)).next();
                if (proven || facts(moment).paidOut()) {
                    assertThat(again).isEqualTo(step.next());
                } else {
                    assertThat(again).isInstanceOf(ExitNext.CouldNotLook.class);
                }
            }
        }
    }

    private static ExitFacts facts(Moment moment) {
        return ((ExitSight.OfL1.Says) moment.l1()).facts();
    }

    /// @param named whether the transaction on the L2 is known, so that the L2 is asked
    private static ExitSight sight(Moment moment, boolean named) {
        return new ExitSight(
                Optional.empty(),
                named ? Optional.of(ON_L2) : Optional.empty(),
                named ? moment.l2() : new ExitSight.OfL2.NotAsked(),
                moment.l1());
    }

    private static List<Moment> life(SplittableRandom random) {
        List<Moment> life = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ExitSight.OfL2 l2 = switch (random.nextInt(4)) {
                case 0 -> new ExitSight.OfL2.Absent();
                case 1 -> new ExitSight.OfL2.Silent("no answer");
                default -> new ExitSight.OfL2.Has(SENT, new L2Block(40 + random.nextInt(3)));
            };
            life.add(new Moment(l2, says(random)));
        }
        return life;
    }

    private static ExitSight.OfL1 says(SplittableRandom random) {
        Bridge bridge = FakeBridge.bridge(random.nextInt(6) == 0);
        Game game = FakeBridge.with(
                FakeBridge.game(0, 50, Hash32.ZERO),
                Game.Status.values()[random.nextInt(3)],
                1,
                Optional.of(new L1Time(950)),
                random.nextInt(5) != 0);
        List<Proof> proofs = random.nextBoolean()
                ? List.of(new Proof(USER, new L1Time(960), game, random.nextBoolean()))
                : List.of();
        return new ExitSight.OfL1.Says(
                new ExitFacts(new L1Time(1_000), bridge, random.nextInt(8) == 0, proofs, List.of(game)),
                Optional.empty());
    }
}
