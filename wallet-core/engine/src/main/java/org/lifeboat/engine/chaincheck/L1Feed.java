package org.lifeboat.engine.chaincheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.send.BlockReceipts;
import org.lifeboat.engine.send.BlockTransactions;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.derivation.Given;

/// Brings what a derivation needs of L1's blocks. Headers come from the first source that has them, a few
/// at a time; receipts and transactions are compared with them by whoever takes them, and are asked for some blocks
/// before their turn.
final class L1Feed implements AutoCloseable {
    private static final int HEADERS_AT_ONCE = 16;

    /// Blocks of which everything is asked for beside the one that is read.
    private static final int BLOCKS_AHEAD = 4;

    private static final String RECEIPTS = "eth_getBlockReceipts";
    private static final String TRANSACTIONS = "eth_getBlockByHash";

    private final List<Source> sources;
    private final Duration patience;
    private final Troubles troubles;
    private final List<Disagreement> disagreements = new ArrayList<>();
    private final SortedMap<Long, BlockHeader> ahead = new TreeMap<>();
    private final AheadAsks asks = new AheadAsks();
    private boolean receiptsWanted;
    private boolean answered;

    /// @param patience for one question
    L1Feed(List<Source> sources, Duration patience, Troubles troubles) {
        this.sources = sources;
        this.patience = patience;
        this.troubles = troubles;
    }

    List<Disagreement> disagreements() {
        return disagreements;
    }

    /// Whether the header that was asked for last is not there as a source says, rather than as none answers.
    boolean lastAnswered() {
        return answered;
    }

    /// Forgets headers that were fetched ahead.
    void wentBack() {
        ahead.clear();
        asks.forget();
    }

    @Override
    public void close() {
        asks.close();
    }

    Optional<BlockHeader> header(long number) {
        Optional<BlockHeader> known = Optional.ofNullable(ahead.remove(number));
        if (known.isPresent()) {
            return known;
        }
        ahead.clear();
        answered = false;
        List<Query<Optional<HeaderClaim>>> queries = new ArrayList<>();
        for (long each = number; each < number + HEADERS_AT_ONCE; each++) {
            queries.add(new Query.HeaderOf(new BlockSelector.AtNumber(each)));
        }
        for (Source source : usable()) {
            for (Reply<?> reply : source.askAll(queries, Purpose.CHECK_CHAIN, patience)) {
                header(source, reply).ifPresent(header -> ahead.put(header.number(), header));
            }
            Optional<BlockHeader> found = Optional.ofNullable(ahead.remove(number));
            if (found.isPresent()) {
                return found;
            }
            ahead.clear();
        }
        return Optional.empty();
    }

    Optional<BlockHeader> header(Hash32 hash) {
        for (Source source : usable()) {
            Reply<?> reply =
                    source.ask(new Query.HeaderOf(new BlockSelector.ByHash(hash)), Purpose.CHECK_CHAIN, patience);
            Optional<BlockHeader> header =
                    header(source, reply).filter(found -> found.hash().equals(hash));
            if (header.isPresent()) {
                return header;
            }
        }
        return Optional.empty();
    }

    /// The newest block that L1 treats as final as the first source says that says anything; where none does, the
    /// newest that it treats as safe.
    Optional<BlockHeader> end() {
        for (BlockSelector selector : List.of(BlockSelector.FINALIZED, BlockSelector.SAFE)) {
            for (Source source : usable()) {
                Optional<BlockHeader> header =
                        header(source, source.ask(new Query.HeaderOf(selector), Purpose.CHECK_CHAIN, patience));
                if (header.isPresent()) {
                    return header;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<BlockHeader> header(Source source, Reply<?> reply) {
        if (!(reply.got().orElse(null) instanceof Optional<?> found)) {
            troubles.add(source.id(), reply.problem());
            return Optional.empty();
        }
        answered = true;
        if (!(found.orElse(null) instanceof HeaderClaim claim)) {
            return Optional.empty();
        }
        return switch (ClaimCheck.header(claim)) {
            case Checked.Fits<BlockHeader>(BlockHeader header) -> Optional.of(header);
            case Checked.Contradicted<BlockHeader>(Contradiction contradiction) -> {
                source.refuted(contradiction.refutation());
                disagreements.add(new Disagreement(source.id(), contradiction));
                yield Optional.empty();
            }
            case Checked.Unchecked<BlockHeader>(Note reason) -> {
                troubles.add(source.id(), String.join(" ", reason.arguments()));
                yield Optional.empty();
            }
        };
    }

    /// @param take says why an answer is not what was asked for
    /// @return whether one was taken
    boolean receipts(BlockRef block, Function<Given, Optional<String>> take) {
        receiptsWanted = true;
        return offer(
                receiptsOf(block.hash()),
                answer -> BlockReceipts.read(answer).map(read -> new Given.L1Receipts(read.encoded())),
                take);
    }

    /// As [#receipts].
    boolean transactions(BlockRef block, Function<Given, Optional<String>> take) {
        return offer(
                transactionsOf(block.hash()),
                answer -> BlockTransactions.read(answer).map(read -> new Given.L1Transactions(read.encoded())),
                take);
    }

    private static Query.Probe receiptsOf(Hash32 block) {
        return new Query.Probe(RECEIPTS, "[\"" + block.toHex() + "\"]");
    }

    private static Query.Probe transactionsOf(Hash32 block) {
        return new Query.Probe(TRANSACTIONS, "[\"" + block.toHex() + "\",true]");
    }

    /// Every block's transactions will be wanted, and its receipts where those of blocks before it were.
    private void beginNext(Source source) {
        ahead.values().stream().limit(BLOCKS_AHEAD).map(BlockHeader::hash).forEach(block -> {
            asks.begin(source, transactionsOf(block), patience);
            if (receiptsWanted) {
                asks.begin(source, receiptsOf(block), patience);
            }
        });
    }

    private boolean offer(
            Query.Probe query, Function<String, Optional<Given>> read, Function<Given, Optional<String>> take) {
        String method = query.method();
        usable().stream().findFirst().ifPresent(this::beginNext);
        for (Source source : usable()) {
            Reply<String> reply = asks.take(source, query, patience);
            if (reply.got().isEmpty()) {
                troubles.add(source.id(), method + ": " + reply.problem());
                continue;
            }
            Optional<Given> given = reply.got().flatMap(read);
            Optional<String> refused = given.isPresent()
                    ? take.apply(given.get())
                    : Optional.of("an answer with something in it that is not known here");
            if (refused.isEmpty()) {
                return true;
            }
            troubles.add(source.id(), method + ": " + refused.get());
        }
        return false;
    }

    private List<Source> usable() {
        return sources.stream().filter(source -> !source.health().setAside()).toList();
    }
}
