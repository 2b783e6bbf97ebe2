package org.lifeboat.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.send.Sending;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

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

    @Option(names = "--token", paramLabel = "ADDRESS|SYMBOL")
    @Nullable
    String token;

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

    /// The same with a token of the L2.
    /// @param amount as it was typed
    abstract Step step(OpenRollup opened, TokenDoor door, Address to, String amount);

    /// Whether it is about what the account has on the L2 already, and not about what it has on L1.
    abstract boolean movesWhatIsThere();

    /// Says what is to be known before it is begun.
    abstract void forewarn(OpenRollup opened);

    private ContractCaller.Moved moved(OpenRollup opened) {
        String wanted = token;
        if (wanted == null) {
            return new ContractCaller.Moved(Optional.empty(), amount().value());
        }
        TokenDoor door = new TokenDoor(shell, opened, wanted);
        return new ContractCaller.Moved(Optional.of(door.token()), door.units(amount));
    }

    /// @param name what of several it is
    record Step(String name, SendOrder order) {}

    /// Its name as the user types it.
    abstract String command();

    @Override
    final ExitCode run() throws InterruptedException {
        review.requireSafe(shell);
        try (OpenRollup opened = OpenRollup.of(shell, network, from, portal)) {
            ContractCaller contract = new ContractCaller(shell, opened);
            boolean keyless = movesWhatIsThere() && contract.isMeant();
            if (!keyless) {
                opened.requireKey(shell);
            }
            Address account = opened.account().address();
            ExitPlace place = opened.place();
            Address target = Optional.ofNullable(to)
                    .map(text -> AccountPick.address(shell, text))
                    .orElseGet(() -> unlessNamed(account));
            Step step = step(opened, target);
            if (keyless) {
                return contract.say(command(), step.order(), moved(opened));
            }
            forewarn(opened);
            shell.progress("cli.send.preparing");
            SendPlace where = opened.door().sendPlace(place, place.l1());
            ObjectNode beside = JsonDocument.object();
            beside.put("step", step.name());
            return new Review(shell, opened.profile(), review)
                    .beside("throughL1", beside)
                    .carryOut(
                            new Sending(
                                            opened.profile().storage(),
                                            opened.profile().clock(),
                                            SendCommand.PATIENCE)
                                    .prepare(step.order().with(nonce.wanted(shell)), where),
                            where.sources(),
                            command());
        }
    }

    private Step step(OpenRollup opened, Address target) {
        String wanted = token;
        Address account = opened.account().address();
        return wanted == null
                ? new Step("COIN", order(opened.place(), account, target, amount()))
                : step(opened, new TokenDoor(shell, opened, wanted), target, amount);
    }

    private Wei amount() {
        try {
            return new Wei(TokenAmount.parse(amount, 18).units());
        } catch (IllegalArgumentException unreadable) {
            throw shell.stop(ExitCode.USAGE, "cli.send.amount-wrong", amount, 18);
        }
    }
}
