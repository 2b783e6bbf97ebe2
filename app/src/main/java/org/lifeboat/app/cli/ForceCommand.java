package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Forewarning;
import org.lifeboat.engine.exit.L1Orders;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.WayCost;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lifeboat force`: a payment or call on an L2 that its sequencer cannot leave out.
@Command(name = "force")
final class ForceCommand extends ThroughL1 {
    @Option(names = "--data", paramLabel = "HEX")
    String data = "0x";

    @Option(names = "--gas", paramLabel = "NUMBER")
    @Nullable
    Long gas;

    ForceCommand(Shell shell) {
        super(shell);
    }

    @Override
    SendOrder order(ExitPlace place, Address account, Address to, Wei amount) {
        try {
            return L1Orders.force(
                    place,
                    account,
                    to,
                    amount,
                    Bytes.fromHex(data),
                    Optional.ofNullable(gas).map(Gas::new));
        } catch (IllegalArgumentException refused) {
            throw shell.stop(ExitCode.USAGE, "cli.force.refused");
        }
    }

    /// Paying oneself is hardly what anybody forces.
    @Override
    Address unlessNamed(Address account) {
        throw shell.stop(ExitCode.USAGE, "cli.force.to-missing");
    }

    @Override
    Step step(OpenRollup opened, TokenDoor door, Address to, String amount) {
        if (!data.equals("0x") || gas != null) {
            throw shell.stop(ExitCode.USAGE, "cli.force.token-alone");
        }
        SendOrder order = L1Orders.force(
                opened.place(), opened.account().address(), to, door.token().contract(), door.units(amount));
        return new Step("TOKEN", order);
    }

    @Override
    boolean movesWhatIsThere() {
        return true;
    }

    @Override
    void forewarn(OpenRollup opened) {
        Address account = opened.account().address();
        Leaving leaving = Leaving.read(opened.door().exits(), opened.place(), List.of(account), SendCommand.PATIENCE);
        Optional<Wei> cost = leaving instanceof Leaving.Read read
                ? WayCost.ofPayment(read, account, token != null).map(WayCost::now)
                : Optional.empty();
        Forewarned.look(shell, review, opened, leaving).say(Forewarning.Wish.FORCED_PAYMENT, cost);
    }

    @Override
    String command() {
        return "force";
    }
}
