package org.lifeboat.app.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.ExitToken;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Forewarning;
import org.lifeboat.engine.exit.L1Orders;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.PayeeChecks;
import org.lifeboat.engine.exit.WayCost;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lifeboat exit start`: keeps the wish to bring coin or a token home, and offers the transaction that takes
/// it off the L2.
@Command(name = "start")
final class ExitStart extends CliCommand {
    @Option(names = "--network", paramLabel = "NETWORK", required = true)
    String network = "";

    @Option(names = "--amount", paramLabel = "AMOUNT", required = true)
    String amount = "";

    @Option(names = "--token", paramLabel = "ADDRESS|SYMBOL")
    @Nullable
    String token;

    @Option(names = "--from", paramLabel = "ACCOUNT")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "ADDRESS")
    @Nullable
    String to;

    @Option(names = "--through-l1")
    boolean throughL1;

    @Option(names = "--again", paramLabel = "AMOUNT")
    @Nullable
    String again;

    @Option(names = "--portal", paramLabel = "ADDRESS")
    @Nullable
    String portal;

    @Mixin
    NonceOption nonce = new NonceOption();

    @Mixin
    Review.Options review = new Review.Options();

    ExitStart(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws InterruptedException {
        review.requireSafe(shell);
        try (OpenRollup opened = OpenRollup.of(shell, network, from, portal)) {
            ContractCaller contract = new ContractCaller(shell, opened);
            if (throughL1 && contract.isMeant()) {
                return asContract(opened, contract);
            }
            opened.requireKey(shell);
            Address account = opened.account().address();
            ExitDoor door = opened.door();
            ExitPlace place = opened.place();
            requireFirst(door.exits(), opened.l2(), account);
            Address target = Optional.ofNullable(to)
                    .map(text -> AccountPick.address(shell, text))
                    .orElse(account);
            warnOfAnother(target, account);
            ExitState.Way way = throughL1 ? ExitState.Way.THROUGH_L1 : ExitState.Way.SEQUENCER;
            ExitState wanted = wanted(opened, way, target);
            Leaving leaving = Leaving.read(door.exits(), place, List.of(account), SendCommand.PATIENCE);
            forewarn(Forewarned.look(shell, review, opened, leaving), leaving, account, way);
            new CostLines(shell.words(), place, leaving, token != null)
                    .of(account, way)
                    .forEach(line -> shell.progress("cli.verbatim", line));
            Exits.Plan plan = door.exits().begin(opened.l2().chain(), account, wanted);
            shell.progress("cli.exit.kept", plan.id().value());
            return new ExitCarrying(shell, opened.profile(), door, review, nonce.wanted(shell), false)
                    .carry(plan, place, true, ExitWish.NONE, "exit start");
        }
    }

    private void forewarn(Forewarned forewarned, Leaving leaving, Address account, ExitState.Way way) {
        Optional<Wei> cost = leaving instanceof Leaving.Read read
                ? WayCost.of(read, account, way, token != null).map(WayCost::now)
                : Optional.empty();
        forewarned.say(throughL1 ? Forewarning.Wish.FORCED_WITHDRAWAL : Forewarning.Wish.WITHDRAWAL, cost);
        forewarned.dates(way);
    }

    /// Nothing is kept: whoever owns the contract sends it. Its own address is where it is paid out unless another is
    /// named.
    private ExitCode asContract(OpenRollup opened, ContractCaller contract) {
        Address target = Optional.ofNullable(to)
                .map(text -> AccountPick.address(shell, text))
                .orElse(opened.account().address());
        warnOfAnother(target, opened.account().address());
        ExitState wanted = wanted(opened, ExitState.Way.THROUGH_L1, target);
        PayeeChecks.of(opened.place(), opened.account().address(), wanted, SendCommand.PATIENCE)
                .forEach(check -> Review.tell(shell, check));
        return contract.say(
                "exit start",
                L1Orders.withdrawal(opened.place(), opened.account().address(), wanted),
                wanted.token()
                        .map(payable -> new ContractCaller.Moved(
                                Optional.of(new TokenDoor(shell, opened, Objects.requireNonNull(token)).token()),
                                payable.units()))
                        .orElseGet(() -> new ContractCaller.Moved(
                                Optional.empty(), wanted.amount().value())));
    }

    private void warnOfAnother(Address target, Address account) {
        if (!target.equals(account)) {
            shell.progress(token == null ? "cli.exit.other-target" : "cli.exit.other-target.token", target);
        }
    }

    private ExitState wanted(OpenRollup opened, ExitState.Way way, Address target) {
        String wanted = token;
        if (wanted == null) {
            return ExitState.wanted(way, target, amount());
        }
        ExitToken payable = new TokenDoor(shell, opened, wanted)
                .requirePayable(opened.account().address(), amount);
        return ExitState.wanted(way, target, payable);
    }

    private Wei amount() {
        try {
            Wei read = new Wei(TokenAmount.parse(amount, 18).units());
            if (!read.isZero()) {
                return read;
            }
        } catch (IllegalArgumentException unreadable) {
            // Said below.
        }
        throw shell.stop(ExitCode.USAGE, "cli.exit.amount-wrong", amount);
    }

    /// A second withdrawal beside one whose fate is not known takes the amount typed once more.
    private void requireFirst(Exits exits, Network l2, Address account) {
        List<Exits.Plan> unsent = exits.unsent(l2.chain(), account);
        if (!unsent.isEmpty() && !amount.equals(again)) {
            throw shell.stop(
                    ExitCode.REFUSED,
                    "cli.exit.one-under-way",
                    unsent.getFirst().id().value(),
                    amount);
        }
    }
}
