package org.lifeboat.app.cli;

import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lifeboat force`: a payment or call on an L2 that its sequencer cannot leave out.
@Command(name = "force")
final class ForceCommand extends ThroughL1 {
    /// For a call of unknown length; a plain payment takes less.
    private static final long GAS = 200_000;

    @Option(names = "--data", paramLabel = "HEX")
    String data = "0x";

    @Option(names = "--gas", paramLabel = "NUMBER")
    @Nullable
    Long gas;

    ForceCommand(Shell shell) {
        super(shell);
    }

    @Override
    L1Call call(ExitPlace place, Address to, Wei amount) {
        try {
            Bytes input = Bytes.fromHex(data);
            long least = OpStack.minimumGas(input).amount();
            long wanted = gas == null ? Math.max(GAS, least) : gas;
            return OpStack.force(place.portal(), new L1Call(to, amount, input), new Gas(wanted));
        } catch (IllegalArgumentException refused) {
            throw shell.stop(ExitCode.USAGE, "cli.force.refused");
        }
    }

    @Override
    String command() {
        return "force";
    }
}
