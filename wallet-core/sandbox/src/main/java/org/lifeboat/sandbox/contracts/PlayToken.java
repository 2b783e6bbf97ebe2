package org.lifeboat.sandbox.contracts;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.sandbox.chain.GenesisAccount;

/// The tokens of the sandbox: `PlayTokens.sol`.
public enum PlayToken {
    DOLLAR("PlayDollar", "Play Dollar", "playUSD", 6, "0x504c4159000000000000000000000000000000d0"),
    OAR("PlayOar", "Play Oar", "playOAR", 18, "0x504c4159000000000000000000000000000000e0");

    /// Source: `PlayTokens.sol`: the order of its variables.
    private static final Hash32 BALANCES_SLOT = Hash32.ofNumber(0);

    private static final Hash32 SUPPLY_SLOT = Hash32.ofNumber(2);

    private final String contract;
    private final String fullName;
    private final String symbol;
    private final int decimals;
    private final String address;

    PlayToken(String contract, String fullName, String symbol, int decimals, String address) {
        this.contract = contract;
        this.fullName = fullName;
        this.symbol = symbol;
        this.decimals = decimals;
        this.address = address;
    }

    public String fullName() {
        return fullName;
    }

    public String symbol() {
        return symbol;
    }

    public int decimals() {
        return decimals;
    }

    /// The same in every sandbox; begins with "PLAY" in ASCII.
    public Address address() {
        return Address.fromHex(address);
    }

    /// `amount` whole tokens.
    public BigInteger units(long amount) {
        return BigInteger.valueOf(amount).multiply(BigInteger.TEN.pow(decimals));
    }

    /// The contract as it stands at the beginning.
    public GenesisAccount genesis(Map<Address, BigInteger> balances) {
        Map<Hash32, Hash32> storage = new HashMap<>();
        BigInteger supply = BigInteger.ZERO;
        for (Map.Entry<Address, BigInteger> entry : balances.entrySet()) {
            storage.put(balanceSlot(entry.getKey()), Hash32.ofNumber(entry.getValue()));
            supply = supply.add(entry.getValue());
        }
        storage.put(SUPPLY_SLOT, Hash32.ofNumber(supply));
        storage.values().removeIf(Hash32.ZERO::equals);
        return GenesisAccount.contract(BundledCode.read(contract), storage);
    }

    /// Where the contract keeps an account's balance. Source: Solidity documentation, "Layout of State
    /// Variables in Storage", "Mappings and Dynamic Arrays".
    public static Hash32 balanceSlot(Address account) {
        return Keccak256.hash(Bytes.of(account.toWord().toArray()).plus(Bytes.of(BALANCES_SLOT.toArray())));
    }
}
