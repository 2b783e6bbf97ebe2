package org.lifeboat.evm.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.state.Log;
import org.lifeboat.evm.state.MissingState;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.StateReader;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

class BlockStepsTest {
    private static final Address SOMEBODY = Address.fromHex("0x4000000000000000000000000000000000000004");
    private static final Hash32 DEPOSIT_EVENT =
            Hash32.fromHex("0x649bbc62d0e31342afea4e5cd82d4049e7e1ee912fc0889aa790803be39038c5");

    /// Stores the call data's first word at slot 0: PUSH0 CALLDATALOAD PUSH0 SSTORE.
    private static final Code STORES = Code.of(new byte[] {0x5f, 0x35, 0x5f, 0x55});

    /// Nothing but, perhaps, the beacon roots contract.
    private record Ground(boolean contract, boolean complete) implements StateReader {
        @Override
        public Optional<StoredAccount> account(Address address) {
            // A system call's caller is nobody: no witness has to hold it.
            if (!complete || address.equals(SystemCalls.SYSTEM)) {
                throw new MissingState(new StateKey.Account(address));
            }
            return contract && address.equals(SystemCalls.BEACON_ROOTS)
                    ? Optional.of(new StoredAccount(1, Wei.ZERO, StoredAccount.EMPTY_ROOT, STORES.hash()))
                    : Optional.empty();
        }

        @Override
        public Hash32 storage(Address account, Hash32 slot) {
            return Hash32.ZERO;
        }

        @Override
        public Bytes code(Hash32 hash) {
            return STORES.toBytes();
        }

        @Override
        public Hash32 blockHash(long number) {
            return Hash32.ZERO;
        }
    }

    private static SystemCalls calls(WorldState state) {
        BlockEnvironment block =
                new BlockEnvironment(Address.ZERO, 1, 1, 1, BigInteger.ZERO, Hash32.ZERO, Wei.ZERO, Wei.of(1));
        return new SystemCalls(
                Fork.PRAGUE.rules(), ChainId.ETHEREUM, block, state, Precompiles.of(Fork.PRAGUE.rules()));
    }

    @Test
    void systemCall_runsTheContract_andLeavesNoTraceOfItsCaller() {
        WorldState state = new WorldState(new Ground(true, true), new CodeCache(1000));
        Hash32 root = Hash32.ofNumber(7);

        assertThat(calls(state).storeBeaconRoot(root)).isEqualTo(new SystemCalls.Result.Done(Bytes.EMPTY));

        assertThat(state.changes()).singleElement().satisfies(change -> {
            assertThat(change.address()).isEqualTo(SystemCalls.BEACON_ROOTS);
            assertThat(change.slots()).containsEntry(Hash32.ZERO, root).hasSize(1);
        });
    }

    @Test
    void systemCall_withoutContract_saysSo() {
        WorldState state = new WorldState(new Ground(false, true), new CodeCache(1000));

        assertThat(calls(state).takeWithdrawalRequests()).isEqualTo(new SystemCalls.Result.NoContract());
        assertThat(state.changes()).isEmpty();
    }

    @Test
    void systemCall_onIncompleteState_namesTheKey() {
        WorldState state = new WorldState(new Ground(true, false), new CodeCache(1000));

        assertThat(calls(state).storeParentHash(Hash32.ZERO))
                .isEqualTo(new SystemCalls.Result.Needs(new StateKey.Account(SystemCalls.HISTORY)));
    }

    @Test
    void withdrawals_areGwei_andAnEmptyOneMakesNoAccount() {
        WorldState state = new WorldState(new Ground(false, true), new CodeCache(1000));

        Withdrawal.apply(List.of(new Withdrawal(0, 0, SOMEBODY, 3), new Withdrawal(1, 0, Address.ZERO, 0)), state);

        assertThat(state.changes()).singleElement().satisfies(change -> {
            assertThat(change.address()).isEqualTo(SOMEBODY);
            assertThat(change.after().orElseThrow().balance()).isEqualTo(Wei.of(3_000_000_000L));
        });
    }

    @Test
    void requests_ofNothing_hashToTheHashOfNoBytes() {
        // SHA-256 of no bytes: FIPS 180-4; EIP-7685 names it for empty requests.
        assertThat(Requests.of(Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY).hash())
                .isEqualTo(Hash32.fromHex("0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @Test
    void requests_carryTheirType_andEmptyOnesAreLeftOut() {
        Requests requests = Requests.of(Bytes.EMPTY, Bytes.of((byte) 9), Bytes.of((byte) 8));

        assertThat(requests.requests()).containsExactly(Bytes.of((byte) 1, (byte) 9), Bytes.of((byte) 2, (byte) 8));
    }

    @Test
    void depositEvent_ofAnotherSize_isRefused_andOthersAreLeftAlone() {
        Log shortEvent = new Log(SOMEBODY, List.of(DEPOSIT_EVENT), Bytes.EMPTY);

        assertThat(Requests.deposits(List.of(shortEvent), SOMEBODY)).isEmpty();
        assertThat(Requests.deposits(List.of(shortEvent), Address.ZERO)).contains(Bytes.EMPTY);
    }

    /// EIP-1559: an eighth up for a full block, an eighth down for an empty one, at least one wei up.
    @ParameterizedTest
    @CsvSource({
        "30000000, 15000000, 1000, 1000",
        "30000000, 30000000, 1000, 1125",
        "30000000, 0, 1000, 875",
        "30000000, 15000001, 7, 8",
        "30000000, 14999999, 7, 7"
    })
    void baseFee_followsTheUse(long limit, long used, long fee, long next) {
        assertThat(BaseFee.next(limit, used, Wei.of(fee), BaseFee.ELASTICITY, BaseFee.CHANGE_DENOMINATOR))
                .isEqualTo(Wei.of(next));
    }
}
