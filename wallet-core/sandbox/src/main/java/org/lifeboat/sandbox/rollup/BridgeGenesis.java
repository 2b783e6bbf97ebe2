package org.lifeboat.sandbox.rollup;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.derivation.SystemConfig;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.contracts.BundledCode;
import org.lifeboat.sandbox.world.PlayWorld;

/// The contracts of a rollup on L1, as they stand before the first block. Source of the slots:
/// `PlayBridge.sol`, `PlayPortal.sol` and `PlayGames.sol`, which keep those of the OP Stack.
final class BridgeGenesis {
    /// EIP-1967.
    static final Hash32 IMPLEMENTATION =
            Hash32.fromHex("0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc");

    static final Hash32 ADMIN = Hash32.fromHex("0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103");

    /// Source: `PlaySystemConfig`, as `SystemConfig.BATCH_INBOX_SLOT`.
    private static final Hash32 BATCH_INBOX =
            Hash32.fromHex("0x71ac12829d66ee73d8d95bff50b3589745ce57edae70a3fb111a2342464dc597");

    /// Source: `PlayPortal`, `NOBODY`: nobody's withdrawal is under way.
    private static final Hash32 NOBODY = Hash32.ofNumber(0xdead);

    private static final BigInteger GWEI = BigInteger.TEN.pow(9);

    /// For a root where nothing else is said, and what the bonds of moves begin with: 0.08 ether, as of the OP Stack.
    /// Source: `PlayGame`, `ROOT_BOND`.
    static final Wei ROOT_BOND = new Wei(BigInteger.valueOf(8).multiply(BigInteger.TEN.pow(16)));

    /// What each of those who work for the rollup has, in whole coins.
    private static final long CREW_MONEY = 100_000;

    private final RollupPlan plan;
    private final SystemConfig config;
    private final Hash32 anchorRoot;
    private final Map<Address, GenesisAccount> accounts = new HashMap<>();

    private BridgeGenesis(RollupPlan plan, SystemConfig config, Hash32 anchorRoot) {
        this.plan = plan;
        this.config = config;
        this.anchorRoot = anchorRoot;
    }

    /// @param config under which the L2 begins
    /// @param anchorRoot of the L2's first block
    /// @param start of the L2. Unit: seconds since 1970
    /// @param bridged what the L2's accounts have from the beginning, and the portal holds for them
    static Map<Address, GenesisAccount> of(
            RollupPlan plan, SystemConfig config, Hash32 anchorRoot, long start, Wei bridged) {
        BridgeGenesis genesis = new BridgeGenesis(plan, config, anchorRoot);
        genesis.systemConfig();
        genesis.superchainConfig();
        switch (plan.posting()) {
            case GAMES -> {
                genesis.portal(bridged);
                genesis.registry();
                genesis.factory();
                genesis.alone();
            }
            case OUTPUTS -> genesis.accounts.putAll(OutputsGenesis.of(plan, start, bridged));
        }
        genesis.proxied(plan.messenger(), "PlayL1Messenger", Wei.ZERO, TokenBridgeGenesis.l1Messenger(plan));
        genesis.proxied(plan.tokenBridge(), "PlayL1TokenBridge", Wei.ZERO, TokenBridgeGenesis.l1Bridge(plan));
        for (Role role : Role.values()) {
            genesis.accounts.put(plan.account(role), GenesisAccount.holding(PlayWorld.ether(CREW_MONEY)));
        }
        return genesis.accounts;
    }

    private void portal(Wei bridged) {
        Map<Hash32, Hash32> storage = new HashMap<>();
        storage.put(slot(1), Hash32.ofNumber(GWEI)); // The price of the L2's gas begins at its least.
        storage.put(slot(50), NOBODY);
        storage.put(slot(55), plan.systemConfig().toWord());
        storage.put(slot(62), plan.registry().toWord());
        proxied(plan.portal(), "PlayPortal", bridged, storage);
    }

    private void systemConfig() {
        Map<Hash32, Hash32> storage = new HashMap<>();
        storage.put(slot(51), owner());
        storage.put(slot(102), config.scalar());
        storage.put(slot(103), config.batcher().toWord());
        BigInteger scalars =
                config.scalar().toNumber().and(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
        BigInteger base = scalars.and(BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE));
        BigInteger blob = scalars.shiftRight(32);
        storage.put(
                slot(104),
                Hash32.ofNumber(BigInteger.valueOf(config.gasLimit())
                        .or(base.shiftLeft(64))
                        .or(blob.shiftLeft(96))));
        storage.put(
                slot(106),
                Hash32.ofNumber(BigInteger.valueOf(config.denominator())
                        .or(BigInteger.valueOf(config.elasticity()).shiftLeft(32))));
        storage.put(slot(107), Hash32.ofNumber(plan.chain().value()));
        storage.put(
                slot(108),
                Hash32.ofNumber(plan.superchainConfig()
                        .toWord()
                        .toNumber()
                        .or(BigInteger.valueOf(config.leastBaseFee()).shiftLeft(160))));
        storage.put(slot(109), plan.portal().toWord());
        storage.put(slot(110), plan.factory().toWord());
        storage.put(BATCH_INBOX, plan.batchInbox().toWord());
        storage.put(TokenBridgeGenesis.BRIDGE, plan.tokenBridge().toWord());
        storage.put(TokenBridgeGenesis.MESSENGER, plan.messenger().toWord());
        proxied(plan.systemConfig(), "PlaySystemConfig", Wei.ZERO, storage);
    }

