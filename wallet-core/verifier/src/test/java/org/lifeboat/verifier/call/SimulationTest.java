package org.lifeboat.verifier.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Authorization;
import org.lifeboat.primitives.tx.SignedAuthorization;
import org.lifeboat.primitives.tx.Transaction;

class SimulationTest {
    private static final Address CONTRACT = Address.fromHex("0x00000000000000000000000000000000000c0de0");
    private static final String TRANSFER_TO_BOB = "a9059cbb" + SmallWorld.word(SmallWorld.BOB);

    private final SmallWorld world = new SmallWorld();

    @Test
    void aPayment_movesCoins_andTheFeeStandsApart() {
        Effects effects = done(world.send(SmallWorld.transaction(SmallWorld.BOB, 1_000, "")));

        assertThat(effects.ending()).isInstanceOf(Effects.Ending.Succeeds.class);
        assertThat(effects.gasUsed()).isEqualTo(21_000);
        assertThat(effects.fee()).isEqualTo(Wei.of(21_000 * (7 + 2)));
        assertThat(effects.coins())
                .containsExactlyInAnyOrder(
                        new Effects.CoinChange(SmallWorld.ALICE, BigInteger.valueOf(-1_000)),
                        new Effects.CoinChange(SmallWorld.BOB, BigInteger.valueOf(1_000)));
    }

    @Test
    void aTokenPayment_saysWhatTheTokenSays_andWhatItWillShow() {
        token(500, 3);

        Effects effects =
                done(world.send(SmallWorld.transaction(SmallWorld.TOKEN, 0, TRANSFER_TO_BOB + SmallWorld.word(100))));

        // The token keeps one unit: the recipient gets less than was sent.
        assertThat(effects.moves())
                .containsExactly(new Effects.TokenMove.Fungible(
                        SmallWorld.TOKEN, SmallWorld.ALICE, SmallWorld.BOB, BigInteger.valueOf(99)));
        assertThat(effects.tokens())
                .containsExactlyInAnyOrder(change(SmallWorld.ALICE, 500, 400), change(SmallWorld.BOB, 3, 102));
        assertThat(effects.coins()).isEmpty();
    }

    @Test
    void aTokenPaymentBeyondTheBalance_revertsWithItsReason() {
        token(50, 0);

        Effects effects =
                done(world.send(SmallWorld.transaction(SmallWorld.TOKEN, 0, TRANSFER_TO_BOB + SmallWorld.word(100))));

        assertThat(effects.ending()).isEqualTo(new Effects.Ending.Reverts(SmallWorld.hex("deadbeef")));
        assertThat(effects.moves()).isEmpty();
        assertThat(effects.tokens()).isEmpty();
    }

    @Test
    void theNonceAndTheBaseFee_doNotKeepFromTrying() {
        Transaction later = new Transaction.DynamicFee(
                SmallWorld.CHAIN,
                new Nonce(9),
                Wei.of(1),
                Wei.of(3),
                new Gas(21_000),
                Optional.of(SmallWorld.BOB),
                Wei.of(1),
                SmallWorld.hex(""),
                List.of());

        assertThat(done(world.send(later)).ending()).isInstanceOf(Effects.Ending.Succeeds.class);
    }

    @Test
    void moreThanThereIs_isNotTaken() {
        Effects effects = done(world.send(SmallWorld.transaction(SmallWorld.BOB, 1_000_000_000_000L, "")));

        assertThat(effects.ending()).isEqualTo(new Effects.Ending.NotTaken(InvalidReason.INSUFFICIENT_ACCOUNT_FUNDS));
        assertThat(effects.coins()).isEmpty();
    }

    @Test
    void aLoopWithoutEnd_usesAllItsGas() {
        world.account(CONTRACT, 1, 0, "5b600056");

        Effects effects = done(world.send(SmallWorld.transaction(CONTRACT, 0, "")));

        assertThat(effects.ending()).isEqualTo(new Effects.Ending.Halts(HaltReason.OUT_OF_GAS));
        assertThat(effects.gasUsed()).isEqualTo(200_000);
    }

