package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.engine.fake.FakeBridge;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Proof;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.rollups.opstack.dispute.DisputeAction;
import org.lifeboat.rollups.opstack.dispute.DisputeClaim;
import org.lifeboat.rollups.opstack.dispute.Position;
import org.lifeboat.vault.signing.Facts;
import org.lifeboat.vault.signing.Line;
import org.lifeboat.vault.signing.TransactionRequest;

/// Every call that an exit or a contest makes is said in words before it is signed.
class CallsInWordsTest {
    private static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    private static final Address OTHER = Hash32.ofNumber(0xc0ffee).toAddress();
    private static final Bridge BRIDGE = FakeBridge.bridge(false);
    private static final OutputRoot ROOT = new OutputRoot(Hash32.ofNumber(1), Hash32.ofNumber(2), Hash32.ofNumber(3));
    private static final Game GAME = FakeBridge.game(0, 50, ROOT.hash());
    private static final Withdrawal WITHDRAWAL = new Withdrawal(
            BigInteger.ONE.shiftLeft(240), USER, OTHER, Wei.of(300), BigInteger.valueOf(100_000), Bytes.EMPTY);

    static Stream<L1Call> calls() {
        return Stream.of(
                OpStack.initiate(OTHER, Wei.of(300)),
                OpStack.deposit(FakeBridge.PORTAL, USER, Wei.of(300)),
                OpStack.forceWithdrawal(FakeBridge.PORTAL, OTHER, Wei.of(300)),
                OpStack.force(FakeBridge.PORTAL, new L1Call(OTHER, Wei.of(5), Bytes.EMPTY), new Gas(100_000)),
                OpStack.prove(BRIDGE, WITHDRAWAL, GAME, ROOT, List.of(Bytes.fromHex("0xc0"))),
                OpStack.ownRoot(BRIDGE, ROOT, new L2Block(50)),
                OpStack.finish(BRIDGE, WITHDRAWAL, new Proof(USER, new L1Time(1), GAME, true), USER),
                OpStack.finish(BRIDGE, WITHDRAWAL, new Proof(OTHER, new L1Time(1), GAME, true), USER),
                OpStack.counter(GAME, move(true)),
                OpStack.counter(GAME, move(false)),
                OpStack.challengeNumber(GAME, ROOT, new FakeChain(1).header(7)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void eachCall_isSaidInWords(L1Call call) {
        assertThat(keys(call)).noneMatch(key -> key.startsWith("call.unknown") || key.startsWith("call.malformed"));
    }

    @Test
    void aForcedWithdrawal_saysWhatIsCalledThere() {
        assertThat(keys(OpStack.forceWithdrawal(FakeBridge.PORTAL, OTHER, Wei.of(300))))
                .containsSubsequence("op.depositTransaction", "op.depositCalls", "op.initiateWithdrawal");
    }

    @Test
    void aForcedCallOfUnknownMeaning_isAsLoudAsOneMadeThere() {
        L1Call unknown = OpStack.force(
                FakeBridge.PORTAL, new L1Call(OTHER, Wei.ZERO, Bytes.fromHex("0x12345678")), new Gas(100_000));

        assertThat(keys(unknown)).containsSubsequence("op.depositCalls", "call.unknown");
        assertThat(request(unknown).describe(USER, Facts.NONE).needsSecondConfirmation())
                .isTrue();
    }

    private static List<String> keys(L1Call call) {
        return request(call).describe(USER, Facts.NONE).lines().stream()
                .map(Line::key)
                .toList();
    }

    private static TransactionRequest request(L1Call call) {
        return new TransactionRequest(new Transaction.DynamicFee(
                new ChainId(1),
                new Nonce(7),
                Wei.of(1),
                Wei.of(2),
                new Gas(500_000),
                Optional.of(call.to()),
                call.value(),
                call.data(),
                List.of()));
    }

    private static DisputeAction.Move move(boolean attack) {
        DisputeClaim against = new DisputeClaim(
                0,
                OptionalInt.empty(),
                Optional.empty(),
                OTHER,
                Wei.of(80),
                Hash32.ofNumber(9),
                Position.ROOT,
                Duration.ZERO,
                new L1Time(1));
        return new DisputeAction.Move(
                against, attack, Position.ROOT.attack(), Hash32.ofNumber(8), Wei.of(90), new L1Time(900));
    }
}
