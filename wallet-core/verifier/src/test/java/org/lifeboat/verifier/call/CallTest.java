package org.lifeboat.verifier.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

class CallTest {
    private static final Address CONTRACT = Address.fromHex("0x00000000000000000000000000000000000c0de0");
    private static final String BALANCE_OF_ALICE = "70a08231" + SmallWorld.word(SmallWorld.ALICE);

    private final SmallWorld world = new SmallWorld();

    @Test
    void call_returnsWhatTheGivenStateHolds() {
        world.account(SmallWorld.TOKEN, 1, 0, SmallWorld.TOKEN_CODE)
                .slot(SmallWorld.TOKEN, SmallWorld.ALICE.toWord(), 4_711);

        CallResult result = world.call(SmallWorld.TOKEN, BALANCE_OF_ALICE);

        assertThat(result).isInstanceOf(CallResult.Returned.class);
        assertThat(((CallResult.Returned) result).output()).isEqualTo(SmallWorld.hex(SmallWorld.word(4_711)));
    }

    @Test
    void aMissingSlot_isNeeded_andNeverZero() {
        world.account(SmallWorld.TOKEN, 1, 0, SmallWorld.TOKEN_CODE);

        assertThat(needs(world.call(SmallWorld.TOKEN, BALANCE_OF_ALICE)))
                .containsExactly(SmallWorld.slotOf(SmallWorld.TOKEN, SmallWorld.ALICE));
    }

    @Test
    void oneRun_namesAllThatItMet() {
        // SLOAD(1), SLOAD(2), BALANCE(0xdead), BLOCKHASH(NUMBER - 3)
        world.account(CONTRACT, 1, 0, "60015450" + "60025450" + "61dead3150" + "600343034050" + "00");

        assertThat(needs(world.call(CONTRACT, "")))
                .containsExactlyInAnyOrder(
                        new StateKey.Storage(CONTRACT, Hash32.ofNumber(1)),
                        new StateKey.Storage(CONTRACT, Hash32.ofNumber(2)),
                        new StateKey.Account(Hash32.ofNumber(0xdead).toAddress()),
                        new StateKey.BlockHash(SmallWorld.NUMBER - 3));
    }

    @Test
    void anUnknownAccount_isNeeded_andNeverTakenForEmpty() {
        assertThat(needs(world.call(CONTRACT, "01"))).containsExactly(new StateKey.Account(CONTRACT));
    }

    @Test
    void aMissingCode_isNeeded() {
        String code = "600054600052" + "60206000f3";
        SmallWorld other = new SmallWorld().account(CONTRACT, 1, 0, code);
        world.state.putAccount(CONTRACT, other.state.account(CONTRACT));

        assertThat(needs(world.call(CONTRACT, "")))
                .containsExactly(new StateKey.Code(Keccak256.hash(SmallWorld.hex(code))));
    }

    @Test
    void aPrecompilesAccount_isReadAndNeeded() {
        // STATICCALL(gas, 4, 0, 0, 0, 0)
        world.account(CONTRACT, 1, 0, "600060006000600060045afa5000");

        assertThat(needs(world.call(CONTRACT, "")))
                .containsExactly(new StateKey.Account(Hash32.ofNumber(4).toAddress()));
    }

    @Test
    void aGivenBlockHash_isUsed() {
        // BLOCKHASH(NUMBER - 3) returned
        world.account(CONTRACT, 1, 0, "6003430340600052" + "60206000f3");
        world.state.putBlockHash(SmallWorld.NUMBER - 3, Hash32.ofNumber(77));

        assertThat(((CallResult.Returned) world.call(CONTRACT, "")).output())
                .isEqualTo(Bytes.of(Hash32.ofNumber(77).toArray()));
    }

    @Test
    void aRevert_keepsItsReason() {
        world.account(CONTRACT, 1, 0, "63deadbeef6000526004601cfd");

        assertThat(world.call(CONTRACT, "")).isEqualTo(new CallResult.Reverted(SmallWorld.hex("deadbeef")));
    }

    @Test
    void aLoopWithoutEnd_endsWithItsGas() {
        world.account(CONTRACT, 1, 0, "5b600056");

        assertThat(world.call(CONTRACT, "")).isEqualTo(new CallResult.Halted(HaltReason.OUT_OF_GAS));
    }

    @Test
    void callsWithoutEnd_areNotAllKept() {
        // Calls the identity contract with 256 bytes for ever; each call costs about the same.
        world.account(CONTRACT, 1, 0, "5b6000600061010060006004612710fa506000" + "56");
        world.account(Hash32.ofNumber(4).toAddress(), 0, 0, "");

        assertThat(world.call(CONTRACT, "")).isEqualTo(new CallResult.Halted(HaltReason.OUT_OF_GAS));
    }

    @Test
    void oneRun_leavesNothingForTheNext() {
        // returns SLOAD(0), then SSTORE(0, 5)
        world.account(CONTRACT, 1, 0, "600054600052" + "6005600055" + "60206000f3")
                .slot(CONTRACT, Hash32.ZERO, 1);

        CallResult first = world.call(CONTRACT, "");
        CallResult second = world.call(CONTRACT, "");

        assertThat(((CallResult.Returned) second).output())
                .isEqualTo(((CallResult.Returned) first).output())
                .isEqualTo(SmallWorld.hex(SmallWorld.word(1)));
    }

    @Test
    void whatOnlyTheChainCanRun_isSaid() {
        world.account(CONTRACT, 1, 0, "600060006004600060645afa5000"); // STATICCALL(0x64) with four bytes
        world.account(Hash32.ofNumber(0x64).toAddress(), 0, 0, "fe");
        world.foreign = new OnlyContract(Hash32.ofNumber(0x64).toAddress());

        assertThat(world.call(CONTRACT, "")).isInstanceOf(CallResult.NotHere.class);
    }

    @Test
    void foreignCode_isSaid() {
        world.account(CONTRACT, 1, 0, "eff00000");
        world.foreign = new OnlyContract(Address.ZERO);

        assertThat(world.call(CONTRACT, "")).isInstanceOf(CallResult.NotHere.class);
    }

    private static java.util.Set<StateKey> needs(CallResult result) {
        return ((CallResult.Needs) result).keys();
    }

    /// A chain with one contract of its own, and with code of another kind.
    private record OnlyContract(Address contract) implements Foreign {
        @Override
        public boolean contract(Address called, boolean hasCode) {
            return called.equals(contract);
        }

        @Override
        public boolean code(Bytes code) {
            return !code.isEmpty() && (code.at(0) & 0xff) == 0xef;
        }

        @Override
        public boolean blockHashes() {
            return false;
        }
    }
}