    @Test
    void moreCallsThanAnybodyReads_areCounted() {
        // Calls the identity contract until there is no gas left for it.
        world.account(CONTRACT, 1, 0, "5b6000600060006000600461fffffa50600056");
        world.account(Hash32.ofNumber(4).toAddress(), 0, 0, "");

        Effects effects = done(world.send(SmallWorld.transaction(CONTRACT, 0, "")));

        assertThat(effects.calls().orElseThrow().calls()).hasSize(999);
        assertThat(effects.callsLeftOut()).isPositive();
        assertThat(effects.ending()).isInstanceOf(Effects.Ending.Halts.class);
    }

    @Test
    void anUndoneCreation_isNotNamed() {
        // CREATE of nothing with one wei that is not there, then REVERT
        world.account(CONTRACT, 1, 5, "600060006001f050" + "60006000fd");
        Address made = org.lifeboat.evm.interpreter.ContractAddress.of(CONTRACT, 1);
        world.state.putAccount(made, Optional.empty());

        Effects effects = done(world.send(SmallWorld.transaction(CONTRACT, 0, "")));

        assertThat(effects.ending()).isEqualTo(new Effects.Ending.Reverts(SmallWorld.hex("")));
        assertThat(effects.created()).isEmpty();
        assertThat(effects.delegations()).isEmpty();
    }

    @Test
    void aCreation_namesTheContract() {
        Address made = org.lifeboat.evm.interpreter.ContractAddress.of(SmallWorld.ALICE, 5);
        world.state.putAccount(made, Optional.empty());
        Transaction creation = new Transaction.DynamicFee(
                SmallWorld.CHAIN,
                new Nonce(5),
                Wei.of(2),
                Wei.of(20),
                new Gas(200_000),
                Optional.empty(),
                Wei.ZERO,
                SmallWorld.hex("600160005360016000f3"), // the code 0x01
                List.of());

        assertThat(done(world.send(creation)).created()).containsExactly(made);
    }

    @Test
    void aDelegation_isNamed() {
        byte[] key = Hex.decode("0x" + "00".repeat(31) + "07");
        Authorization authorization = new Authorization(Optional.of(SmallWorld.CHAIN), CONTRACT, new Nonce(0));
        SignedAuthorization signed = new SignedAuthorization(
                authorization,
                Secp256k1.preferred().sign(authorization.signingHash().toArray(), key));
        Address authority = Secp256k1.preferred()
                .recover(signed.signingHash(), signed.signature())
                .orElseThrow();
        world.account(authority, 0, 0, "");
        Transaction transaction = new Transaction.SetCode(
                SmallWorld.CHAIN,
                new Nonce(5),
                Wei.of(2),
                Wei.of(20),
                new Gas(200_000),
                SmallWorld.BOB,
                Wei.ZERO,
                SmallWorld.hex(""),
                List.of(),
                List.of(signed));

        assertThat(done(world.send(transaction)).delegations())
                .containsExactly(new Effects.Delegation(authority, Optional.of(CONTRACT)));
    }

    @Test
    void whatIsMissingForTheCountOfTokens_isNeededToo() {
        token(500, 3);
        world.state.putAccount(Address.ZERO, Optional.empty());
        SmallWorld bare = new SmallWorld();
        bare.account(SmallWorld.TOKEN, 1, 0, SmallWorld.TOKEN_CODE);

        Simulation first = bare.send(SmallWorld.transaction(SmallWorld.TOKEN, 0, TRANSFER_TO_BOB + SmallWorld.word(0)));

        assertThat(((Simulation.Needs) first).keys())
                .contains(
                        SmallWorld.slotOf(SmallWorld.TOKEN, SmallWorld.ALICE),
                        SmallWorld.slotOf(SmallWorld.TOKEN, SmallWorld.BOB));
    }

    private void token(long alice, long bob) {
        world.account(SmallWorld.TOKEN, 1, 0, SmallWorld.TOKEN_CODE)
                .slot(SmallWorld.TOKEN, SmallWorld.ALICE.toWord(), alice)
                .slot(SmallWorld.TOKEN, SmallWorld.BOB.toWord(), bob);
    }

    private static Effects.TokenChange change(Address holder, long before, long after) {
        return new Effects.TokenChange(SmallWorld.TOKEN, holder, BigInteger.valueOf(before), BigInteger.valueOf(after));
    }

    private static Effects done(Simulation simulation) {
        return ((Simulation.Done) simulation).effects();
    }
}
