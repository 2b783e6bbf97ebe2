package org.lifeboat.verifier.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.state.MissingState;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.verifier.trie.MissingNode;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieReader;
import org.lifeboat.verifier.trie.TrieResult;

/// Runs blocks on a state and says what came of it. Compares nothing with the header: that is
/// [BlockVerifier]'s; whoever makes a block takes the output and seals it. Keeps nothing between blocks but
/// codes.
public final class BlockExecutor {
    private final ChainRules rules;
    private final Secp256k1 curve;
    private final CodeCache codes;

    public BlockExecutor(ChainRules rules, Secp256k1 curve, CodeCache codes) {
        this.rules = rules;
        this.curve = curve;
        this.codes = codes;
    }

    /// @param block of its header only those fields are read that do not follow from the run
    /// @param state after the parent
    /// @param blockHashes the hash of an ancestor by its number; empty where it is not known
    public Execution execute(
            Block block, BlockHeader parent, StateTrie state, LongFunction<Optional<Hash32>> blockHashes) {
        return new Run(block, parent, state, blockHashes).execute();
    }

    private final class Run {
        private final Block block;
        private final StateTrie before;
        private final TrieReader reader;
        private final WorldState world;
        private final BlockProgram program;
        private final List<Receipt> receipts = new ArrayList<>();

        Run(Block block, BlockHeader parent, StateTrie state, LongFunction<Optional<Hash32>> blockHashes) {
            this.block = block;
            this.before = state;
            this.reader = new TrieReader(state, blockHashes);
            this.world = new WorldState(reader, codes);
            this.program = rules.begin(new BlockContext(block.header(), parent, world, curve));
        }

        Execution execute() {
            try {
                Optional<Execution> stopped = steps();
                return stopped.isPresent() ? stopped.get() : output();
            } catch (MissingState missing) { // the boundary of the run
                return missing(missing.key());
            }
        }

        private Optional<Execution> steps() {
            Optional<Execution> stopped = stopped(program.begin());
            for (int i = 0; stopped.isEmpty() && i < block.transactions().size(); i++) {
                stopped = stopped(program.transaction(i, block.transactions().get(i)));
            }
            return stopped.isPresent() ? stopped : stopped(program.end(block));
        }

        /// Why the block ends with this step, if it does.
        private Optional<Execution> stopped(Step step) {
            return switch (step) {
                case Step.Done _ -> Optional.empty();
                case Step.Ran(Receipt receipt) -> keep(receipt);
                case Step.Fault(BlockFault fault) -> Optional.of(new Execution.Invalid(fault));
                case Step.Needs(StateKey key) -> Optional.of(missing(key));
                case Step.Unknown(String reason) -> Optional.of(new Execution.Unknown(reason));
            };
        }

        private Optional<Execution> keep(Receipt receipt) {
            if (!program.receiptsHoldRoots()) {
                receipts.add(receipt);
                return Optional.empty();
            }
            return switch (before.apply(world.changes())) {
                case TrieResult.Known<StateTrie>(StateTrie now) -> {
                    receipts.add(withRoot(receipt, now.root()));
                    yield Optional.empty();
                }
                case TrieResult.Missing<StateTrie>(MissingNode node) -> Optional.of(missing(node));
            };
        }

        private static Receipt withRoot(Receipt receipt, Hash32 root) {
            return new Receipt(
                    receipt.type(),
                    new Receipt.Outcome.PostState(root),
                    receipt.cumulativeGasUsed(),
                    receipt.logsBloom(),
                    receipt.logs(),
                    receipt.deposit());
        }

        private Execution output() {
            TrieResult<BlockOutput> output = before.apply(world.changes())
                    .then(after -> program.commitments(block.withdrawals(), after)
                            .map(commitments -> new BlockOutput(receipts, gasUsed(), bloom(), commitments, after)));
            return switch (output) {
                case TrieResult.Known<BlockOutput>(BlockOutput known) -> new Execution.Done(known);
                case TrieResult.Missing<BlockOutput>(MissingNode node) -> missing(node);
            };
        }

        private Gas gasUsed() {
            return receipts.isEmpty() ? new Gas(0) : receipts.getLast().cumulativeGasUsed();
        }

        private Bytes bloom() {
            byte[] all = new byte[BlockHeader.BLOOM_SIZE];
            for (Receipt receipt : receipts) {
                byte[] one = receipt.logsBloom().sharedArray();
                for (int i = 0; i < all.length; i++) {
                    all[i] |= one[i];
                }
            }
            return Bytes.of(all);
        }

        private Execution missing(MissingNode node) {
            return new Execution.Incomplete(new MissingPart.Node(node, Optional.empty()));
        }

        private Execution missing(StateKey key) {
            MissingPart part = switch (key) {
                case StateKey.Code(Hash32 hash) -> new MissingPart.Code(hash);
                case StateKey.BlockHash(long number) -> new MissingPart.Ancestor(number);
                case StateKey.Account _, StateKey.Storage _ ->
                    new MissingPart.Node(reader.missing().orElseThrow(), Optional.of(key));
            };
            return new Execution.Incomplete(part);
        }
    }
}
