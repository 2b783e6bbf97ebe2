package org.lifeboat.sandbox.contracts;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.rollups.opstack.TokenPair;
import org.lifeboat.sandbox.chain.GenesisAccount;

/// The tokens of the sandbox: `PlayTokens.sol`.
public enum PlayToken {
    DOLLAR("PlayDollar", "Play Dollar", "playUSD", 6, 0xd0),
    OAR("PlayOar", "Play Oar", "playOAR", 18, 0xe0);

    /// "PLAY" in ASCII, and zeros.
    private static final BigInteger PLAY = BigInteger.valueOf(0x504c4159).shiftLeft(128);

    /// What the addresses of its pairs on rollups have besides.
    private static final int LAYER_2 = 0x200;

    /// Source: `PlayTokens.sol`: the order of its variables.
    private static final Hash32 BALANCES_SLOT = Hash32.ofNumber(0);

    private static final Hash32 SUPPLY_SLOT = Hash32.ofNumber(2);

    private final String contract;
    private final String fullName;
    private final String symbol;
    private final int decimals;
    private final int number;

    PlayToken(String contract, String fullName, String symbol, int decimals, int number) {
        this.contract = contract;
        this.fullName = fullName;
        this.symbol = symbol;
        this.decimals = decimals;
        this.number = number;
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
        return at(number);
    }

    /// Its pair on every rollup, made and destroyed by the standard bridge alone.
    public Address onLayer2() {
        return at(LAYER_2 + number);
    }

    private static Address at(int last) {
        return Hash32.ofNumber(PLAY.add(BigInteger.valueOf(last))).toAddress();
    }

    /// Where it is on both layers.
    public TokenPair pair() {
        return new TokenPair(onLayer2(), address());
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

    /// Its pair on a rollup as it stands at the beginning: nobody has any of it.
    public GenesisAccount layer2Genesis() {
        return NamedToken.mintable(address(), fullName, symbol, decimals);
    }

    /// Where the contract keeps an account's balance. Source: Solidity documentation, "Layout of State
    /// Variables in Storage", "Mappings and Dynamic Arrays".
    public static Hash32 balanceSlot(Address account) {
        return Keccak256.hash(Bytes.of(account.toWord().toArray()).plus(Bytes.of(BALANCES_SLOT.toArray())));
    }
}
