package org.lifeboat.engine.anchor;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.BalanceProof;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;

/// What becomes of a kept proof once its block was found below a verified one, or not.
final class Raising {
    private final Storage storage;
    private final KeptProofs kept;
    private final TokenList tokens;
    private final Network network;

    /// @param network whose blocks they are
    Raising(Storage storage, KeptProofs kept, TokenList tokens, Network network) {
        this.network = network;
        this.storage = storage;
        this.kept = kept;
        this.tokens = tokens;
    }

    /// Payments rise with their block: nothing else has to be written for them.
    void raise(KeptProof.Piece piece, Assurance.Level level) {
        if (piece.proof() instanceof KeptProof.Balance(BalanceProof proof)) {
            raise(piece.stored().block(), proof, level);
        }
    }

    private void raise(BlockRef block, BalanceProof proof, Assurance.Level level) {
        ChainId chain = network.chain();
        if (!(proof.check(network, proof.token().flatMap(token -> tokens.find(chain, token)))
                instanceof Answer.Proven<BigInteger>(BigInteger units))) {
            return;
        }
        List<StoredReading> readings = storage.balances().of(chain, proof.account(), proof.token());
        boolean newerThere = readings.stream()
                .anyMatch(reading ->
                        reading.assurance().level() == level && reading.block().number() > block.number());
        if (!newerThere && !readings.isEmpty()) {
            storage.balances()
                    .put(new StoredReading(
                            chain,
                            proof.account(),
                            proof.token(),
                            new Assurance(level, Set.of()),
                            block,
                            units,
                            // What is proven is proven as of its block; a reading of later is the newer one.
                            Instant.ofEpochSecond(block.unixSeconds()),
                            readings.getFirst().source()));
        }
        if (level == Assurance.Level.FINAL) {
            removeIfOf(chain, proof.account(), proof.token(), block);
            thin(proof, block);
        }
    }

    /// Of what is final only the newest proof of a position is kept.
    private void thin(BalanceProof proof, BlockRef newest) {
        kept.of(proof.account()).stream()
                .filter(other -> other.proof().isOf(proof.token()))
                .filter(other -> other.stored().block().number() < newest.number())
                .forEach(kept::remove);
    }

    /// What vouched for the block does so no more; its proof stays and can rise again.
    void lower(KeptProof.Piece piece) {
        if (piece.proof() instanceof KeptProof.Balance(BalanceProof proof)) {
            removeIfOf(
                    piece.stored().chain(),
                    proof.account(),
                    proof.token(),
                    piece.stored().block());
        }
    }

    /// The block is no longer on the chain.
    void drop(KeptProof.Piece piece) {
        kept.remove(piece);
        lower(piece);
    }

    private void removeIfOf(ChainId chain, Address account, Optional<Address> token, BlockRef block) {
        boolean there = storage.balances().of(chain, account, token).stream()
                .anyMatch(reading -> reading.assurance().level() == Assurance.Level.POSTED
                        && reading.block().equals(block));
        if (there) {
            storage.balances().remove(chain, account, token, Assurance.Level.POSTED);
        }
    }
}
