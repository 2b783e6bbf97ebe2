package org.lifeboat.engine.token;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// An ERC-20 token on one network.
///
/// @param asset the bundled list's id of the asset that this token stands for; empty for a token the user added,
/// which therefore stands alone in sums
/// @param pin what makes a storage proof of this token's balances count as checked; empty: never
public record Token(
        ChainId chain,
        Address contract,
        String name,
        String symbol,
        int decimals,
        Optional<String> asset,
        Optional<Pin> pin) {

    /// The facts about a token contract under which a proof of one storage slot is a proof of a balance.
    /// @param balances where the contract keeps its balances
    /// @param codeHash of the account at the token's address
    /// @param implementation for a proxy: the slot that names the implementation, its address and its code hash
    public record Pin(BalanceSlot balances, Hash32 codeHash, Optional<Implementation> implementation) {}

    /// @param slot the proxy's storage slot that holds the implementation's address (EIP-1967 or older)
    public record Implementation(Hash32 slot, Address address, Hash32 codeHash) {}

    /// Where a contract keeps `mapping(address => uint256)` of balances.
    /// @param order how key and base slot are concatenated before hashing
    /// @param base the mapping's base slot
    public record BalanceSlot(Order order, Hash32 base) {
        public enum Order {
            /// Solidity: keccak256(key . slot).
            KEY_THEN_SLOT,
            /// Vyper: keccak256(slot . key).
            SLOT_THEN_KEY
        }
    }
}
