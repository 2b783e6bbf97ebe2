package org.lifeboat.evm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.trace.CallTree;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

class TransactionRunnerTest {
    private static final Address CONTRACT = Address.fromHex("0x2000000000000000000000000000000000000002");
    private static final Address OTHER = Address.fromHex("0x3000000000000000000000000000000000000003");

    /// Calls itself without end: PUSH0 x5, ADDRESS, GAS, CALL.
    private static final String ENDLESS = "5f5f5f5f5f305af100";

    @Test
    void transfer_costsTwentyOneThousand() {
        TransactionResult result = new World().call(Fork.OSAKA, OTHER, Optional.empty());

        assertThat(result)
                .isEqualTo(new TransactionResult.Executed(
                        new Outcome.Success(Bytes.EMPTY), 21_000, List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"20999, INTRINSIC_GAS_TOO_LOW", "10000001, GAS_ALLOWANCE_EXCEEDED"})
    void gasLimit_outOfBounds_isRefused(long gas, InvalidReason reason) {
        assertThat(new World().call(Fork.OSAKA, OTHER, gas, Optional.empty()))
                .isEqualTo(new TransactionResult.Invalid(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "01, STACK_UNDERFLOW",
        "0c, UNDEFINED_INSTRUCTION",
        "fe, UNDEFINED_INSTRUCTION",
        "600456, INVALID_JUMP",
        "5b600056, OUT_OF_GAS",
        "60ff5f5f3e, RETURN_DATA_OUT_OF_BOUNDS",
        "5b5f600056, STACK_OVERFLOW"
    })
    void halts_areNamed(String code, HaltReason reason) {
        TransactionResult result = new World().contract(CONTRACT, code).call(Fork.OSAKA, CONTRACT, Optional.empty());

        assertThat(outcome(result)).isEqualTo(new Outcome.Halt(reason));
    }

    @Test
    void push0_isUnknownBeforeShanghai() {
        World world = new World().contract(CONTRACT, "5f00");

        assertThat(outcome(world.call(Fork.PARIS, CONTRACT, Optional.empty())))
                .isEqualTo(new Outcome.Halt(HaltReason.UNDEFINED_INSTRUCTION));
        assertThat(outcome(world.call(Fork.SHANGHAI, CONTRACT, Optional.empty())))
                .isInstanceOf(Outcome.Success.class);
    }

    @Test
    void deepestCalls_needNoDeepThreadStack() throws InterruptedException {
        List<TransactionResult> results = new ArrayList<>();
        World world = new World().contract(CONTRACT, ENDLESS);
        // Frontier's rule gives all gas to the callee, so that the depth limit is what ends it.
        Thread small = new Thread(
                null,
                () -> results.add(world.contract(CONTRACT, "6000600060006000600030603c5a03f100")
                        .call(Fork.FRONTIER, CONTRACT, Optional.empty())),
                "small stack",
                64 * 1024);

        small.start();
        small.join();

        assertThat(outcome(results.getFirst())).isInstanceOf(Outcome.Success.class);
    }

    @Test
    void missingState_isNamed_andNothingElseHappens() {
        StateKey key = new StateKey.Account(OTHER);
        // BALANCE of the other account
        World world = new World()
                .contract(CONTRACT, "73" + OTHER.toHex().substring(2) + "3100")
                .without(key);

        assertThat(world.call(Fork.OSAKA, CONTRACT, Optional.empty())).isEqualTo(new TransactionResult.Needs(key));
    }

    @Test
    void stateThatThereIsNoGasToLookAt_isNotAskedFor() {
        StateKey account = new StateKey.Account(OTHER);
        StateKey slot = new StateKey.Storage(CONTRACT, Hash32.ZERO);
        World balance = new World()
                .contract(CONTRACT, "73" + OTHER.toHex().substring(2) + "3100")
                .without(account);
        World storage = new World().contract(CONTRACT, "5f5400").without(slot);
        Outcome outOfGas = new Outcome.Halt(HaltReason.OUT_OF_GAS);

        // 21000 for the transaction, 3 and 2 for the push, 2600 and 2100 for the first look (EIP-2929).
        assertThat(outcome(balance.call(Fork.OSAKA, CONTRACT, 23_602, Optional.empty())))
                .isEqualTo(outOfGas);
        assertThat(balance.call(Fork.OSAKA, CONTRACT, 23_603, Optional.empty()))
                .isEqualTo(new TransactionResult.Needs(account));
        assertThat(outcome(storage.call(Fork.OSAKA, CONTRACT, 23_101, Optional.empty())))
                .isEqualTo(outOfGas);
    }

    @Test
    void callTree_showsInnerCalls() {
        CallTree tree = new CallTree();
        // CALL the other account with all gas; it reverts with nothing.
        World world = new World()
                .contract(CONTRACT, "5f5f5f5f5f73" + OTHER.toHex().substring(2) + "5af100")
                .contract(OTHER, "5f5ffd");

        world.call(Fork.OSAKA, CONTRACT, Optional.of(tree));

        CallTree.Call root = tree.root().orElseThrow();
        assertThat(root.outcome()).isInstanceOf(Outcome.Success.class);
        assertThat(root.calls()).singleElement().satisfies(inner -> {
            assertThat(inner.entry().kind()).isEqualTo(Listener.Kind.CALL);
            assertThat(inner.entry().from()).isEqualTo(CONTRACT);
            assertThat(inner.entry().to()).isEqualTo(OTHER);
            assertThat(inner.entry().value()).isEqualTo(Wei.ZERO);
            assertThat(inner.entry().depth()).isEqualTo(2);
            assertThat(inner.outcome()).isEqualTo(new Outcome.Revert(Bytes.EMPTY));
            assertThat(inner.gasUsed()).isEqualTo(2 + 2);
        });
    }

    @Test
    void steps_areHeardWithTheirGas_andChangeNothing() {
        Steps steps = new Steps();
        World world = new World().contract(CONTRACT, "600160020100");

        TransactionResult heard = world.call(Fork.OSAKA, CONTRACT, Optional.of(steps));

        assertThat(heard).isEqualTo(world.call(Fork.OSAKA, CONTRACT, Optional.empty()));
        assertThat(steps.instructions).containsExactly(0x60, 0x60, 0x01, 0x00);
        assertThat(steps.gas)
                .containsExactly(World.GAS - 21_000, World.GAS - 21_003, World.GAS - 21_006, World.GAS - 21_009);
    }

    @Test
    void steps_ofSomeInstructionsOnly_areHeardWithTheSameGas() {
        Steps steps = new Steps() {
            @Override
            public boolean wants(int instruction) {
                return instruction == 0x01;
            }
        };
        World world = new World().contract(CONTRACT, "600160020150fe"); // ends in one that is not defined

        TransactionResult heard = world.call(Fork.OSAKA, CONTRACT, Optional.of(steps));

        assertThat(heard).isEqualTo(world.call(Fork.OSAKA, CONTRACT, Optional.empty()));
        assertThat(steps.instructions).containsExactly(0x01);
        assertThat(steps.gas).containsExactly(World.GAS - 21_006);
    }

    private static class Steps implements Listener {
        final List<Integer> instructions = new ArrayList<>();
        final List<Long> gas = new ArrayList<>();

        @Override
        public void enter(Entry entry) {}

        @Override
        public void exit(int depth, Outcome outcome, long gasUsed) {}

        @Override
        public void selfDestruct(Address account, Address beneficiary, Wei balance) {}

        @Override
        public boolean wantsSteps() {
            return true;
        }

        @Override
        public void step(Step step) {
            instructions.add(step.instruction());
            gas.add(step.gas());
        }
    }

    private static Outcome outcome(TransactionResult result) {
        assertThat(result).isInstanceOf(TransactionResult.Executed.class);
        return ((TransactionResult.Executed) result).outcome();
    }
}
