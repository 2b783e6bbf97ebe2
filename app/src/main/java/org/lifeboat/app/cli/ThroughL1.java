package org.lifeboat.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.OwnName;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.send.Sending;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A transaction on L1 that becomes one on an L2.
abstract class ThroughL1 extends CliCommand {
    @Option(names = "--network", paramLabel = "NETWORK", required = true)
    String network = "";

    @Option(names = "--from", paramLabel = "ACCOUNT")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "ADDRESS")
    @Nullable
    String to;

    @Option(names = "--amount", paramLabel = "AMOUNT", required = true)
    String amount = "";

    @Option(names = "--portal", paramLabel = "ADDRESS")
    @Nullable
    String portal;

    @Mixin
    NonceOption nonce = new NonceOption();

    @Mixin
    Review.Options review = new Review.Options();

    ThroughL1(Shell shell) {
        super(shell);
    }

    /// What is called on L1.
    abstract SendOrder order(ExitPlace place, Address account, Address to, Wei amount);

    /// Who gets it where the user named nobody.
    abstract Address unlessNamed(Address account);

    /// Its name as the user types it.
    abstract String command();

    @Override
    final ExitCode run() throws InterruptedException {
        review.requireSafe(shell);
        try (OpenRollup opened = OpenRollup.of(shell, network, from, portal).requireKey(shell)) {
            Address account = opened.account().address();
            ExitPlace place = opened.place();
            requireOwnName(shell, place, account);
            Address target = Optional.ofNullable(to)
                    .map(text -> AccountPick.address(shell, text))
                    .orElseGet(() -> unlessNamed(account));
            SendOrder order = order(place, account, target, amount()).with(nonce.wanted(shell));
            shell.progress("cli.send.preparing");
            SendPlace where = opened.door().sendPlace(place, place.l1());
            return new Review(shell, opened.profile(), review)
                    .carryOut(
                            new Sending(
                                            opened.profile().storage(),
                                            opened.profile().clock(),
                                            SendCommand.PATIENCE)
                                    .prepare(order, where),
                            where.sources(),
                            command());
        }
    }

    private Wei amount() {
        try {
            return new Wei(TokenAmount.parse(amount, 18).units());
        } catch (IllegalArgumentException unreadable) {
            throw shell.stop(ExitCode.USAGE, "cli.send.amount-wrong", amount, 18);
        }
    }

    /// A contract's call appears on the L2 under another name, which does not hold the money.
    static void requireOwnName(Shell shell, ExitPlace place, Address account) {
        if (OwnName.of(place, account, SendCommand.PATIENCE) instanceof OwnName.Another(Address alias)) {
            throw shell.stop(ExitCode.REFUSED, "cli.exit.aliased", account, alias);
        }
    }
}
