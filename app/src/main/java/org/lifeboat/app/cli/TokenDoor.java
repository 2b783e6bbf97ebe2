package org.lifeboat.app.cli;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitToken;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.TokenDeposit;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.TokenExit;
import org.lifeboat.rollups.opstack.TokenHolding;

/// What a command about a token of an L2 works with: how the token gets home, and whether so much of it does.
final class TokenDoor {
    private final Shell shell;
    private final OpenRollup opened;
    private final Token token;

    TokenDoor(Shell shell, OpenRollup opened, String wanted) {
        this.shell = shell;
        this.opened = opened;
        this.token = new TokenPick(shell, opened.profile(), opened.l2()).require(wanted);
    }

    Token token() {
        return token;
    }

    BigInteger units(String amount) {
        return new TokenPick(shell, opened.profile(), opened.l2()).units(token, amount);
    }

    /// A token of the standard bridge. Another has no way home that this program knows, and no way in.
    TokenExit.StandardBridge requireStandard() {
        TokenWay way = way();
        Optional<TokenExit> exit = way.seen().map(Exits.TokenSeen::exit);
        if (exit.isPresent() && exit.get() instanceof TokenExit.StandardBridge bridge) {
            return bridge;
        }
        throw shell.stop(exit.isEmpty() ? ExitCode.NO_ANSWER : ExitCode.REFUSED, "cli.verbatim", way.line());
    }

    /// A wish that L1 can pay out, by what is locked there for this token.
    ExitToken requirePayable(Address account, String amount) {
        BigInteger units = units(amount);
        TokenExit.StandardBridge bridge = requireStandard();
        if (!bridge.pays(units)) {
            throw shell.stop(ExitCode.REFUSED, "cli.exit.token.too-little-locked", said(units), said(bridge.locked()));
        }
        held(account)
                .filter(held -> held.compareTo(units) < 0)
                .ifPresent(held -> shell.progress(
                        "cli.exit.token.too-little-held",
                        said(held),
                        opened.l2().name()));
        return ExitToken.of(token, bridge.l1Token(), units);
    }

    private Optional<BigInteger> held(Address account) {
        ExitPlace place = opened.place();
        return opened.door()
                .exits()
                .holding(place, false, token.contract(), account, OpStack.L2_TOKEN_BRIDGE)
                .map(TokenHolding::balance);
    }

    /// Says so where the list has another token of this L2 for the same one on L1.
    void warnOfAnother(Address l1Token) {
        TokenDeposit.listedInstead(TokenList.bundled(), opened.place(), token, l1Token)
                .ifPresent(listed -> shell.progress("cli.deposit.another", listed.contract(), token.contract()));
    }

    String said(BigInteger units) {
        return new TokenAmount(units, token.decimals()).toExactString() + " " + token.symbol();
    }

    private TokenWay way() {
        Address contract = token.contract();
        return new TokenWay(shell, contract, opened.door().exits().token(opened.place(), contract));
    }
}
