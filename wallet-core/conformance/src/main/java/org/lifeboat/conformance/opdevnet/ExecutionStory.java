package org.lifeboat.conformance.opdevnet;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.lifeboat.conformance.Report;
import org.lifeboat.conformance.opstack.BlockFormat;
import org.lifeboat.conformance.opstack.WitnessedBlock;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.opdevnet.DevnetFacts.Role;
import org.lifeboat.testkit.opdevnet.DevnetOptions.Contracts;

/// Every L2 block from genesis on, run again here from op-geth's witness: its hash must come out. The blocks
/// are filled with all that an L2 block can hold while the operator changes prices. Then some of them with
/// parts of the witness missing, and with a false root.
final class ExecutionStory implements Story {
    private static final int WAVES = 10;
    private static final int WAVE = 4;

    /// Longer than any L1 origin lags behind.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Contracts contracts;

    /// @param contracts decide what the operator can set
    ExecutionStory(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public String name() {
        return "execution";
    }

    @Override
    public void play(Stage stage) throws GeneralSecurityException {
        OpChain chain = DevnetBlock.chain(stage);
        long last = traffic(stage);
        NodeClient node = stage.facts().sequencer();
        TreeMap<OpFork, Integer> forks = new TreeMap<>();
        TreeMap<Integer, WitnessedBlock> fullest = new TreeMap<>();
        int transactions = 0;
        for (long number = 1; number <= last; number++) {
            WitnessedBlock block = DevnetBlock.read(node, chain, number);
            forks.merge(chain.forks().at(block.draft().header().unixSeconds()), 1, Integer::sum);
            transactions += block.draft().transactions().size();
            fullest.put(block.draft().transactions().size(), block);
            String name = "%s: %s".formatted(stage.options().arguments(), block.name());
            stage.report().run(name, () -> again(name, block, stage.report()));
        }
        stage.report().note("  run again: %d blocks %s with %d transactions".formatted(last, forks, transactions));
        stage.report()
                .equal(
                        "Karst was reached where it was asked for",
                        stage.options().arguments().containsKey("karst-at"),
                        forks.containsKey(OpFork.KARST));
        // Opponents: the fullest blocks, without each part of their witness in turn.
        fullest.descendingMap().values().stream().limit(3).forEach(block -> BlockFormat.run(block, 1, stage.report()));
    }

    private static void again(String name, WitnessedBlock block, Report report) {
        report.equal(name, block.expectedHash(), BlockFormat.make(block).hash());
    }

    /// @return the last block with any of it
    private long traffic(Stage stage) throws GeneralSecurityException {
        List<Actor> senders = List.of(stage.onL2(Role.USER), stage.onL2(Role.ATTACKER), stage.onL2(Role.OTHER));
        Deposits deposits = new Deposits(stage, Role.USER);
        OperatorWishes wishes = new OperatorWishes(stage);
        Traffic traffic = new Traffic(stage.seed(), OpFork.KARST.ethereum().rules(), senders, deposits);
        for (int wave = 0; wave < WAVES; wave++) {
            wish(wishes, wave);
            traffic.wave(WAVE);
        }
        Hash32 edges = new PrecompileEdges(senders.getFirst()).send();
        long last = Actor.number(senders.getFirst().receipt(edges).get("blockNumber"))
                .longValueExact();
        stage.report().note("  sent: " + new TreeMap<>(traffic.sent()) + ", deposits " + deposits.count());
        Stage.untilTrue(
                "the last block has an L1 origin after the last deposit",
                PATIENCE,
                () -> DevnetBlock.head(stage.facts().sequencer()) > last + 12);
        return last + 12;
    }

    private void wish(OperatorWishes wishes, int wave) {
        boolean current = contracts == Contracts.CURRENT;
        switch (wave) {
            case 2 -> wishes.dataPrices(5_000, 900_000);
            case 3 -> wishes.gasLimit(50_000_000);
            case 4 -> when(current, () -> wishes.operatorFee(1_234, 5_678_901));
            case 5 -> when(current, () -> wishes.minBaseFee(777_000_000));
            case 6 -> when(current, () -> wishes.footprintScalar(1_000));
            case 7 -> when(current, () -> wishes.feeParameters(60, 3));
            case 8 -> when(current, () -> wishes.operatorFee(4_000_000_000L, 0));
            default -> {}
        }
    }

    private static void when(boolean possible, Runnable wish) {
        if (possible) {
            wish.run();
        }
    }
}
