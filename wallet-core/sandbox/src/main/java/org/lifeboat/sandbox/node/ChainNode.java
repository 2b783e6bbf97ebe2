package org.lifeboat.sandbox.node;

import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.blob.PlayBlob;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.simulation.Simulation;

/// What programs ask of any chain, whichever layer it is.
public interface ChainNode {
    ChainSettings settings();

    History history();

    Questions questions();

    /// Runs blocks that nobody made.
    Simulation simulation();

    /// Runs blocks again.
    Replay replay();

    /// The block that the tag `safe` names.
    SealedBlock safe();

    /// The block that the tag `finalized` names.
    SealedBlock finalised();

    /// Of the block after that one.
    Wei baseFeeAfter(SealedBlock block);

    /// Whose signature a transaction has.
    /// @return empty if no account can have made it
    Optional<SenderTransaction> sender(SignedTransaction signed);

    /// Takes a transaction, or says why not.
    Admission send(SenderTransaction sent);

    /// The same with the blobs that it names.
    /// @param blobs each with its own commitment
    Admission send(SenderTransaction sent, List<PlayBlob> blobs);

    /// One that waits.
    Optional<SenderTransaction> pending(Hash32 hash);

    /// All that wait, in the order in which they came.
    List<SenderTransaction> allPending();

    /// The nonce for the account's next transaction, those that wait counted.
    long pendingNonce(Address account);
}
