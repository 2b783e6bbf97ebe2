package org.lifeboat.rollups.opstack.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.verifier.block.Execution;
import org.lifeboat.verifier.call.Conditions;
import org.lifeboat.verifier.call.Effects;
import org.lifeboat.verifier.call.Foreign;
import org.lifeboat.verifier.call.GivenState;
import org.lifeboat.verifier.call.Simulation;
import org.lifeboat.verifier.call.Simulator;

/// A payment that is tried out costs what it costs in a block.
class OpFeesTest {
    private static final Address SOMEBODY = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Address PROPOSER = TestL2.SEQUENCER_FEE_VAULT;
    private static final Bytes SOME_CODE = Bytes.of((byte) 0);
    private static final Wei GWEI = Wei.of(1_000_000_000);

    @ParameterizedTest
    @EnumSource(
            value = OpFork.class,
            names = {"ISTHMUS", "JOVIAN", "KARST"})
    void whatIsShown_isWhatABlockTakes(OpFork fork) {
        TestL2 l2 = new TestL2(fork);
        var run = (Execution.Done) l2.run(l2.transfer(SOMEBODY, Wei.of(1000)));
        BigInteger paid =
                TestL2.FUNDS.value().subtract(TestL2.balance(run.output().state(), l2.person()));

        Effects effects = done(tried(l2, TestL2.FUNDS, told(l2)));

        Effects.ExtraFee extra = effects.extra().orElseThrow();
        assertThat(extra.data().isZero()).isFalse();
        assertThat(extra.operator().isZero()).isFalse();
        assertThat(effects.fee().plus(extra.total()).plus(Wei.of(1000)).value()).isEqualTo(paid);
        // The vaults' shares are no effects of the payment.
        assertThat(effects.coins())
                .containsExactlyInAnyOrder(
                        new Effects.CoinChange(l2.person(), BigInteger.valueOf(-1000)),
                        new Effects.CoinChange(SOMEBODY, BigInteger.valueOf(1000)));
    }

    @Test
    void moneyForGasAlone_isNotEnough() {
        TestL2 l2 = new TestL2(OpFork.JOVIAN);
        Wei gasAndAmount = Wei.of(2_000_000_000).times(50_000).plus(Wei.of(1000));

        assertThat(done(tried(l2, gasAndAmount, told(l2))).ending())
                .isEqualTo(new Effects.Ending.NotTaken(InvalidReason.INSUFFICIENT_ACCOUNT_FUNDS));
    }

    @Test
    void aContractThatWasNeverTold_saysNothing_andThatIsSaid() {
        TestL2 l2 = new TestL2(OpFork.ISTHMUS);
        GivenState untold = new GivenState();
        untold.putAccount(L1Attributes.CONTRACT, Optional.empty());
        for (int slot : new int[] {1, 3, 7, 8}) {
            untold.putSlot(L1Attributes.CONTRACT, Hash32.ofNumber(slot), Hash32.ZERO);
        }

        Effects effects = done(tried(l2, TestL2.FUNDS, untold));

        assertThat(effects.ending()).isInstanceOf(Effects.Ending.Succeeds.class);
        assertThat(effects.extra()).isEmpty();
    }

    @Test
    void whatIsNotKnownYet_isAskedFor() {
        TestL2 l2 = new TestL2(OpFork.ISTHMUS);

        Simulation simulation = tried(l2, TestL2.FUNDS, new GivenState());

        assertThat(((Simulation.Needs) simulation).keys())
                .contains(
                        new StateKey.Account(L1Attributes.CONTRACT),
                        new StateKey.Storage(L1Attributes.CONTRACT, Hash32.ofNumber(1)),
                        new StateKey.Storage(L1Attributes.CONTRACT, Hash32.ofNumber(8)));
    }

    /// `L1Block` as the deposit that opens the block leaves it.
    private static GivenState told(TestL2 l2) {
        Bytes data = ((Answer.Proven<DepositTransaction>) DepositTransaction.decode(l2.l1Attributes()))
                .value()
                .data();
        GivenState state = new GivenState();
        state.putCode(SOME_CODE);
        state.putAccount(
                L1Attributes.CONTRACT,
                Optional.of(new StoredAccount(1, Wei.ZERO, StoredAccount.EMPTY_ROOT, Keccak256.hash(SOME_CODE))));
        put(state, 1, data.slice(36, 68));
        put(state, 3, data.slice(4, 20)); // both scalars and the sequence number, as they stand there
        put(state, 7, data.slice(68, 100));
        // The footprint's scalar stands above what Isthmus brought.
        Bytes footprint = data.size() > 176 ? data.slice(176, 178) : Bytes.EMPTY;
        put(state, 8, footprint.plus(data.slice(164, 176)));
        return state;
    }

    /// At the low end of a slot.
    private static void put(GivenState state, long slot, Bytes low) {
        state.putSlot(L1Attributes.CONTRACT, Hash32.ofNumber(slot), Hash32.ofNumber(new BigInteger(1, low.toArray())));
    }

    private static Simulation tried(TestL2 l2, Wei funds, GivenState state) {
        state.putAccount(
                l2.person(),
                Optional.of(new StoredAccount(0, funds, StoredAccount.EMPTY_ROOT, StoredAccount.EMPTY.codeHash())));
        state.putAccount(SOMEBODY, Optional.empty());
        state.putAccount(PROPOSER, Optional.empty());
        BlockEnvironment block = new BlockEnvironment(
                PROPOSER, 11, 1_000_002, 30_000_000, BigInteger.ZERO, Hash32.ZERO, GWEI, Wei.of(1));
        Conditions conditions = new Conditions(
                l2.chain.id(),
                l2.fork.ethereum().rules(),
                OpPrecompiles.of(l2.fork),
                block,
                Foreign.NOTHING,
                new OpFees(l2.fork));
        Transaction transfer = new Transaction.Legacy(
                Optional.of(l2.chain.id()),
                new Nonce(0),
                Wei.of(2_000_000_000),
                new Gas(50_000),
                Optional.of(SOMEBODY),
                Wei.of(1000),
                Bytes.EMPTY);
        return new Simulator(conditions).transaction(transfer, l2.person(), List.of(), state);
    }

    private static Effects done(Simulation simulation) {
        return ((Simulation.Done) simulation).effects();
    }
}
