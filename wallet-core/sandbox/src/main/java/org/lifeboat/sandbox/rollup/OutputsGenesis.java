package org.lifeboat.sandbox.rollup;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.contracts.BundledCode;

/// A bridge with an output oracle, as it stands before the first block. Source of the slots: `PlayOutputs.sol`, which
/// keeps those of the OP Stack.
final class OutputsGenesis {
    /// Source: `PlayOutputPortal`, `NOBODY`: nobody's withdrawal is under way.
    private static final Hash32 NOBODY = Hash32.ofNumber(0xdead);

    private OutputsGenesis() {}

    /// @param start of the L2. Unit: seconds since 1970
    static Map<Address, GenesisAccount> of(RollupPlan plan, long start, Wei bridged) {
        Map<Address, GenesisAccount> accounts = new HashMap<>();
        Map<Hash32, Hash32> portal = new HashMap<>();
        portal.put(slot(50), NOBODY);
        BigInteger settings = plan.superchainConfig().toWord().toNumber();
        portal.put(slot(53), Hash32.ofNumber(settings.shiftLeft(8))); // Behind a byte of another field.
        portal.put(slot(54), plan.oracle().toWord());
        portal.put(slot(55), plan.systemConfig().toWord());
        proxied(accounts, plan, plan.portal(), "PlayOutputPortal", bridged, portal);
        Map<Hash32, Hash32> oracle = new HashMap<>();
        oracle.put(slot(2), slot(start));
        oracle.put(slot(4), slot(plan.habits().rootsApart()));
        oracle.put(slot(5), slot(plan.habits().blockSeconds()));
        oracle.put(slot(6), plan.account(Role.CHALLENGER).toWord());
        oracle.put(slot(7), plan.account(Role.PROPOSER).toWord());
        oracle.put(slot(8), slot(plan.delays().maturity().toSeconds()));
        proxied(accounts, plan, plan.oracle(), "PlayOutputOracle", Wei.ZERO, oracle);
        return accounts;
    }

    private static void proxied(
            Map<Address, GenesisAccount> accounts,
            RollupPlan plan,
            Address proxy,
            String code,
            Wei balance,
            Map<Hash32, Hash32> storage) {
        Address implementation = plan.implementation(code);
        accounts.put(implementation, GenesisAccount.contract(BundledCode.read(code), Map.of()));
        storage.put(BridgeGenesis.IMPLEMENTATION, implementation.toWord());
        storage.put(BridgeGenesis.ADMIN, plan.account(Role.GUARDIAN).toWord());
        accounts.put(proxy, new GenesisAccount(1, balance, BundledCode.read("PlayProxy"), storage));
    }

    private static Hash32 slot(long number) {
        return Hash32.ofNumber(number);
    }
}
