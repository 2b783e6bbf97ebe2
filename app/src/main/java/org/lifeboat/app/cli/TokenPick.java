package org.lifeboat.app.cli;

import java.math.BigInteger;
import java.util.List;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.TokenAmount;

/// Finds the token that a command line means, and the amount of it.
record TokenPick(Shell shell, Profile profile, Network network) {
    /// @param wanted its address, or its symbol where no other known token of the network has the same
    Token require(String wanted) {
        List<Token> fitting = profile.tokens().of(network.chain()).stream()
                .filter(one -> one.symbol().equals(wanted)
                        || one.contract().toChecksum().equalsIgnoreCase(wanted))
                .toList();
        if (fitting.size() != 1) {
            throw shell.stop(ExitCode.REFUSED, "cli.token.unknown", wanted, network.name());
        }
        return fitting.getFirst();
    }

    /// In smallest units, and more than none.
    BigInteger units(Token token, String amount) {
        try {
            BigInteger units = TokenAmount.parse(amount, token.decimals()).units();
            if (units.signum() > 0) {
                return units;
            }
        } catch (IllegalArgumentException unreadable) {
            // Said below.
        }
        throw shell.stop(ExitCode.USAGE, "cli.send.amount-wrong", amount, token.decimals());
    }
}
