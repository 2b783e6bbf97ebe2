package org.lifeboat.engine.balances;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.engine.token.Token.BalanceSlot;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// Where a token contract keeps an owner's balance.
///
/// Source: docs.soliditylang.org, "Layout of State Variables in Storage", "Mappings and Dynamic Arrays";
/// ERC-7201 "Namespaced Storage Layout".
final class BalanceSlots {
    /// The highest base slot that is probed: state variables in front of `_balances` are few.
    static final int HIGHEST_PROBED = 20;

    /// The namespace of OpenZeppelin's upgradeable ERC-20.
    /// Source: OpenZeppelin/openzeppelin-contracts-upgradeable 5.x, `ERC20Upgradeable.sol`,
    /// `ERC20StorageLocation`.
    static final String OPEN_ZEPPELIN_NAMESPACE = "openzeppelin.storage.ERC20";

    private BalanceSlots() {}

    static Hash32 of(BalanceSlot slot, Address owner) {
        byte[] key = owner.toWord().toArray();
        byte[] base = slot.base().toArray();
        return switch (slot.order()) {
            case KEY_THEN_SLOT -> hashed(key, base);
            case SLOT_THEN_KEY -> hashed(base, key);
        };
    }

    /// All places that are tried for a token without a pin.
    static List<BalanceSlot> candidates() {
        List<BalanceSlot> all = new ArrayList<>();
        for (int base = 0; base <= HIGHEST_PROBED; base++) {
            all.add(new BalanceSlot(BalanceSlot.Order.KEY_THEN_SLOT, Hash32.ofNumber(base)));
        }
        all.add(new BalanceSlot(BalanceSlot.Order.KEY_THEN_SLOT, namespace(OPEN_ZEPPELIN_NAMESPACE)));
        for (int base = 0; base <= HIGHEST_PROBED; base++) {
            all.add(new BalanceSlot(BalanceSlot.Order.SLOT_THEN_KEY, Hash32.ofNumber(base)));
        }
        return all;
    }

    /// `keccak256(abi.encode(uint256(keccak256(id)) - 1)) & ~bytes32(uint256(0xff))` (ERC-7201).
    static Hash32 namespace(String id) {
        BigInteger inner = new BigInteger(1, Keccak256.digest(id.getBytes(StandardCharsets.UTF_8)));
        byte[] location =
                Keccak256.digest(Hash32.ofNumber(inner.subtract(BigInteger.ONE)).toArray());
        location[Hash32.SIZE - 1] = 0;
        return Hash32.of(location);
    }

    private static Hash32 hashed(byte[] first, byte[] second) {
        byte[] both = new byte[2 * Hash32.SIZE];
        System.arraycopy(first, 0, both, 0, Hash32.SIZE);
        System.arraycopy(second, 0, both, Hash32.SIZE, Hash32.SIZE);
        return Hash32.of(Keccak256.digest(both));
    }
}
