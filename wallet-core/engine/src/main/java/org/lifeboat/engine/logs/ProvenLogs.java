package org.lifeboat.engine.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.block.Log;

/// Which logs there were in a range of blocks, and in which blocks there were none.
/// @param assurance of the verified block that all of it hangs below
/// @param blocks each block of the range once, the lowest first
/// @param unfit sources whose receipts of some block did not fit its receipts root: something was left out,
/// added or changed, or is of a kind this program does not know
public record ProvenLogs(Assurance assurance, List<BlockFinding> blocks, Set<SourceId> unfit) {
    public ProvenLogs {
        blocks = List.copyOf(blocks);
        unfit = Set.copyOf(unfit);
    }

    /// Whether nothing can be missing from [#found].
    public boolean complete() {
        return blocks.stream().noneMatch(BlockFinding.CouldNotCheck.class::isInstance);
    }

    public List<BlockFinding.Found> found() {
        return blocks.stream()
                .filter(BlockFinding.Found.class::isInstance)
                .map(BlockFinding.Found.class::cast)
                .toList();
    }

    /// Holds a source's answer to the same question against what is proven.
    /// @param said its answer to `eth_getLogs`; only of use if the source knows these blocks
    /// @return a log that it left out or made up; empty if there is none
    public Optional<Contradiction> against(List<LogClaim> said) {
        Set<Long> proven = new TreeSet<>();
        List<String> left = new ArrayList<>();
        said.forEach(
                claim -> left.add(line(claim.blockNumber(), new Log(claim.emitter(), claim.topics(), claim.data()))));
        for (BlockFinding block : blocks) {
            switch (block) {
                case BlockFinding.Found(var at, List<BlockFinding.Placed> logs) -> {
                    proven.add(at.number());
                    for (BlockFinding.Placed placed : logs) {
                        String line = line(at.number(), placed.log());
                        if (!left.remove(line)) {
                            return Optional.of(new Contradiction(
                                    Contradiction.What.RECEIPT, at.hash().toHex(), "no such log", line));
                        }
                    }
                }
                case BlockFinding.Absent absent -> proven.add(absent.number());
                case BlockFinding.CouldNotCheck _ -> {}
            }
        }
        return left.stream()
                .filter(line -> proven.contains(Long.parseLong(line.substring(0, line.indexOf(' ')))))
                .findFirst()
                .map(line -> new Contradiction(Contradiction.What.RECEIPT, "logs", line, "no such log"));
    }

    private static String line(long block, Log log) {
        return block + " " + log.contract().toHex() + " " + log.topics() + " "
                + log.data().toHex();
    }
}
