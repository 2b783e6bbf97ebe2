package org.lifeboat.app.cli;

import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.L1Orders;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import picocli.CommandLine.Command;

/// `lifeboat deposit`: brings coin from L1 to an L2 of the OP Stack.
@Command(name = "deposit")
final class DepositCommand extends ThroughL1 {
    DepositCommand(Shell shell) {
        super(shell);
    }

    @Override
    SendOrder order(ExitPlace place, Address account, Address to, Wei amount) {
        return L1Orders.deposit(place, account, to, amount);
    }

    @Override
    Address unlessNamed(Address account) {
        return account;
    }

    @Override
    String command() {
        return "deposit";
    }
}
