package org.lifeboat.engine.anchor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.engine.verified.TrialProof;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.verifier.call.Effects;

/// What trying own transactions out had shown before they were signed, and how far that is vouched for by now.
/// Asks nobody but the disk. One thread.
public final class Trials {
    private final Storage storage;
    private final Map<ChainId, KeptProofs> chains = new HashMap<>();

    public Trials(Storage storage) {
        this.storage = storage;
    }

    /// What one transaction would have done.
    /// @param block in which it was tried, and in which it does not stand
    /// @param assurance of that block's header, as far as it has risen by now
    public record Shown(boolean succeeds, long gasUsed, BlockRef block, Assurance assurance) {}

    /// Keeps what a trial on an L1 stood on, so that it can rise with its block. Nothing is kept of what could
    /// not be tried again from it.
    /// @param signed the transaction's bytes
    public static void keep(Storage storage, Network network, Address from, Bytes signed, Simulated simulated) {
        if (!(network.layer() instanceof Network.Layer.L1)
                || !(simulated instanceof Simulated.Shown shown)
                || shown.ground().isEmpty()) {
            return;
        }
        TrialProof proof = new TrialProof(signed, shown.ground().get());
        if (proof.check(network.chain()) instanceof Answer.Proven<TrialProof.Tried>(TrialProof.Tried tried)
                && tried.from().equals(from)
                && tried.effects().ending().equals(shown.effects().ending())) {
            new KeptProofs(storage, network.chain()).keep(from, proof);
        }
    }

    /// @return empty where nothing was kept, or what was kept does not hold
    public Optional<Shown> of(OwnTransaction own) {
        KeptProofs kept = chains.computeIfAbsent(own.chain(), of -> new KeptProofs(storage, of));
        for (KeptProof.Piece piece : kept.of(own.account())) {
            if (piece.proof() instanceof KeptProof.Trial(Address _, TrialProof proof)
                    && proof.signed().equals(own.signed())
                    && proof.check(own.chain()) instanceof Answer.Proven<TrialProof.Tried>(TrialProof.Tried tried)) {
                Effects effects = tried.effects();
                BlockRef block = piece.stored().block();
                return Optional.of(new Shown(tried.succeeds(), effects.gasUsed(), block, kept.assurance(block)));
            }
        }
        return Optional.empty();
    }
}
