package org.lifeboat.evm.interpreter;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.word.Words;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// What block and transaction say to every frame alike, as words ready to be pushed.
public final class Surroundings {
    static final int ORIGIN = 0;
    static final int GAS_PRICE = 4;
    static final int COINBASE = 8;
    static final int TIMESTAMP = 12;
    static final int NUMBER = 16;
    static final int RANDOMNESS = 20;
    static final int GAS_LIMIT = 24;
    static final int CHAIN_ID = 28;
    static final int BASE_FEE = 32;
    static final int BLOB_BASE_FEE = 36;
    private static final int BLOB_HASHES = 40;

    final long[] words;
    final int blobCount;
    final long number;

    public Surroundings(
            ForkRules rules,
            ChainId chain,
            BlockEnvironment block,
            Address origin,
            Wei gasPrice,
            List<Hash32> blobHashes) {
        words = new long[BLOB_HASHES + 4 * blobHashes.size()];
        blobCount = blobHashes.size();
        number = block.number();
        Words.load(origin.toWord().toArray(), 0, words, ORIGIN);
        Words.setNumber(words, GAS_PRICE, gasPrice.value());
        Words.load(block.coinbase().toWord().toArray(), 0, words, COINBASE);
        Words.set(words, TIMESTAMP, block.timestamp());
        Words.set(words, NUMBER, block.number());
        BigInteger randomness = rules.randomness ? block.prevRandao().toNumber() : block.difficulty();
        Words.setNumber(words, RANDOMNESS, randomness);
        Words.set(words, GAS_LIMIT, block.gasLimit());
        Words.set(words, CHAIN_ID, chain.value());
        Words.setNumber(words, BASE_FEE, block.baseFee().value());
        Words.setNumber(words, BLOB_BASE_FEE, block.blobBaseFee().value());
        for (int i = 0; i < blobCount; i++) {
            Words.load(blobHashes.get(i).toArray(), 0, words, blobHash(i));
        }
    }

    static int blobHash(int index) {
        return BLOB_HASHES + 4 * index;
    }
}
