package org.lifeboat.app.cli;

import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import picocli.CommandLine.Command;

/// `lifeboat deposit`: brings coin from L1 to an L2 of the OP Stack.
@Command(name = "deposit")
final class DepositCommand extends ThroughL1 {
    DepositCommand(Shell shell) {
        super(shell);
    }

    @Override
    L1Call call(ExitPlace place, Address to, Wei amount) {
        return OpStack.deposit(place.portal(), to, amount);
    }

    @Override
    String command() {
        return "deposit";
    }
}
