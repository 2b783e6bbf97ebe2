package org.lifeboat.sandbox.rollup;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.blob.PlayBlob;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.Admission;
import org.lifeboat.sandbox.node.ChainNode;
import org.lifeboat.sandbox.node.Questions;
import org.lifeboat.sandbox.node.Replay;
import org.lifeboat.sandbox.simulation.Simulation;

/// The chain that programs are shown: the true one, or what is told instead.
record ShownNode(Supplier<Layer2Node> now) implements ChainNode {
    private ChainNode node() {
        return now.get();
    }

    @Override
    public ChainSettings settings() {
        return node().settings();
    }

    @Override
    public History history() {
        return node().history();
    }

    @Override
    public Questions questions() {
        return node().questions();
    }

    @Override
    public Simulation simulation() {
        return node().simulation();
    }

    @Override
    public Replay replay() {
        return node().replay();
    }

    @Override
    public SealedBlock safe() {
        return node().safe();
    }

    @Override
    public SealedBlock finalised() {
        return node().finalised();
    }

    @Override
    public Wei baseFeeAfter(SealedBlock block) {
        return node().baseFeeAfter(block);
    }

    @Override
    public Optional<SenderTransaction> sender(SignedTransaction signed) {
        return node().sender(signed);
    }

    @Override
    public Admission send(SenderTransaction sent) {
        return node().send(sent);
    }

    @Override
    public Admission send(SenderTransaction sent, List<PlayBlob> blobs) {
        return node().send(sent, blobs);
    }

    @Override
    public Optional<SenderTransaction> pending(Hash32 hash) {
        return node().pending(hash);
    }

    @Override
    public List<SenderTransaction> allPending() {
        return node().allPending();
    }

    @Override
    public long pendingNonce(Address account) {
        return node().pendingNonce(account);
    }
}
