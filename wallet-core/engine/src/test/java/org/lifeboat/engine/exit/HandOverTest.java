package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;

/// A program that ended between keeping a signed transaction and handing it over.
class HandOverTest {
    private static final Network CHAIN =
            new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    private static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    private static final PlanStore.Id PLAN = new PlanStore.Id(1);

    @Test
    void whatNobodyHas_isOfferedToBeHandedOver_andNothingElseIs() {
        for (Status unsent : List.of(new Status.Saved(), new Status.Dropped())) {
            OwnTransaction own = initiation(unsent);
            assertThat(request(own)).isEqualTo(new ExitRequest.HandOver(ExitStep.INITIATE, Pending.of(own)));
        }
        BlockRef block = new BlockRef(3, Hash32.ofNumber(3), 9);
        for (Status known : List.of(
                new Status.Sent(Instant.EPOCH),
                new Status.Accepted(block),
                new Status.Mined(block),
                new Status.Replaced(Optional.empty()))) {
            assertThat(request(initiation(known))).as("%s", known).isEqualTo(new ExitRequest.Nothing());
        }
    }

    /// Its nonce stays its own: one that was signed anew would come after it, and both would be done.
    @Test
    void aStepThatNoSourceKnowsAnyMore_isStillSigned_andNotSignedAgain() {
        for (Status unsettled : List.of(new Status.Saved(), new Status.Sent(Instant.EPOCH), new Status.Dropped())) {
            assertThat(Exits.waits(initiation(unsettled), CHAIN.chain(), Optional.empty()))
                    .as("%s", unsettled)
                    .isTrue();
        }
        for (Status over : List.of(
                new Status.Reverted(new BlockRef(3, Hash32.ofNumber(3), 9)), new Status.Replaced(Optional.empty()))) {
            assertThat(Exits.waits(initiation(over), CHAIN.chain(), Optional.empty()))
                    .as("%s", over)
                    .isFalse();
        }
    }

    /// The one that has it may pass nothing on.
    @Test
    void whatOneSourceHasAndAnotherLacks_isOfferedToBeHandedOver() {
        Pending own = new Pending(
                initiation(new Status.Sent(Instant.EPOCH)), List.of(new SourceId(CHAIN.chain(), "https://b.example")));
        assertThat(request(own)).isEqualTo(new ExitRequest.HandOver(ExitStep.INITIATE, own));
    }

    /// A deposit takes a nonce on the L2: what was signed with that one before is not on its way any more.
    @Test
    void whoseNumberWasTaken_isNotCalledOnItsWay() {
        Status taken = new Status.Replaced(Optional.of(Hash32.ofNumber(5)));
        assertThat(ExitReport.of(look(Pending.of(initiation(taken)))).stage()).isEqualTo(ExitStage.OVERTAKEN);
        assertThat(ExitReport.of(look(Pending.of(initiation(new Status.Sent(Instant.EPOCH)))))
                        .stage())
                .isEqualTo(ExitStage.AWAIT_OWN);
    }

    private static ExitRequest request(OwnTransaction own) {
        return request(Pending.of(own));
    }

    private static ExitRequest request(Pending own) {
        ExitPlace place = new ExitPlace(CHAIN, List.of(), CHAIN, List.of(), FakeBridge.PORTAL);
        return new ExitRequests(Duration.ofSeconds(1)).next(look(own), place, ExitWish.NONE);
    }

    private static Exits.Look look(Pending own) {
        ExitState wanted = ExitState.wanted(ExitState.Way.SEQUENCER, USER, Wei.of(300));
        return new Exits.Look(
                new Exits.Plan(PLAN, CHAIN.chain(), USER, wanted, Instant.EPOCH),
                new ExitNext.AwaitOwn(own.transaction()),
                List.of(own),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static OwnTransaction initiation(Status status) {
        return new OwnTransaction(
                CHAIN.chain(),
                Hash32.ofNumber(77),
                USER,
                new Nonce(0),
                OwnTransaction.Kind.CONTRACT_CALL,
                Bytes.EMPTY,
                Optional.of(USER),
                new OwnTransaction.Asset.Coin("ETH"),
                BigInteger.valueOf(300),
                new FeeParts(Wei.ZERO, Wei.ZERO, Wei.ZERO),
                Optional.empty(),
                status,
                ExitStep.INITIATE.note(PLAN),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
