package org.lifeboat.sandbox.rollup;

import java.util.HashMap;
import java.util.Map;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.contracts.BundledCode;
import org.lifeboat.sandbox.contracts.NamedToken;
import org.lifeboat.sandbox.contracts.PlayToken;

/// The messengers and the bridges of tokens of both layers, as they stand before the first block. Source of the
/// slots: `PlayMessengers.sol` and `PlayTokenBridges.sol`, which keep those of the OP Stack.
final class TokenBridgeGenesis {
    /// Source: `PlaySystemConfig`, as `SystemConfig.L1_STANDARD_BRIDGE_SLOT`: the Keccak-256 of
    /// "systemconfig.l1standardbridge" less one.
    static final Hash32 BRIDGE = Hash32.fromHex("0x9904ba90dde5696cda05c9e0dab5cbaa0fea005ace4d11218a02ac668dad6376");

    /// Source: as above, "systemconfig.l1crossdomainmessenger".
    static final Hash32 MESSENGER =
            Hash32.fromHex("0x383f291819e6d54073bc9a648251d97421076bdd101933c0c022219ce9580636");

    /// Makes tokens of L1 on the L2 for whoever asks. Source: specification, predeploys,
    /// `OptimismMintableERC20Factory`.
    private static final Address FACTORY = Address.fromHex("0x4200000000000000000000000000000000000012");

    /// Source: `PlayMessenger`, `NOBODY`: no message is being handed over.
    private static final Hash32 NOBODY = Hash32.ofNumber(0xdead);

    private TokenBridgeGenesis() {}

    /// What the proxy in front of the messenger on L1 keeps.
    static Map<Hash32, Hash32> l1Messenger(RollupPlan plan) {
        Map<Hash32, Hash32> storage = messenger(OpStack.L2_MESSENGER);
        storage.put(Hash32.ofNumber(252), plan.portal().toWord());
        storage.put(Hash32.ofNumber(254), plan.systemConfig().toWord());
        return storage;
    }

    private static Map<Hash32, Hash32> messenger(Address other) {
        Map<Hash32, Hash32> storage = new HashMap<>();
        storage.put(Hash32.ofNumber(204), NOBODY);
        storage.put(Hash32.ofNumber(207), other.toWord());
        return storage;
    }

    /// What the proxy in front of the bridge on L1 keeps.
    static Map<Hash32, Hash32> l1Bridge(RollupPlan plan) {
        Map<Hash32, Hash32> storage = bridge(plan.messenger(), OpStack.L2_TOKEN_BRIDGE);
        storage.put(Hash32.ofNumber(52), plan.systemConfig().toWord());
        return storage;
    }

    private static Map<Hash32, Hash32> bridge(Address messenger, Address other) {
        Map<Hash32, Hash32> storage = new HashMap<>();
        storage.put(Hash32.ofNumber(3), messenger.toWord());
        storage.put(Hash32.ofNumber(4), other.toWord());
        return storage;
    }

    /// What the L2 has of them, with each play token's pair.
    static Map<Address, GenesisAccount> onL2(RollupPlan plan) {
        Map<Address, GenesisAccount> accounts = new HashMap<>();
        accounts.put(OpStack.L2_MESSENGER, contract("PlayL2Messenger", messenger(plan.messenger())));
        accounts.put(
                OpStack.L2_TOKEN_BRIDGE,
                contract("PlayL2TokenBridge", bridge(OpStack.L2_MESSENGER, plan.tokenBridge())));
        accounts.put(FACTORY, contract("PlayMintableFactory", Map.of()));
        for (PlayToken token : PlayToken.values()) {
            accounts.put(token.onLayer2(), token.layer2Genesis());
        }
        for (NamedToken copy : plan.copies()) {
            accounts.put(copy.pair().l2Token(), copy.onLayer2());
        }
        return accounts;
    }

    private static GenesisAccount contract(String code, Map<Hash32, Hash32> storage) {
        return GenesisAccount.contract(BundledCode.read(code), storage);
    }
}
