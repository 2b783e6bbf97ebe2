package org.lifeboat.engine.balances;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lifeboat.engine.token.Token.BalanceSlot;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

class BalanceSlotsTest {
    private static final Address OWNER = Address.fromHex("0x00000000000000000000000000000000000a11ce");

    @Test
    void namespace_isTheWordInOpenZeppelinsSource() {
        // ERC20StorageLocation in ERC20Upgradeable.sol, OpenZeppelin/openzeppelin-contracts-upgradeable 5.x.
        assertThat(BalanceSlots.namespace(BalanceSlots.OPEN_ZEPPELIN_NAMESPACE).toHex())
                .isEqualTo("0x52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace00");
    }

    @Test
    void order_decidesWhatIsHashedFirst() {
        byte[] both = new byte[64];
        System.arraycopy(OWNER.toWord().toArray(), 0, both, 0, 32);
        both[63] = 3;
        BalanceSlot solidity = new BalanceSlot(BalanceSlot.Order.KEY_THEN_SLOT, Hash32.ofNumber(3));
        BalanceSlot vyper = new BalanceSlot(BalanceSlot.Order.SLOT_THEN_KEY, Hash32.ofNumber(3));

        assertThat(BalanceSlots.of(solidity, OWNER)).isEqualTo(Hash32.of(Keccak256.digest(both)));
        assertThat(BalanceSlots.of(vyper, OWNER)).isNotEqualTo(BalanceSlots.of(solidity, OWNER));
    }

    @Test
    void candidates_areAllDifferent() {
        assertThat(BalanceSlots.candidates()).hasSize(43).doesNotHaveDuplicates();
    }
}
