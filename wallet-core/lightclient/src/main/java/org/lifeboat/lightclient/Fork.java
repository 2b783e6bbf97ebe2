package org.lifeboat.lightclient;

/// The consensus forks as a table: where the light client finds things in the state and in the body.
///
/// Source: `sync-protocol.md` of each fork, "Constants": `CURRENT_SYNC_COMMITTEE_GINDEX`,
/// `NEXT_SYNC_COMMITTEE_GINDEX`, `FINALIZED_ROOT_GINDEX`, `EXECUTION_PAYLOAD_GINDEX`, and for Gloas
/// `EXECUTION_BLOCK_HASH_GINDEX_GLOAS`.
public enum Fork {
    ALTAIR(54, 55, 105, Execution.NONE),
    BELLATRIX(54, 55, 105, Execution.NONE),
    CAPELLA(54, 55, 105, Execution.PAYLOAD_CAPELLA),
    DENEB(54, 55, 105, Execution.PAYLOAD_DENEB),
    ELECTRA(86, 87, 169, Execution.PAYLOAD_DENEB),
    FULU(86, 87, 169, Execution.PAYLOAD_DENEB),
    GLOAS(2945, 2946, 735, Execution.BLOCK_HASH);

    /// How a light client header carries the execution layer, with the generalized index in the beacon
    /// block's body.
    enum Execution {
        /// Not at all (`Altair`, `Bellatrix`).
        NONE(1),
        /// `ExecutionPayloadHeader` of fifteen fields.
        PAYLOAD_CAPELLA(25),
        /// `ExecutionPayloadHeader` of seventeen fields.
        PAYLOAD_DENEB(25),
        /// Only the hash of the execution block that the payload bid builds on (its parent).
        BLOCK_HASH(2856);

        private final int gindex;

        Execution(int gindex) {
            this.gindex = gindex;
        }

        int gindex() {
            return gindex;
        }
    }

    private final int currentCommitteeGindex;
    private final int nextCommitteeGindex;
    private final int finalizedRootGindex;
    private final Execution execution;

    Fork(int currentCommitteeGindex, int nextCommitteeGindex, int finalizedRootGindex, Execution execution) {
        this.currentCommitteeGindex = currentCommitteeGindex;
        this.nextCommitteeGindex = nextCommitteeGindex;
        this.finalizedRootGindex = finalizedRootGindex;
        this.execution = execution;
    }

    public int currentCommitteeGindex() {
        return currentCommitteeGindex;
    }

    public int nextCommitteeGindex() {
        return nextCommitteeGindex;
    }

    public int finalizedRootGindex() {
        return finalizedRootGindex;
    }

    /// Of the execution part in the beacon block's body; 1 where headers carry none.
    public int executionGindex() {
        return execution.gindex();
    }

    Execution execution() {
        return execution;
    }

    /// Length of a Merkle branch to `gindex`.
    static int depth(int gindex) {
        return 31 - Integer.numberOfLeadingZeros(gindex);
    }
}
