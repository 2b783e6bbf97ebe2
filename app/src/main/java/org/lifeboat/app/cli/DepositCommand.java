package org.lifeboat.app.cli;

import java.math.BigInteger;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitToken;
import org.lifeboat.engine.exit.L1Orders;
import org.lifeboat.engine.exit.TokenDeposit;
import org.lifeboat.engine.send.Following;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.TokenExit;
import picocli.CommandLine.Command;

/// `lifeboat deposit`: brings coin, or a token of the standard bridge, from L1 to an L2 of the OP Stack.
@Command(name = "deposit")
final class DepositCommand extends ThroughL1 {
    DepositCommand(Shell shell) {
        super(shell);
    }

    @Override
    SendOrder order(ExitPlace place, Address account, Address to, Wei amount) {
        return L1Orders.deposit(place, account, to, amount);
    }

    /// First the allowance, of just the amount; then, once it is in a block, the deposit.
    @Override
    Step step(OpenRollup opened, TokenDoor door, Address to, String amount) {
        Profile profile = opened.profile();
        TokenExit.StandardBridge bridge = door.requireStandard();
        door.warnOfAnother(bridge.l1Token());
        TokenDeposit.Wish wish = new TokenDeposit.Wish(
                opened.account().address(),
                to,
                ExitToken.of(door.token(), bridge.l1Token(), door.units(amount)),
                bridge);
        TokenDeposit next = TokenDeposit.next(
                opened.door().exits(),
                new Activity(profile.storage()),
                new Following(profile.storage(), profile.clock()),
                opened.place(),
                wish,
                SendCommand.PATIENCE);
        String l1 = opened.place().l1().name();
        return switch (next) {
            case TokenDeposit.Offered(TokenDeposit.Step step, SendOrder order) -> {
                shell.progress("cli.deposit.step." + step, l1);
                yield new Step(step.name(), order);
            }
            case TokenDeposit.Waits(Hash32 hash) -> throw shell.stop(ExitCode.REFUSED, "cli.deposit.waits", hash);
            case TokenDeposit.TooLittle(BigInteger held) ->
                throw shell.stop(ExitCode.REFUSED, "cli.deposit.too-little", door.said(held), l1);
            case TokenDeposit.Silent _ -> throw shell.stop(ExitCode.NO_ANSWER, "cli.deposit.silent", l1);
        };
    }

    @Override
    Address unlessNamed(Address account) {
        return account;
    }

    @Override
    boolean movesWhatIsThere() {
        return false;
    }

    /// What L1's money does on L1 is said by its review.
    @Override
    void forewarn(OpenRollup opened) {}

    @Override
    String command() {
        return "deposit";
    }
}
