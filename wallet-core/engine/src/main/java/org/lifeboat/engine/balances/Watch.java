package org.lifeboat.engine.balances;

import java.util.ArrayList;
import java.util.List;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;

/// What to read on one network, and whom to ask.
/// @param sources in the user's order; confirmed ones only
/// @param tokens of this network only
public record Watch(Network network, List<Source> sources, List<Address> accounts, List<Token> tokens) {
    public Watch {
        sources = List.copyOf(sources);
        accounts = List.copyOf(accounts);
        tokens = List.copyOf(tokens);
    }

    /// Every position, account by account, the coin first.
    List<Position> positions() {
        List<Position> positions = new ArrayList<>();
        for (Address account : accounts) {
            positions.add(new Position(account, coin()));
            for (Token token : tokens) {
                positions.add(new Position(account, asset(token)));
            }
        }
        return positions;
    }

    /// Those of some tokens only, token by token.
    List<Position> positions(List<Token> some) {
        List<Position> positions = new ArrayList<>();
        for (Token token : some) {
            for (Address account : accounts) {
                positions.add(new Position(account, asset(token)));
            }
        }
        return positions;
    }

    /// @param account its place in [#accounts]
    Position position(int account, Token token) {
        return new Position(accounts.get(account), asset(token));
    }

    Asset coin() {
        return new Asset.Coin(network);
    }

    Asset asset(Token token) {
        return new Asset.Erc20(token, network.testNet());
    }
}
