package org.lifeboat.engine.logs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.anchor.HeaderWalk;
import org.lifeboat.engine.anchor.PathFinder;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.logs.BlockFinding.CouldNotCheck;
import org.lifeboat.engine.logs.BlockFinding.Placed;
import org.lifeboat.engine.logs.BlockFinding.Why;
import org.lifeboat.engine.send.BlockReceipts;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.Receipt;

/// Finds the logs of a range of L1 blocks so that nobody can hide or invent one.
///
/// From a verified block the headers of the range are reached by parent hashes. Where a header's bloom
/// excludes a log there is none; where it does not, all receipts of the block are fetched and held against
/// the receipts root. A source can refuse, but neither omit nor add. Used once.
public final class LogSearch {
    /// The widest range; a day of L1.
    public static final int MOST_BLOCKS = 7_200;

    /// Blocks whose receipts are fetched in one search; half a megabyte each.
    private static final int MOST_RECEIPTS = 256;

    private final List<Source> sources;
    private final Deadline deadline;
    private final Set<SourceId> unfit = new HashSet<>();
    private int fetched;

    /// @param sources of the chain, in the order in which they are asked
    public LogSearch(List<Source> sources, Deadline deadline) {
        this.sources = sources;
        this.deadline = deadline;
    }

    /// @param from the lowest block
    /// @param to the highest one, itself included
    /// @param top a verified block; what lies above it cannot be checked
    /// @param level of `top`
    public ProvenLogs search(LogFilter filter, long from, long to, VerifiedHead top, Assurance.Level level) {
        if (from < 0 || to < from || to - from >= MOST_BLOCKS) {
            throw new IllegalArgumentException("a range of 1 to " + MOST_BLOCKS + " blocks");
        }
        Map<Long, BlockHeader> headers = headers(from, Math.min(to, top.block().number()), top);
        List<BlockFinding> found = new ArrayList<>();
        for (long number = from; number <= to; number++) {
            BlockHeader header = headers.get(number);
            if (header != null) {
                found.add(look(filter, header));
            } else {
                boolean above = number > top.block().number();
                found.add(new CouldNotCheck(number, above ? Why.NOT_VERIFIED : late(Why.NO_HEADER)));
            }
        }
        return new ProvenLogs(new Assurance(level, Set.of()), found, unfit);
    }

    /// From `to` downwards as far as the sources together know them.
    private Map<Long, BlockHeader> headers(long from, long to, VerifiedHead top) {
        Map<Long, BlockHeader> headers = new HashMap<>();
        if (to < from) {
            return headers;
        }
        Optional<Hash32> hash = new PathFinder(sources, deadline).find(to, top).map(PathFinder.Found::hash);
        if (hash.isEmpty()) {
            return headers;
        }
        Hash32 expected = hash.get();
        long next = to;
        for (Source source : sources) {
            if (source.health().setAside()) {
                continue;
            }
            for (BlockHeader header : HeaderWalk.down(source, next, expected, next - from + 1, deadline)) {
                headers.put(header.number(), header);
                expected = header.parentHash();
                next = header.number() - 1;
            }
        }
        return headers;
    }

    private BlockFinding look(LogFilter filter, BlockHeader header) {
        if (!filter.mayBeUnder(header.logsBloom())) {
            return new BlockFinding.Absent(header.ref(), BlockFinding.How.BLOOM);
        }
        if (fetched >= MOST_RECEIPTS) {
            return new CouldNotCheck(header.number(), Why.TOO_MANY);
        }
        fetched++;
        for (Source source : sources) {
            if (source.health().setAside() || deadline.isOver()) {
                continue;
            }
            Optional<BlockReceipts> receipts = receipts(source, header);
            if (receipts.isPresent()) {
                List<Placed> logs = matching(filter, receipts.get().receipts());
                return logs.isEmpty()
                        ? new BlockFinding.Absent(header.ref(), BlockFinding.How.RECEIPTS)
                        : new BlockFinding.Found(header.ref(), logs);
            }
        }
        return new CouldNotCheck(header.number(), late(Why.NO_RECEIPTS));
    }

    private Optional<BlockReceipts> receipts(Source source, BlockHeader header) {
        Query<String> question =
                new Query.Probe("eth_getBlockReceipts", "[\"" + header.hash().toHex() + "\"]");
        Optional<String> answer =
                source.ask(question, Purpose.FOLLOW_L1, deadline.remaining()).got();
        Optional<BlockReceipts> fitting =
                answer.flatMap(BlockReceipts::read).filter(receipts -> receipts.hasRoot(header.receiptsRoot()));
        if (answer.isPresent() && fitting.isEmpty()) {
            unfit.add(source.id());
        }
        return fitting;
    }

    private static List<Placed> matching(LogFilter filter, List<Receipt> receipts) {
        List<Placed> logs = new ArrayList<>();
        int index = 0;
        for (int transaction = 0; transaction < receipts.size(); transaction++) {
            for (Log log : receipts.get(transaction).logs()) {
                if (filter.matches(log)) {
                    logs.add(new Placed(transaction, index, log));
                }
                index++;
            }
        }
        return logs;
    }

    private Why late(Why otherwise) {
        return deadline.isOver() ? Why.OUT_OF_TIME : otherwise;
    }
}
