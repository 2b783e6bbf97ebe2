package org.lifeboat.sandbox.contracts;

import java.util.Map;
import org.lifeboat.primitives.Address;
import org.lifeboat.sandbox.chain.GenesisAccount;

/// Many reads in one call: our own contract `ManyCalls.sol` where wallets expect Multicall3.
public final class ManyCalls {
    /// Source: README of github.com/mds1/multicall3.
    public static final Address ADDRESS = Address.fromHex("0xca11bde05977b3631167028862be2a173976ca11");

    private ManyCalls() {}

    public static GenesisAccount genesis() {
        return GenesisAccount.contract(BundledCode.read("ManyCalls"), Map.of());
    }
}
