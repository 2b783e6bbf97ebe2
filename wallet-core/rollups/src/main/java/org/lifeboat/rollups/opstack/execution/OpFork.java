package org.lifeboat.rollups.opstack.execution;

import org.lifeboat.evm.rules.Fork;

/// The forks of the OP Stack that changed execution, oldest first. Regolith is counted into Bedrock: no chain
/// that still runs has blocks between the two but the oldest test nets. Delta and the blob schedule's fork
/// changed only the derivation.
public enum OpFork {
    BEDROCK(Fork.PARIS),
    CANYON(Fork.SHANGHAI),
    ECOTONE(Fork.CANCUN),
    FJORD(Fork.CANCUN),
    GRANITE(Fork.CANCUN),
    HOLOCENE(Fork.CANCUN),
    ISTHMUS(Fork.PRAGUE),
    JOVIAN(Fork.PRAGUE),
    KARST(Fork.OSAKA);

    private final Fork ethereum;

    OpFork(Fork ethereum) {
        this.ethereum = ethereum;
    }

    /// The fork of Ethereum whose instructions and transactions it took over.
    public Fork ethereum() {
        return ethereum;
    }

    public boolean isAtLeast(OpFork other) {
        return compareTo(other) >= 0;
    }
}
