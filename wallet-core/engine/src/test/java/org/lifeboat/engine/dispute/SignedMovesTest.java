package org.lifeboat.engine.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.FeeParts;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.Speed;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;

/// A move carries a bond: it is not signed twice because nobody knows the first any more.
class SignedMovesTest {
    private static final Network L1 =
            new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    private static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    private static final Address GAME = Hash32.ofNumber(9).toAddress();
    private static final Bytes ATTACK = Bytes.fromHex("0x472777c601");
    private static final Bytes OTHER = Bytes.fromHex("0x472777c602");
    private static final PlanStore.Id PLAN = new PlanStore.Id(3);
    private static final String NOTE = DisputeStep.MOVE.note(PLAN, "0 attack");

    @Test
    void aMoveThatNobodyKnowsAnyMore_isHandedOverAgain_andNotSignedAgain() {
        for (Status unknown : List.of(new Status.Saved(), new Status.Dropped())) {
            OwnTransaction own = signed(ATTACK, 80, unknown, NOTE);

            assertThat(after(own)).isEqualTo(new DisputeRequest.SendAgain(DisputeStep.MOVE, Pending.of(own)));
        }
    }

    /// In a block that is newer than the one that was read, the game does not show it yet.
    @Test
    void aMoveThatWaits_orStandsInANewerBlockThanWasRead_isWaitedFor() {
        for (Status under :
                List.of(new Status.Sent(Instant.EPOCH), new Status.Mined(new BlockRef(101, Hash32.ofNumber(101), 9)))) {
            assertThat(after(signed(ATTACK, 80, under, NOTE))).isEqualTo(new DisputeRequest.Waits(DisputeStep.MOVE));
        }
    }

    /// With the nonce of the first, so that only one of the two is ever carried out.
    @Test
    void whereSomethingElseIsCalledForByNow_theNewOneTakesTheNonceOfTheOldOne() {
        for (OwnTransaction old : List.of(
                signed(OTHER, 80, new Status.Dropped(), NOTE), signed(ATTACK, 79, new Status.Dropped(), NOTE))) {
            assertThat(after(old)).isInstanceOfSatisfying(DisputeRequest.Offered.class, offered -> {
                assertThat(offered.order().nonce()).contains(new Nonce(7));
                assertThat(offered.order().data()).isEqualTo(ATTACK);
            });
        }
        assertThat(after(signed(OTHER, 80, new Status.Sent(Instant.EPOCH), NOTE)))
                .as("somebody has it")
                .isEqualTo(new DisputeRequest.Waits(DisputeStep.MOVE));
    }

    @Test
    void whatWasSignedForAnotherClaim_orCameToAnEnd_isNoHindrance() {
        OwnTransaction elsewhere = signed(ATTACK, 80, new Status.Dropped(), DisputeStep.MOVE.note(PLAN, "2 attack"));

        assertThat(after(elsewhere)).isEqualTo(offered());
        assertThat(DisputeRequests.unlessSigned(offered(), List.of())).isEqualTo(offered());
    }

    /// Whoever has it may pass nothing on.
    @Test
    void aMoveThatASourceLacks_isHandedOverAgain_andNothingElseIsSigned() {
        List<SourceId> lacking = List.of(new SourceId(L1.chain(), "https://b.example"));
        Pending same = new Pending(signed(ATTACK, 80, new Status.Sent(Instant.EPOCH), NOTE), lacking);
        Pending other = new Pending(signed(OTHER, 80, new Status.Sent(Instant.EPOCH), NOTE), lacking);

        assertThat(DisputeRequests.unlessSigned(offered(), List.of(same)))
                .isEqualTo(new DisputeRequest.SendAgain(DisputeStep.MOVE, same));
        assertThat(DisputeRequests.unlessSigned(offered(), List.of(other)))
                .isEqualTo(new DisputeRequest.Waits(DisputeStep.MOVE));
    }

    private static DisputeRequest after(OwnTransaction waiting) {
        return DisputeRequests.unlessSigned(offered(), List.of(Pending.of(waiting)));
    }

    private static DisputeRequest.Offered offered() {
        return new DisputeRequest.Offered(
                DisputeStep.MOVE,
                L1,
                new SendOrder(
                        USER,
                        GAME,
                        new Asset.Coin(L1),
                        new SendAmount.Exactly(BigInteger.valueOf(80)),
                        Speed.NORMAL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        NOTE,
                        ATTACK));
    }

    private static OwnTransaction signed(Bytes data, long bond, Status status, String note) {
        SignedTransaction signed = new SignedTransaction(
                new Transaction.Legacy(
                        Optional.of(L1.chain()),
                        new Nonce(7),
                        Wei.of(1),
                        new Gas(90_000),
                        Optional.of(GAME),
                        Wei.of(bond),
                        data),
                new EcdsaSignature(0, BigInteger.ONE, BigInteger.TWO));
        return new OwnTransaction(
                L1.chain(),
                signed.hash(),
                USER,
                new Nonce(7),
                OwnTransaction.Kind.CONTRACT_CALL,
                signed.encoded(),
                Optional.of(GAME),
                new OwnTransaction.Asset.Coin("ETH"),
                BigInteger.valueOf(bond),
                new FeeParts(Wei.ZERO, Wei.ZERO, Wei.ZERO),
                Optional.empty(),
                status,
                note,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
