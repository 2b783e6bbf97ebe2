package org.lifeboat.conformance.opdevnet;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.lifeboat.conformance.opstack.BlockFormat;
import org.lifeboat.conformance.opstack.WitnessedBlock;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.execution.OpChain;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.rollups.opstack.execution.OpForks;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.opdevnet.DevnetFacts.Role;
import org.lifeboat.testkit.opdevnet.DevnetOptions.Contracts;

/// Every L2 block from genesis on, run again here from op-geth's witness: its hash must come out. The blocks
/// are filled with all that an L2 block can hold while the operator changes prices. Then some of them with
/// parts of the witness missing, and with a false root.
final class ExecutionStory implements Story {
    private static final int WAVES = 10;
    private static final int WAVE = 4;

    /// How many blocks are also tried with parts of their witness missing.
    private static final int OPPOSED = 3;

    /// Longer than any L1 origin lags behind.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// What op-geth v1.101702.3-rc.7 runs by the rules of Jovian although Karst has others: the price of MODEXP,
    /// the longest input of the pairing, the price of P256VERIFY (specification, karst/exec-engine; op-revm has
    /// them as well). Not called after Karst, as the two must differ.
    private static final Set<Integer> NOT_KARST_IN_OP_GETH = Set.of(5, 8, 0x100);

    private final Contracts contracts;
    private final OpFork newest;

    /// @param contracts decide what the operator can set
    /// @param newest the newest fork that the devnet reaches
    ExecutionStory(Contracts contracts, OpFork newest) {
        this.contracts = contracts;
        this.newest = newest;
    }

    private Set<Integer> avoided() {
        return newest.isAtLeast(OpFork.KARST) ? NOT_KARST_IN_OP_GETH : Set.of();
    }

    @Override
    public String name() {
        return "execution-" + newest.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void play(Stage stage) throws GeneralSecurityException {
        OpChain chain = DevnetBlock.chain(stage);
        long last = traffic(stage);
        NodeClient node = stage.facts().sequencer();
        TreeMap<OpFork, Integer> forks = new TreeMap<>();
        TreeMap<Integer, WitnessedBlock> fullest = new TreeMap<>();
        int transactions = 0;
        int absent = 0;
        for (long number = 1; number <= last; number++) {
            WitnessedBlock witnessed = DevnetBlock.read(node, chain, number);
            DevnetBlock.Completed completed = DevnetBlock.completed(node, witnessed);
            WitnessedBlock block = completed.block();
            boolean begins = beginsAFork(witnessed);
            String name = "%s: %s".formatted(stage.options().arguments(), block.name());
            stage.report().equal(name, "", DevnetBlock.difference(node, block));
            if (!begins) { // nothing is asked for that op-geth did not look at as well
                stage.report().equal(name + ": accounts and slots that the witness lacks", 0, completed.present());
            }
            forks.merge(chain.forks().at(block.draft().header().unixSeconds()), 1, Integer::sum);
            transactions += block.draft().transactions().size();
            absent += completed.absent();
            fullest.put(begins ? 0 : block.draft().transactions().size(), block);
        }
        stage.report()
                .note("  run again: %d blocks %s with %d transactions; %d accounts proven absent beside the witness"
                        .formatted(last, forks, transactions, absent));
        stage.report().equal(name() + " reached", newest, forks.lastKey());
        // Opponents: the fullest blocks, without each part of their witness in turn.
        fullest.descendingMap().values().stream()
                .limit(OPPOSED)
                .forEach(block -> BlockFormat.run(block, 1, stage.report()));
    }

    private static boolean beginsAFork(WitnessedBlock block) {
        OpForks forks = block.chain().forks();
        long before = block.parent().unixSeconds();
        return forks.at(before) != forks.at(block.draft().header().unixSeconds());
    }

    /// @return the last block with any of it
    private long traffic(Stage stage) throws GeneralSecurityException {
        List<Actor> senders = List.of(stage.onL2(Role.USER), stage.onL2(Role.ATTACKER), stage.onL2(Role.OTHER));
        // Somebody who sends nothing on the L2: a deposit raises its sender's nonce there, whenever it arrives, and a
        // transaction with the same nonce that waits at that moment is never taken.
        Deposits deposits = new Deposits(stage, Role.L2ADMIN);
        OperatorWishes wishes = new OperatorWishes(stage);
        Traffic traffic = new Traffic(stage.seed(), OpFork.KARST.ethereum().rules(), avoided(), senders, deposits);
        for (int wave = 0; wave < WAVES; wave++) {
            wish(wishes, wave);
            traffic.wave(WAVE);
        }
        Hash32 edges = new PrecompileEdges(senders.getFirst()).send(avoided());
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