    private void registry() {
        Map<Hash32, Hash32> storage = new HashMap<>();
        storage.put(slot(0), plan.systemConfig().toWord());
        storage.put(slot(1), plan.factory().toWord());
        storage.put(slot(3), anchorRoot);
        storage.put(slot(6), Hash32.ofNumber(RollupPlan.GAME_TYPE));
        proxied(plan.registry(), "PlayAnchorStateRegistry", Wei.ZERO, storage);
    }

    private void factory() {
        Map<Hash32, Hash32> storage = new HashMap<>();
        Hash32 type = Hash32.ofNumber(RollupPlan.GAME_TYPE);
        storage.put(slot(51), owner());
        storage.put(mapped(type, 101), plan.game().toWord());
        storage.put(mapped(type, 102), Hash32.ofNumber(plan.rootBond().value()));
        putLong(storage, mapped(type, 105), gameArguments());
        proxied(plan.factory(), "PlayGameFactory", Wei.ZERO, storage);
    }

    /// What each game is told besides: no program decides here, so its first state and its machine are
    /// nobody's.
    private Bytes gameArguments() {
        return Bytes.of(Hash32.ZERO.toArray())
                .plus(Bytes.of(Address.ZERO.toArray()))
                .plus(Bytes.of(plan.registry().toArray()))
                .plus(Bytes.of(plan.weth().toArray()))
                .plus(Bytes.of(slot(plan.chain().value()).toArray()));
    }

    /// Source: Solidity documentation, "Layout of State Variables in Storage", "bytes and string".
    /// @param value longer than 31 bytes
    private static void putLong(Map<Hash32, Hash32> storage, Hash32 slot, Bytes value) {
        storage.put(slot, slot(2L * value.size() + 1));
        BigInteger first = Keccak256.hash(Bytes.of(slot.toArray())).toNumber();
        for (int from = 0; from < value.size(); from += Hash32.SIZE) {
            byte[] word = new byte[Hash32.SIZE];
            byte[] part = value.slice(from, Math.min(value.size(), from + Hash32.SIZE))
                    .toArray();
            System.arraycopy(part, 0, word, 0, part.length);
            storage.put(Hash32.ofNumber(first.add(BigInteger.valueOf(from / Hash32.SIZE))), Hash32.of(word));
        }
    }

    /// Contracts that nobody can change.
    private void alone() {
        accounts.put(plan.game(), GenesisAccount.contract(plan.delays().code("PlayGame"), Map.of()));
        accounts.put(
                plan.weth(),
                GenesisAccount.contract(
                        BundledCode.read("PlayDelayedWeth"),
                        Map.of(slot(2), plan.systemConfig().toWord())));
    }

    private void superchainConfig() {
        BigInteger guardian = owner().toNumber().shiftLeft(16); // Behind two bytes of another field.
        accounts.put(
                plan.superchainConfig(),
                GenesisAccount.contract(
                        BundledCode.read("PlaySuperchainConfig"), Map.of(slot(0), Hash32.ofNumber(guardian))));
    }

    private void proxied(Address proxy, String code, Wei balance, Map<Hash32, Hash32> storage) {
        Address implementation = plan.implementation(code);
        accounts.put(implementation, GenesisAccount.contract(plan.delays().code(code), Map.of()));
        storage.put(IMPLEMENTATION, implementation.toWord());
        storage.put(ADMIN, owner());
        storage.values().removeIf(Hash32.ZERO::equals);
        accounts.put(proxy, new GenesisAccount(1, balance, BundledCode.read("PlayProxy"), storage));
    }

    private Hash32 owner() {
        return plan.account(Role.GUARDIAN).toWord();
    }

    private static Hash32 slot(long number) {
        return Hash32.ofNumber(number);
    }

    /// Source: Solidity documentation, "Layout of State Variables in Storage", "Mappings and Dynamic Arrays".
    private static Hash32 mapped(Hash32 key, long slot) {
        return Keccak256.hash(Bytes.of(key.toArray()).plus(Bytes.of(slot(slot).toArray())));
    }
}
