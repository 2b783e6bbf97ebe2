package org.lifeboat.sandbox.node;

import org.lifeboat.sandbox.blob.PlayBlob;
import org.lifeboat.sandbox.chain.SealedBlock;

/// Told of everything that happens to a chain, in its order, before anybody else sees it.
public interface Journal {
    /// Nobody listens.
    Journal NONE = new Journal() {
        @Override
        public void sealed(SealedBlock block, int branches) {}

        @Override
        public void takenBack(int count) {}

        @Override
        public void blob(PlayBlob blob) {}
    };

    /// @param branches how often the chain had been reorganised by then
    void sealed(SealedBlock block, int branches);

    /// The newest blocks are gone.
    void takenBack(int count);

    /// A blob came, beside a transaction that will follow.
    void blob(PlayBlob blob);
}
