package org.lifeboat.sandbox.rollup;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.evm.block.BaseFee;
import org.lifeboat.evm.block.Requests;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.LogsBloom;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.derivation.SystemConfig;
import org.lifeboat.rollups.opstack.execution.FeeParameters;
import org.lifeboat.rollups.opstack.execution.L1Attributes;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.rollups.opstack.execution.OpForks;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.ChainState;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.contracts.BundledCode;
import org.lifeboat.sandbox.contracts.ManyCalls;
import org.lifeboat.sandbox.contracts.ProtocolContracts;
import org.lifeboat.verifier.block.ForkSchedule;

/// What a rollup begins with on its L2. Every fork of the OP Stack that is known here holds from block 0 on.
final class Layer2Genesis {
    /// Source: specification, predeploys.
    private static final Address GAS_PRICE_ORACLE = Address.fromHex("0x420000000000000000000000000000000000000f");

    /// Source: specification, predeploys: what a predeploy's proxy hands its calls to has its address's last two
    /// bytes; `ProxyAdmin`.
    private static final Address PASSER_CODE = Address.fromHex("0xc0d3c0d3c0d3c0d3c0d3c0d3c0d3c0d3c0d30016");

    private static final Address PROXY_ADMIN = Address.fromHex("0x4200000000000000000000000000000000000018");

    /// Where tips go. Source: specification, predeploys, `SequencerFeeVault`.
    private static final Address FEE_RECIPIENT = Address.fromHex("0x4200000000000000000000000000000000000011");

    private static final Gas GAS_LIMIT = new Gas(60_000_000);

    /// What a byte of data on L1 is priced by: numbers of our own, of the size that public chains have.
    /// Millionths.
    private static final long BASE_FEE_SCALAR = 5_227;

    private static final long BLOB_BASE_FEE_SCALAR = 1_014_213;

    /// A thousandth of a gwei, so that empty blocks do not bring gas to nothing. Unit: wei a gas.
    private static final long LEAST_BASE_FEE = 1_000_000;

    /// Source: jovian/exec-engine, "Minimum Base Fee in Block Header": version, denominator, elasticity,
    /// least fee.
    private static final Bytes EXTRA_DATA = Bytes.fromHex("0x01" + "000000fa" + "00000006" + "00000000000f4240");

    private final RollupPlan plan;
    private final SystemConfig config;
    private final SealedBlock block;

    private Layer2Genesis(RollupPlan plan, SystemConfig config, SealedBlock block) {
        this.plan = plan;
        this.config = config;
        this.block = block;
    }

    /// @param unixSeconds of the first block, which is also that of L1's
    /// @param balances of people on the L2
    static Layer2Genesis of(RollupPlan plan, long unixSeconds, Map<Address, Wei> balances) {
        ChainState state = ChainState.of(accounts(plan, balances));
        BlockHeader header = header(unixSeconds, state);
        return new Layer2Genesis(plan, config(plan), SealedBlock.of(header, List.of(), state));
    }

    /// What the L2 begins with, as other programs need it to begin with the same.
    /// @param balances of people on the L2
    static Map<Address, GenesisAccount> accounts(RollupPlan plan, Map<Address, Wei> balances) {
        Map<Address, GenesisAccount> accounts = new HashMap<>();
        balances.forEach((address, wei) -> accounts.put(address, GenesisAccount.holding(wei)));
        // Behind a proxy as on public chains: nodes take a passer that keeps nothing at all for none.
        accounts.put(
                OpStack.MESSAGE_PASSER,
                GenesisAccount.contract(
                        BundledCode.read("PlayProxy"),
                        Map.of(
                                BridgeGenesis.IMPLEMENTATION,
                                PASSER_CODE.toWord(),
                                BridgeGenesis.ADMIN,
                                PROXY_ADMIN.toWord())));
        accounts.put(PASSER_CODE, contract("PlayMessagePasser"));
        accounts.put(L1Attributes.CONTRACT, contract("PlayL1Block"));
        accounts.put(GAS_PRICE_ORACLE, contract("PlayGasPriceOracle"));
        accounts.put(ManyCalls.ADDRESS, ManyCalls.genesis());
        accounts.putAll(TokenBridgeGenesis.onL2(plan));
        Map<Address, GenesisAccount> protocol = ProtocolContracts.all();
        for (Address kept : List.of(SystemCalls.BEACON_ROOTS, SystemCalls.HISTORY)) {
            accounts.put(kept, Optional.ofNullable(protocol.get(kept)).orElseThrow());
        }
        return accounts;
    }

