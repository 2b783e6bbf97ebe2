package org.lifeboat.sandbox.world;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.contracts.ManyCalls;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.contracts.ProtocolContracts;

/// The L1 that a sandbox begins with.
public final class PlayWorld {
    /// Unit: wei.
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    /// What each account of [PlayAccounts] has, in whole coins or tokens.
    private static final long EACH = 10_000;

    /// What [Faucet] has, in whole coins: it will not run dry.
    private static final long FAUCET = 1_000_000_000;

    private PlayWorld() {}

    public static Wei ether(long amount) {
        return new Wei(ETHER.multiply(BigInteger.valueOf(amount)));
    }

    /// @param unixSeconds the time of block 0
    public static Genesis genesis(long unixSeconds) {
        Map<Address, GenesisAccount> accounts = new HashMap<>(ProtocolContracts.all());
        accounts.put(ManyCalls.ADDRESS, ManyCalls.genesis());
        PlayAccounts.ALL.forEach(address -> accounts.put(address, GenesisAccount.holding(ether(EACH))));
        accounts.put(Faucet.ADDRESS, GenesisAccount.holding(ether(FAUCET)));
        for (PlayToken token : PlayToken.values()) {
            Map<Address, BigInteger> balances = new HashMap<>();
            PlayAccounts.ALL.forEach(address -> balances.put(address, token.units(EACH)));
            accounts.put(token.address(), token.genesis(balances));
        }
        return new Genesis(ChainSettings.l1(PlayChain.ID), unixSeconds, accounts);
    }
}
