package org.lifeboat.testkit.opdevnet;

/// The programs of a devnet.
public enum DevnetProgram {
    L1("l1"),
    SEQUENCER_GETH("op-geth-seq"),
    SEQUENCER_NODE("op-node-seq"),
    VERIFIER_GETH("op-geth-ver"),
    VERIFIER_NODE("op-node-ver"),
    BATCHER("op-batcher"),
    PROPOSER("op-proposer"),
    CHALLENGER("op-challenger");

    private final String shownName;

    DevnetProgram(String shownName) {
        this.shownName = shownName;
    }

    /// As the scripts and the log files call it.
    public String shownName() {
        return shownName;
    }
}
