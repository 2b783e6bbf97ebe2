package org.lifeboat.sandbox.contracts;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.TokenPair;
import org.lifeboat.sandbox.chain.GenesisAccount;

/// A token that stands for another one: a copy of its symbol and its decimals, worth nothing. On L1 anybody may mint
/// it; on the L2 its pair is made and destroyed by the standard bridge alone.
/// @param number tells those of one world apart, from 0 on
public record NamedToken(String symbol, int decimals, int number) {
    /// "COPY" in ASCII, and zeros.
    private static final BigInteger COPY = BigInteger.valueOf(0x434f5059).shiftLeft(128);

    /// Beyond the addresses of both layers.
    private static final int MOST = 0x1000;

    // Source: `PlayTokens.sol`, `PlayNamed`; `PlayTokenBridges.sol`, `PlayMintable`.
    private static final Hash32 NAME_SLOT = Hash32.ofNumber(3);
    private static final Hash32 SYMBOL_SLOT = Hash32.ofNumber(4);
    private static final Hash32 DECIMALS_SLOT = Hash32.ofNumber(5);

    public NamedToken {
        if (number < 0 || number >= MOST) {
            throw new IllegalArgumentException("too many tokens");
        }
        if (decimals < 0 || decimals > 255) {
            throw new IllegalArgumentException("decimals out of range: " + decimals);
        }
    }

    /// Where it is on both layers.
    public TokenPair pair() {
        return new TokenPair(at(MOST + number), at(number));
    }

    private static Address at(int last) {
        return Hash32.ofNumber(COPY.add(BigInteger.valueOf(last))).toAddress();
    }

    /// As it stands on L1 before the first block: nobody has any.
    public GenesisAccount onL1() {
        return GenesisAccount.contract(
                BundledCode.read("PlayNamed"), named(symbol, symbol, BigInteger.valueOf(decimals)));
    }

    /// Its pair on the L2.
    public GenesisAccount onLayer2() {
        return mintable(pair().l1Token(), symbol, symbol, decimals);
    }

    /// A token of the standard bridge as it stands on the L2 before the first block: nobody has any.
    static GenesisAccount mintable(Address l1Token, String fullName, String symbol, int decimals) {
        BigInteger last = l1Token.toWord().toNumber().shiftLeft(8).add(BigInteger.valueOf(decimals));
        return GenesisAccount.contract(BundledCode.read("PlayMintable"), named(fullName, symbol, last));
    }

    /// @param last what the slot of the decimals holds
    private static Map<Hash32, Hash32> named(String fullName, String symbol, BigInteger last) {
        Map<Hash32, Hash32> storage = new HashMap<>(StoredText.at(NAME_SLOT, fullName));
        storage.putAll(StoredText.at(SYMBOL_SLOT, symbol));
        storage.put(DECIMALS_SLOT, Hash32.ofNumber(last));
        storage.values().removeIf(Hash32.ZERO::equals);
        return storage;
    }
}
