package org.lifeboat.conformance.opstack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.execution.OpRules;
import org.lifeboat.verifier.block.Ancestors;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockExecutor;
import org.lifeboat.verifier.block.BlockResult;
import org.lifeboat.verifier.block.BlockVerifier;
import org.lifeboat.verifier.block.Execution;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;

/// Blocks with their witness: made again from what the derivation says of them, their hash must be the
/// recorded one; then verified as a stranger's, whole, with a false field, and with parts of the witness missing.
public final class BlockFormat {
    private static final int CODE_BYTES = 16 << 20;

    /// Of a recorded block's witness every so many parts, one is left out.
    static final int EVERY_FORTIETH = 40;

    private BlockFormat() {}

    /// The block's header, as running it here makes it.
    public static BlockHeader make(WitnessedBlock test) {
        Execution ended = execute(test);
        if (ended instanceof Execution.Done(var output)) {
            return output.seal(test.draft().header(), test.draft().transactions());
        }
        throw new IllegalStateException("the block was not executed: " + ended);
    }

    public static Execution execute(WitnessedBlock test) {
        StateTrie state = StateTrie.of(test.parent().stateRoot(), PreimageStore.of(test.preimages()));
        Ancestors ancestors = ancestors(test);
        return new BlockExecutor(new OpRules(test.chain()), Secp256k1.preferred(), new CodeCache(CODE_BYTES))
                .execute(
                        test.draft(),
                        test.parent(),
                        state,
                        number -> ancestors.hash(test.draft().header(), number));
    }

    private static Ancestors ancestors(WitnessedBlock test) {
        List<Bytes> headers = new ArrayList<>(test.preimages());
        headers.add(test.parent().encoded());
        return Ancestors.of(headers);
    }

    /// @param step every so many parts of the witness, the block is tried without that one
    public static void run(WitnessedBlock test, int step, Report report) {
        BlockHeader header = make(test);
        report.equal(test.name() + " hash", test.expectedHash(), header.hash());
        BlockResult whole = verify(test, header, test.preimages());
        report.equal(test.name() + " verified", "Valid", kind(whole));
        BlockResult twisted = verify(test, withStateRoot(header), test.preimages());
        report.equal(test.name() + " with a false state root", "Invalid", kind(twisted));
        incomplete(test, header, step, report);
    }

    /// Without a node the block may be incomplete, or valid where the node was not needed; never anything else.
    private static void incomplete(WitnessedBlock test, BlockHeader header, int step, Report report) {
        int incomplete = 0;
        for (int gone = 0; gone < test.preimages().size(); gone += step) {
            List<Bytes> rest = new ArrayList<>(test.preimages());
            rest.remove(gone);
            BlockResult result = verify(test, header, rest);
            incomplete += result instanceof BlockResult.Incomplete ? 1 : 0;
            if (!(result instanceof BlockResult.Incomplete || result instanceof BlockResult.Valid)) {
                report.failed(test.name() + " without part " + gone + " of its witness", kind(result));
            }
        }
        report.equal(test.name() + " some part of the witness is needed", true, incomplete > 0);
    }

    /// As a stranger's block.
    public static BlockResult verify(WitnessedBlock test, BlockHeader header, List<Bytes> preimages) {
        BlockVerifier verifier =
                new BlockVerifier(new OpRules(test.chain()), Secp256k1.preferred(), new CodeCache(CODE_BYTES));
        List<Bytes> headers = new ArrayList<>(preimages);
        headers.add(test.parent().encoded());
        Block block = new Block(header, test.draft().transactions(), List.of(), Optional.of(List.of()));
        return verifier.verify(block, preimages, headers);
    }

    private static String kind(BlockResult result) {
        return result.getClass().getSimpleName();
    }

    private static BlockHeader withStateRoot(BlockHeader header) {
        return new BlockHeader(
                header.parentHash(),
                header.ommersHash(),
                header.beneficiary(),
                Hash32.ZERO,
                header.transactionsRoot(),
                header.receiptsRoot(),
                header.logsBloom(),
                header.difficulty(),
                header.number(),
                header.gasLimit(),
                header.gasUsed(),
                header.unixSeconds(),
                header.extraData(),
                header.mixHash(),
                header.nonce(),
                header.baseFeePerGas(),
                header.withdrawalsRoot(),
                header.blobGasUsed(),
                header.excessBlobGas(),
                header.parentBeaconBlockRoot(),
                header.requestsHash());
    }
}
