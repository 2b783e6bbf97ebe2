package org.lifeboat.sandbox.contracts;

import java.util.Map;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.primitives.Address;
import org.lifeboat.sandbox.chain.GenesisAccount;

/// The contracts that blocks themselves call. Source of each code: the section "Deployment" (EIP-4788:
/// "Bytecode") of EIP-4788, EIP-2935, EIP-7002 and EIP-7251 at ethereum/EIPs; compared with the pre-state of
/// the execution specification's tests for Osaka.
public final class ProtocolContracts {
    private ProtocolContracts() {}

    public static Map<Address, GenesisAccount> all() {
        return Map.of(
                SystemCalls.BEACON_ROOTS, contract("BeaconRoots"),
                SystemCalls.HISTORY, contract("BlockHashes"),
                SystemCalls.WITHDRAWAL_REQUESTS, contract("WithdrawalRequests"),
                SystemCalls.CONSOLIDATION_REQUESTS, contract("ConsolidationRequests"));
    }

    private static GenesisAccount contract(String name) {
        return GenesisAccount.contract(BundledCode.read(name), Map.of());
    }
}