    private static GenesisAccount contract(String code) {
        return GenesisAccount.contract(BundledCode.read(code), Map.of());
    }

    private static SystemConfig config(RollupPlan plan) {
        BigInteger scalar = BigInteger.ONE
                .shiftLeft(248)
                .add(BigInteger.valueOf(BLOB_BASE_FEE_SCALAR).shiftLeft(32))
                .add(BigInteger.valueOf(BASE_FEE_SCALAR));
        FeeParameters.Defaults fees = FeeParameters.Defaults.STANDARD;
        return new SystemConfig(
                plan.account(Role.BATCHER),
                Hash32.ZERO,
                Hash32.ofNumber(scalar),
                GAS_LIMIT.amount(),
                fees.denominator(),
                fees.elasticity(),
                0,
                0,
                LEAST_BASE_FEE,
                0);
    }

    private static BlockHeader header(long unixSeconds, ChainState state) {
        Hash32 messages = state.account(OpStack.MESSAGE_PASSER)
                .map(StoredAccount::storageRoot)
                .orElseThrow();
        return new BlockHeader(
                Hash32.ZERO,
                Genesis.NO_OMMERS,
                FEE_RECIPIENT,
                state.root(),
                TrieProof.EMPTY_ROOT,
                TrieProof.EMPTY_ROOT,
                LogsBloom.of(List.of()),
                BigInteger.ZERO,
                0,
                GAS_LIMIT,
                new Gas(0),
                unixSeconds,
                EXTRA_DATA,
                Hash32.ZERO,
                Genesis.NO_NONCE,
                Optional.of(BaseFee.INITIAL),
                Optional.of(messages),
                Optional.of(new Gas(0)),
                Optional.of(new Gas(0)),
                Optional.of(Hash32.ZERO),
                Optional.of(new Requests(List.of()).hash()));
    }

    SealedBlock block() {
        return block;
    }

    /// What L1 begins with because of the rollup.
    Map<Address, GenesisAccount> onL1(Wei bridged) {
        Hash32 root = OutputRoot.of(block.header()).orElseThrow().hash();
        return BridgeGenesis.of(plan, config, root, block.header().unixSeconds(), bridged);
    }

    ChainSettings settings() {
        return new ChainSettings(plan.chain(), Fork.OSAKA, GAS_LIMIT, FEE_RECIPIENT, BaseFee.INITIAL);
    }

    /// @param l1 block 0 of L1
    RollupConfig rollup(SealedBlock l1) {
        Map<OpFork, Long> always = new EnumMap<>(OpFork.class);
        for (OpFork fork : OpFork.values()) {
            always.put(fork, 0L);
        }
        return new RollupConfig(
                new OpChain(
                        plan.chain(),
                        new OpForks(always),
                        FeeParameters.Defaults.STANDARD,
                        plan.habits().blockSeconds(),
                        Optional.empty()),
                new RollupConfig.Genesis(
                        new RollupConfig.Origin(l1.number(), l1.hash()),
                        0,
                        block.hash(),
                        block.header().unixSeconds(),
                        config),
                new RollupConfig.Contracts(plan.batchInbox(), plan.portal(), plan.systemConfig()),
                new RollupConfig.Limits(
                        plan.sequencingWindow(),
                        RollupConfig.Limits.STANDARD.channelTimeout(),
                        RollupConfig.Limits.STANDARD.sequencerDrift()),
                Optional.of(0L),
                Optional.empty(),
                ForkSchedule.always(Fork.OSAKA),
                false,
                true);
    }
}
