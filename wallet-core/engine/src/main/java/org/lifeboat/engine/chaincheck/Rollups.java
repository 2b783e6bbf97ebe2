package org.lifeboat.engine.chaincheck;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.bundled.BundledJson;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.derivation.SystemConfig;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.rollups.opstack.execution.OpChains;

/// What tells the chains of the OP Stack from one another, as far as checking them goes: bundled for the
/// public ones, from op-node's own file for others.
public final class Rollups {
    private static final String SETTING = "check.rollup.";
    private static final String L1_SETTING = "check.rollup-l1.";

    private final NetworkRegistry registry;
    private final SettingStore settings;

    public Rollups(NetworkRegistry registry, SettingStore settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /// The form of `rollups.json`, format 1.
    record Document(int format, List<Item> rollups) {}

    /// @param pectraBlobs 0 where the chain has no such time
    record Item(
            long chainId,
            String batchInbox,
            long sequencingWindow,
            long sequencerDrift,
            long delta,
            long pectraBlobs,
            boolean keepsKarstGas,
            Genesis genesis,
            List<BundledJson.Source> sources) {}

    record Genesis(
            long l1Number,
            String l1Hash,
            long l2Number,
            String l2Hash,
            long l2Time,
            String batcher,
            String overhead,
            String scalar,
            long gasLimit) {}

    /// The bundled ones come before the user's own: nobody is talked into another one for a known chain.
    public Optional<RollupConfig> find(Network l2) {
        return bundled(l2)
                .or(() -> settings.find(SETTING + l2.chain())
                        .flatMap(rollup -> RollupFile.read(rollup, settings.find(L1_SETTING + l2.chain()))
                                        instanceof Answer.Proven<RollupConfig>(RollupConfig config)
                                ? Optional.of(config)
                                : Optional.empty()));
    }

    /// Until when what a sequencer says must be on L1; that of most chains where the chain's own is not known.
    /// Unit: L1 blocks.
    public long window(Network l2) {
        return find(l2).map(RollupConfig::limits)
                .orElse(RollupConfig.Limits.STANDARD)
                .sequencingWindow();
    }

    /// Keeps op-node's file for a chain that is not bundled.
    /// @param l1Config geth's configuration of an L1 that is not public
    /// @return refuted: it is no such file, or of another chain, or the chain is bundled
    public Answer<RollupConfig> keep(Network l2, String rollup, Optional<String> l1Config) {
        if (bundled(l2).isPresent()) {
            return new Answer.Refuted<>("this chain's values come with the program");
        }
        return RollupFile.read(rollup, l1Config).then(config -> {
            if (!config.chain().id().equals(l2.chain())) {
                return new Answer.Refuted<>(
                        "the file is of chain " + config.chain().id());
            }
            settings.put(SETTING + l2.chain(), rollup);
            l1Config.ifPresentOrElse(
                    text -> settings.put(L1_SETTING + l2.chain(), text),
                    () -> settings.remove(L1_SETTING + l2.chain()));
            return new Answer.Proven<>(config);
        });
    }

    private Optional<RollupConfig> bundled(Network l2) {
        return document().rollups().stream()
                .filter(item -> item.chainId() == l2.chain().value())
                .findFirst()
                .flatMap(this::config);
    }

    static Document document() {
        return BundledJson.read("networks/rollups.json", Document.class);
    }

    private Optional<RollupConfig> config(Item item) {
        ChainId chain = new ChainId(item.chainId());
        Optional<OpChain> rules = OpChains.of(chain);
        Optional<NetworkRegistry.Entry> entry = registry.find(chain);
        if (rules.isEmpty()
                || entry.isEmpty()
                || !(entry.get().network().layer() instanceof Network.Layer.L2(ChainId l1, var _))) {
            return Optional.empty();
        }
        Optional<Address> portal = Optional.ofNullable(entry.get().l1Contracts().get("OptimismPortal"));
        Optional<Address> system = Optional.ofNullable(entry.get().l1Contracts().get("SystemConfig"));
        return portal.flatMap(at -> system.map(config -> new RollupConfig(
                rules.get(),
                genesis(item.genesis()),
                new RollupConfig.Contracts(Address.fromHex(item.batchInbox()), at, config),
                new RollupConfig.Limits(
                        item.sequencingWindow(), RollupConfig.Limits.STANDARD.channelTimeout(), item.sequencerDrift()),
                Optional.of(item.delta()),
                Optional.of(item.pectraBlobs()).filter(at2 -> at2 > 0),
                RollupFile.l1Of(l1),
                item.keepsKarstGas(),
                true)));
    }

    private static RollupConfig.Genesis genesis(Genesis genesis) {
        return new RollupConfig.Genesis(
                new RollupConfig.Origin(genesis.l1Number(), Hash32.fromHex(genesis.l1Hash())),
                genesis.l2Number(),
                Hash32.fromHex(genesis.l2Hash()),
                genesis.l2Time(),
                SystemConfig.of(
                        Address.fromHex(genesis.batcher()),
                        Hash32.fromHex(genesis.overhead()),
                        Hash32.fromHex(genesis.scalar()),
                        genesis.gasLimit()));
    }
}
