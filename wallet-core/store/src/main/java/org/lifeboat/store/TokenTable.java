package org.lifeboat.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.storage.TokenStore;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Table `tokens`: those that the user added.
final class TokenTable implements TokenStore {
    private final Database database;

    TokenTable(Database database) {
        this.database = database;
    }

    @Override
    public List<Token> of(ChainId chain) {
        return database.read(session -> session.list(
                "SELECT * FROM tokens WHERE chain = ? ORDER BY symbol, contract", TokenTable::token, chain));
    }

    @Override
    public List<Token> all() {
        return database.read(
                session -> session.list("SELECT * FROM tokens ORDER BY chain, symbol, contract", TokenTable::token));
    }

    @Override
    public Optional<Token> find(ChainId chain, Address contract) {
        return database.read(session -> session.first(
                "SELECT * FROM tokens WHERE chain = ? AND contract = ?", TokenTable::token, chain, contract));
    }

    @Override
    public void put(Token token) {
        if (token.asset().isPresent() || token.pin().isPresent()) {
            throw new IllegalArgumentException("only the bundled list groups and pins tokens");
        }
        database.write(session -> session.change(
                "INSERT OR REPLACE INTO tokens (chain, contract, name, symbol, decimals) VALUES (?, ?, ?, ?, ?)",
                token.chain(),
                token.contract(),
                token.name(),
                token.symbol(),
                token.decimals()));
    }

    @Override
    public boolean remove(ChainId chain, Address contract) {
        return database.write(session ->
                        session.change("DELETE FROM tokens WHERE chain = ? AND contract = ?", chain, contract))
                > 0;
    }

    private static Token token(Row row) throws SQLException {
        return new Token(
                row.chain("chain"),
                row.address("contract"),
                row.text("name"),
                row.text("symbol"),
                row.smallNumber("decimals"),
                Optional.empty(),
                Optional.empty());
    }
}
