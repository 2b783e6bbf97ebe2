package org.lifeboat.sandbox.world;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Keccak256;

/// The chain id of the sandbox, which no real chain uses.
///
/// It is made from a sentence, so that nobody can have picked it to be like another: the first six bytes of the
/// Keccak-256 of [#SENTENCE]. Six bytes are more than chains choose for themselves, and still below the
/// largest number that wallets in browsers take (MetaMask, `MAX_SAFE_CHAIN_ID`: 4503599627370476), so that
/// other programs can be pointed at it.
public final class PlayChain {
    public static final String SENTENCE = "Lifeboat sandbox: play money on no real chain";

    private static final int BYTES = 6;

    public static final ChainId ID = fromSentence(SENTENCE);

    private PlayChain() {}

    /// The chain id that a sentence gives.
    public static ChainId fromSentence(String sentence) {
        byte[] hash = Keccak256.digest(sentence.getBytes(StandardCharsets.US_ASCII));
        return new ChainId(new BigInteger(1, Arrays.copyOf(hash, BYTES)).longValueExact());
    }
}
