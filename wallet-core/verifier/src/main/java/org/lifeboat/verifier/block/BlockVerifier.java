package org.lifeboat.verifier.block;

import java.util.Collection;
import java.util.Optional;
import java.util.function.LongFunction;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.OrderedTrie;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;

/// Verifies whole blocks: rules of header and body, then the run, then every figure the header gives of it.
public final class BlockVerifier {
    private final ChainRules rules;
    private final BlockExecutor executor;

    public BlockVerifier(ChainRules rules, Secp256k1 curve, CodeCache codes) {
        this.rules = rules;
        this.executor = new BlockExecutor(rules, curve, codes);
    }

    /// From a witness alone.
    /// @param preimages trie nodes and codes in any order, as many as there may be
    /// @param headers RLP of the parent and of as many blocks before it as are asked for
    public BlockResult verify(Block block, Collection<Bytes> preimages, Collection<Bytes> headers) {
        Ancestors ancestors = Ancestors.of(headers);
        Optional<BlockHeader> parent = ancestors.find(block.header().parentHash());
        if (parent.isEmpty()) {
            return new BlockResult.Incomplete(
                    new MissingPart.Parent(block.header().parentHash()));
        }
        StateTrie state = StateTrie.of(parent.get().stateRoot(), PreimageStore.of(preimages));
        return verify(block, parent.get(), state, number -> ancestors.hash(block.header(), number));
    }

    /// @param state after the parent; must have the root the parent names
    /// @param blockHashes the hash of an ancestor by its number; empty where it is not known
    public BlockResult verify(
            Block block, BlockHeader parent, StateTrie state, LongFunction<Optional<Hash32>> blockHashes) {
        if (!state.root().equals(parent.stateRoot())) {
            throw new IllegalArgumentException("the state is not the parent's");
        }
        Optional<String> unknown = rules.unknown(block.header());
        if (unknown.isPresent()) {
            return new BlockResult.Unknown(Answer.Cause.UPDATE_NEEDED, unknown.get());
        }
        BlockHeader header = block.header();
        Optional<BlockFault> fault = beforeRun(header, parent);
        // A fault that is excused hides no other that is not.
        Optional<BlockFault> firm =
                fault.filter(found -> rules.excuse(header, found).isEmpty());
        Optional<BlockFault> found = firm.or(() -> ofBody(block)).or(() -> fault);
        if (found.isPresent()) {
            return judged(header, found.get());
        }
        return switch (executor.execute(block, parent, state, blockHashes)) {
            case Execution.Done(BlockOutput output) ->
                afterRun(header, output)
                        .map(wrong -> judged(header, wrong))
                        .orElseGet(() -> new BlockResult.Valid(output));
            case Execution.Invalid(BlockFault wrong) -> judged(header, wrong);
            case Execution.Incomplete(MissingPart missing) -> new BlockResult.Incomplete(missing);
            case Execution.Unknown(String reason) -> new BlockResult.Unknown(Answer.Cause.UPDATE_NEEDED, reason);
        };
    }

    private BlockResult judged(BlockHeader header, BlockFault fault) {
        return rules.excuse(header, fault)
                .<BlockResult>map(why -> new BlockResult.Unknown(Answer.Cause.UPDATE_NEEDED, why))
                .orElseGet(() -> new BlockResult.Invalid(fault));
    }

    private Optional<BlockFault> beforeRun(BlockHeader header, BlockHeader parent) {
        return BlockFault.unlessEqual(BlockReason.UNKNOWN_PARENT, header.parentHash(), parent.hash())
                .or(() -> rules.checkHeader(header, parent));
    }

    private Optional<BlockFault> ofBody(Block block) {
        BlockHeader header = block.header();
        return BlockFault.unlessEqual(
                        BlockReason.INVALID_TRANSACTIONS_ROOT,
                        header.transactionsRoot(),
                        OrderedTrie.root(block.transactions()))
                .or(() -> BlockFault.unlessEqual(
                        BlockReason.INVALID_UNCLES_HASH,
                        header.ommersHash(),
                        Keccak256.hash(BlockRlp.ommers(block.ommers()))))
                .or(() -> rules.checkBody(block));
    }

    private static Optional<BlockFault> afterRun(BlockHeader header, BlockOutput output) {
        BlockOutput.Commitments computed = output.commitments();
        return BlockFault.unlessEqual(BlockReason.INVALID_GAS_USED, header.gasUsed(), output.gasUsed())
                .or(() -> BlockFault.unlessEqual(
                        BlockReason.INCORRECT_BLOB_GAS_USED, header.blobGasUsed(), computed.blobGasUsed()))
                .or(() -> BlockFault.unlessEqual(
                        BlockReason.INVALID_WITHDRAWALS_ROOT, header.withdrawalsRoot(), computed.withdrawalsRoot()))
                .or(() -> BlockFault.unlessEqual(
                        BlockReason.INVALID_REQUESTS, header.requestsHash(), computed.requestsHash()))
                .or(() -> BlockFault.unlessEqual(BlockReason.INVALID_LOG_BLOOM, header.logsBloom(), output.logsBloom()))
                .or(() -> BlockFault.unlessEqual(
                        BlockReason.INVALID_RECEIPTS_ROOT, header.receiptsRoot(), output.receiptsRoot()))
                .or(() -> BlockFault.unlessEqual(
                        BlockReason.INVALID_STATE_ROOT,
                        header.stateRoot(),
                        output.state().root()));
    }
}
