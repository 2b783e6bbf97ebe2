package org.lifeboat.conformance.opdevnet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.opstack.FetchFormat;
import org.lifeboat.crypto.kzg.KzgSetup;
import org.lifeboat.engine.chaincheck.GenesisFile;
import org.lifeboat.engine.chaincheck.GenesisState;
import org.lifeboat.engine.chaincheck.RollupFile;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.derivation.Upgrades;
import org.lifeboat.rollups.opstack.derivation.Verdict;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetPrograms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every L2 block from genesis on, derived here from L1 and executed: hash and output root must be those of
/// the verifier, which knows the L2 from L1 alone as well. Then again from a block in the middle, before
/// which the derivation has to look for what was begun.
final class DerivationStory implements Story {
    /// Longer than a batch takes to L1 and to the verifier.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long LEAST_BLOCKS = 40;

    @Override
    public String name() {
        return "derivation";
    }

    @Override
    public void play(Stage stage) throws IOException {
        DevnetFacts facts = stage.facts();
        Actor user = stage.onL2(DevnetFacts.Role.USER);
        Deposits deposits = new Deposits(stage, DevnetFacts.Role.USER);
        deposits.run(Optional.of(user.address()), Wei.of(7), Wei.of(5), 100_000, Bytes.EMPTY);
        long last = Math.max(LEAST_BLOCKS, DevnetBlock.head(facts.sequencer()) + 5);
        Stage.untilTrue("the verifier has block " + last, PATIENCE, () -> safe(facts) >= last);
        DerivedChain chain = chain(stage);
        long began = System.nanoTime();
        int whole = chain.follow(0, last);
        long millis = (System.nanoTime() - began) / 1_000_000;
        stage.report().equal("blocks derived from genesis on", last, (long) whole);
        int rest = chain.follow(last / 2, last);
        stage.report().equal("blocks derived from the middle on", last - last / 2, (long) rest);
        recompute(stage, chain, last);
        stage.report()
                .note(
                        "  derived: %d blocks in %d ms, all answers of other programs included; %d without their transactions"
                                .formatted(whole, millis, chain.depositsOnly()));
    }

    /// All of it from the file that the chain began with, and from L1 alone; once more for how long it takes when
    /// Java has compiled its code.
    private static void recompute(Stage stage, DerivedChain chain, long last) throws IOException {
        String file = Files.readString(stage.facts().rollupConfig().resolveSibling("l2-genesis.json"));
        for (String time : List.of("first", "again")) {
            if (!(GenesisFile.read(file, rollup(stage.facts()))
                    instanceof Answer.Proven<GenesisState>(GenesisState beginning))) {
                throw new IllegalStateException("l2-genesis.json was not read");
            }
            long began = System.nanoTime();
            Verdict verdict = chain.recompute(beginning, last);
            long micros = (System.nanoTime() - began) / 1_000;
            stage.report()
                    .equal(
                            "the last block as it follows from the first one and L1, " + time,
                            "true",
                            verdict instanceof Verdict.True ? "true" : verdict.toString());
            stage.report()
                    .note("  recomputed from genesis, no server of the L2 asked, %s: %d blocks in %d ms, %d a second"
                            .formatted(time, last, micros / 1_000, last * 1_000_000 / micros));
        }
    }

    private static long safe(DevnetFacts facts) {
        return facts.verifierNode()
                .rpc("optimism_syncStatus", "[]")
                .at("/safe_l2/number")
                .longValue();
    }

    private static DerivedChain chain(Stage stage) throws IOException {
        DevnetFacts facts = stage.facts();
        RollupConfig rollup = rollup(facts);
        KzgSetup setup = FetchFormat.setup();
        DerivedChain.Network network =
                new DerivedChain.Network(facts.l1(), facts.beacon(), facts.verifier(), facts.verifierNode());
        return new DerivedChain(network, rollup, upgrades(), setup::versionedHash, stage.report());
    }

    private static RollupConfig rollup(DevnetFacts facts) throws IOException {
        Answer<RollupConfig> read = RollupFile.read(
                Files.readString(facts.rollupConfig()),
                Optional.of(Files.readString(facts.rollupConfig().resolveSibling("l1-chain-config.json"))));
        if (read instanceof Answer.Proven<RollupConfig>(RollupConfig config)) {
            return config;
        }
        throw new IllegalStateException("rollup.json was not read: " + read);
    }

    /// Karst's transactions, from the source that the devnet's programs are built of.
    private static Upgrades upgrades() {
        if (!(DevnetPrograms.search() instanceof DevnetPrograms.Search.Found(DevnetPrograms programs))) {
            throw new IllegalStateException("the devnet's programs are gone");
        }
        Path bundle = programs.built().resolve("src/optimism/op-core/nuts/bundles/karst_nut_bundle.json");
        return RollupJson.upgrades(json(bundle), OpFork.KARST, "Karst");
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }
}
