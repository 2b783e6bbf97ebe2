package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.RollupHeader;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.token.TokenFacts;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Withdrawal;

/// What one profile writes of an exit another one reads, whoever sent the withdrawal; nobody else's is taken.
class ExitEvidenceFileTest {
    private static final Address USER = TokenMoves.USER;
    private static final Address STRANGER = TokenMoves.STRANGER;
    private static final ChainId L2 = new ChainId(901);
    private static final L2Block BLOCK = new L2Block(40);

    private final InMemoryStorage there = new InMemoryStorage();
    private final Exits elsewhere = new Exits(there, InstantSource.system(), Duration.ofSeconds(5));

    static Stream<Withdrawal> ofTheUser() {
        return Stream.of(
                coin(USER, STRANGER),
                coin(STRANGER, USER),
                TokenMoves.coin(USER, STRANGER, 300),
                TokenMoves.coin(STRANGER, USER, 300),
                TokenMoves.message(USER, STRANGER, 300, Bytes.EMPTY),
                TokenMoves.message(STRANGER, USER, 300, Bytes.EMPTY),
                TokenMoves.home(USER, STRANGER, 300),
                TokenMoves.home(STRANGER, USER, 300));
    }

    static Stream<Withdrawal> ofOthers() {
        return Stream.of(
                coin(STRANGER, STRANGER),
                TokenMoves.coin(STRANGER, STRANGER, 300),
                TokenMoves.message(STRANGER, STRANGER, 300, Bytes.EMPTY),
                TokenMoves.home(STRANGER, STRANGER, 300),
                besideThePoint());
    }

    @ParameterizedTest
    @MethodSource("ofTheUser")
    void whatIsTheUsers_isReadAsItWasWritten(Withdrawal withdrawal) {
        Bytes file = written(withdrawal);
        own();

        assertThat(ExitEvidenceFile.read(file, there, elsewhere))
                .isInstanceOfSatisfying(ExitEvidenceFile.Read.Taken.class, taken -> {
                    assertThat(taken.fresh()).isTrue();
                    assertThat(taken.proofs()).isEqualTo(1);
                    assertThat(taken.plan().state().withdrawal()).contains(withdrawal);
                    assertThat(taken.plan().state().isOf(withdrawal)).isTrue();
                    assertThat(taken.plan().state().block()).contains(BLOCK);
                });
        assertThat(new ExitEvidence(there.evidence()).count(L2, USER, withdrawal))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ofOthers")
    void whatIsNot_isRefused_thoughItsProofHolds(Withdrawal withdrawal) {
        Bytes file = written(withdrawal);
        own();

        assertThat(ExitEvidenceFile.read(file, there, elsewhere)).isInstanceOf(ExitEvidenceFile.Read.Refused.class);
        assertThat(elsewhere.all()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofTheUser")
    void anotherPayee_doesNotFitTheProof(Withdrawal withdrawal) {
        String file = new String(written(withdrawal).toArray(), StandardCharsets.UTF_8);
        own();

        String payee = STRANGER.toHex().substring(2);
        assertThat(file).contains(payee);
        String forged = file.replace(payee, USER.toHex().substring(2));
        assertThat(ExitEvidenceFile.read(Bytes.of(forged.getBytes(StandardCharsets.UTF_8)), there, elsewhere))
                .isInstanceOf(ExitEvidenceFile.Read.Refused.class);
        assertThat(elsewhere.all()).isEmpty();
    }

    @Test
    void aToken_isCalledWhatItIsCalledThere() {
        Bytes file = written(TokenMoves.home(USER, USER, 300));
        own();
        new Tokens(TokenList.bundled(), there.tokens())
                .add(L2, TokenMoves.PAIR.l2Token(), new TokenFacts("Bridged", "BRDG", 6));

        assertThat(ExitEvidenceFile.read(file, there, elsewhere))
                .isInstanceOfSatisfying(
                        ExitEvidenceFile.Read.Taken.class,
                        taken -> assertThat(taken.plan().state().said("ETH")).isEqualTo("0.0003 BRDG"));
    }

    private void own() {
        there.accounts().put(new Account(USER, "Mine", new Account.Kind.WatchOnly(), 0, false));
    }

    /// By a profile of the user's that has one proof of it.
    private static Bytes written(Withdrawal withdrawal) {
        InMemoryStorage here = new InMemoryStorage();
        Exits exits = new Exits(here, InstantSource.system(), Duration.ofSeconds(5));
        Exits.Plan plan = exits.begin(L2, USER, ExitState.found(Hash32.ofNumber(77), withdrawal, BLOCK));
        FakeChain state = new FakeChain(901);
        state.at(OpStack.MESSAGE_PASSER).storage.put(withdrawal.slot(), BigInteger.ONE);
        state.at(OpStack.MESSAGE_PASSER).storage.put(Hash32.ofNumber(1), BigInteger.TWO);
        var shown = state.proof(OpStack.MESSAGE_PASSER, List.of(withdrawal.slot()));
        BlockHeader header = RollupHeader.of(Hash32.ZERO, 50, state.header(0).stateRoot(), shown.storageRoot());
        WithdrawalProof proof =
                WithdrawalProof.of(withdrawal, header, shown.slots().getFirst().proof(), true);
        new ExitEvidence(here.evidence()).add(L2, USER, proof, header.ref());
        return ExitEvidenceFile.write(here, plan).orElseThrow();
    }

    private static Withdrawal coin(Address from, Address to) {
        return new Withdrawal(
                BigInteger.ONE.shiftLeft(240), from, to, Wei.of(300), BigInteger.valueOf(100_000), Bytes.EMPTY);
    }

    /// Names the user in words that no bridge has written: the messenger did not send it.
    private static Withdrawal besideThePoint() {
        Withdrawal message = TokenMoves.home(USER, USER, 300);
        return new Withdrawal(
                message.nonce(), STRANGER, message.target(), message.value(), message.gasLimit(), message.data());
    }
}
