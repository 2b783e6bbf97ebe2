package org.lifeboat.conformance.evm;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.verifier.block.BlockResult;
import org.lifeboat.verifier.block.BlockVerifier;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.block.EthereumRules;

/// Blocks of real chains with their witness: valid with it; and with any one piece of it taken away either
/// incomplete or, where the piece was not needed, still valid.
final class RecordedBlockTests {
    private static final long MAINNET = 1;
    private static final int CODE_BYTES = 1 << 24;

    private final Secp256k1 curve = Secp256k1.preferred();

    List<CaseResult> run(String name, RecordedBlock recorded) {
        if (recorded.chainId() != MAINNET) {
            return List.of(new CaseResult.Skipped("a recorded block of a chain whose rules are not known here"));
        }
        BlockResult result = verify(recorded, recorded.preimages());
        if (!(result instanceof BlockResult.Valid)) {
            return List.of(new CaseResult.Failed(name, "the block is " + result));
        }
        List<CaseResult> results = new ArrayList<>();
        results.add(new CaseResult.Passed());
        results.add(withoutPieces(name, recorded));
        return results;
    }

    private CaseResult withoutPieces(String name, RecordedBlock recorded) {
        int step = Math.max(1, recorded.preimages().size() / 50);
        for (int i = 0; i < recorded.preimages().size(); i += step) {
            List<Bytes> fewer = new ArrayList<>(recorded.preimages());
            fewer.remove(i);
            if (verify(recorded, fewer) instanceof BlockResult.Invalid(var fault)) {
                return new CaseResult.Failed(name, "without piece " + i + " of the witness it is called " + fault);
            }
        }
        return new CaseResult.Passed();
    }

    private BlockResult verify(RecordedBlock recorded, List<Bytes> preimages) {
        return new BlockVerifier(new EthereumRules(EthereumChain.mainnet()), curve, new CodeCache(CODE_BYTES))
                .verify(recorded.block(), preimages, recorded.headers());
    }
}
