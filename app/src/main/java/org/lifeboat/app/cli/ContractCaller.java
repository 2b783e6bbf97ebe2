package org.lifeboat.app.cli;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.OwnName;
import org.lifeboat.engine.send.SendAmount;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.TokenHolding;
import tools.jackson.databind.node.ObjectNode;

/// An account that is a contract on L1. No key signs for it, and through L1 the L2 sees it under another name: where
/// that one has the money, the call is said that the contract has to make by the means of its own.
final class ContractCaller {
    private static final int COIN_DECIMALS = 18;

    private final Shell shell;
    private final OpenRollup opened;
    private Optional<Address> alias = Optional.empty();

    ContractCaller(Shell shell, OpenRollup opened) {
        this.shell = shell;
        this.opened = opened;
    }

    /// What is to be moved on the L2.
    /// @param token empty for the coin
    /// @param units in its smallest unit
    record Moved(Optional<Token> token, BigInteger units) {}

    /// @param assurance how far it was checked
    private record Held(BigInteger units, Assurance assurance) {}

    /// Whether the account is one.
    boolean isMeant() {
        alias = OwnName.of(opened.place(), opened.account(), SendCommand.PATIENCE)
                        instanceof OwnName.Another(Address seen)
                ? Optional.of(seen)
                : Optional.empty();
        return alias.isPresent();
    }

    /// To be asked only where [#isMeant] said so.
    ExitCode say(String command, SendOrder order, Moved moved) {
        Address contract = opened.account().address();
        Address seen = alias.orElseThrow();
        String l2 = opened.l2().name();
        Held held = held(seen, moved)
                .orElseThrow(() -> shell.stop(ExitCode.NO_ANSWER, "cli.exit.aliased.unread", contract, seen, l2));
        String amount = amount(moved, held.units());
        if (held.units().compareTo(moved.units()) < 0) {
            throw shell.stop(ExitCode.REFUSED, "cli.exit.aliased", contract, seen, amount, l2);
        }
        BigInteger value = order.amount() instanceof SendAmount.Exactly(BigInteger exactly) ? exactly : BigInteger.ZERO;
        ObjectNode call = JsonDocument.object();
        call.put("to", order.to().toChecksum());
        call.put("value", value.toString());
        call.put("data", order.data().toHex());
        ObjectNode json = JsonDocument.object();
        json.put("contract", contract.toChecksum());
        json.put("alias", seen.toChecksum());
        json.put("aliasHolds", held.units().toString());
        json.put("assurance", ExitLines.assurance(held.assurance()));
        json.set("call", call);
        String l1 = opened.place().l1().name();
        List<String> lines = List.of(
                shell.words().say("cli.exit.contract", contract, l1, seen, l2, amount),
                shell.words().say("cli.exit.contract.worth." + ExitLines.assurance(held.assurance())),
                shell.words().say("cli.exit.contract.to", order.to().toChecksum()),
                shell.words().say("cli.exit.contract.value", value.toString()),
                shell.words().say("cli.exit.contract.data", order.data().toHex()));
        shell.answer(command, json, out -> lines.forEach(out::println));
        return ExitCode.DONE;
    }

    private Optional<Held> held(Address seen, Moved moved) {
        if (moved.token().isEmpty()) {
            return OwnName.held(opened.place(), seen, SendCommand.PATIENCE)
                    .map(held -> new Held(held.coin().value(), held.assurance()));
        }
        return opened.door()
                .exits()
                .holding(opened.place(), false, moved.token().get().contract(), seen, OpStack.L2_TOKEN_BRIDGE)
                .map(TokenHolding::balance)
                .map(units -> new Held(units, Assurance.CLAIMED)); // How far its code's state was proven is not told.
    }

    private String amount(Moved moved, BigInteger units) {
        return moved.token()
                .map(token -> new TokenAmount(units, token.decimals()).toExactString() + " " + token.symbol())
                .orElseGet(() -> new TokenAmount(units, COIN_DECIMALS).toExactString() + " "
                        + opened.l2().coinSymbol());
    }
}
