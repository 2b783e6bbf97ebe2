package org.lifeboat.engine.exit;

import java.math.BigInteger;
import org.lifeboat.engine.storage.TokenStore;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.rollups.opstack.TokenPair;
import org.lifeboat.rollups.opstack.TokenWithdrawal;

/// So much of a token that goes home by the standard bridge.
/// @param units in the token's smallest unit
/// @param symbol as the list or the user has it; empty where neither knows the token
/// @param decimals 0 where neither knows it
public record ExitToken(TokenPair pair, BigInteger units, String symbol, int decimals) {
    public static ExitToken of(Token token, Address l1Token, BigInteger units) {
        return new ExitToken(new TokenPair(token.contract(), l1Token), units, token.symbol(), token.decimals());
    }

    /// Named by the list that comes with the program, or as the user added it.
    static ExitToken named(TokenStore store, ChainId l2, TokenPair pair, BigInteger units) {
        return new Tokens(TokenList.bundled(), store)
                .find(l2, pair.l2Token())
                .map(token -> of(token, pair.l1Token(), units))
                .orElseGet(() -> new ExitToken(pair, units, "", 0));
    }

    /// As a withdrawal carries it.
    static ExitToken named(TokenStore store, ChainId l2, TokenWithdrawal seen) {
        return named(store, l2, new TokenPair(seen.l2Token(), seen.l1Token()), seen.units());
    }

    static ExitToken unnamed(TokenWithdrawal seen) {
        return new ExitToken(new TokenPair(seen.l2Token(), seen.l1Token()), seen.units(), "", 0);
    }

    /// The exact amount with its symbol, or in smallest units with the token's address.
    public String said() {
        String amount = new TokenAmount(units, decimals).toExactString();
        return amount + " " + (symbol.isEmpty() ? pair.l2Token().toChecksum() : symbol);
    }

    /// Whether this is what a withdrawal brings home.
    boolean is(TokenWithdrawal seen) {
        return seen.l2Token().equals(pair.l2Token())
                && seen.l1Token().equals(pair.l1Token())
                && seen.units().equals(units);
    }
}
