package org.lifeboat.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.NetworkStore;
import org.lifeboat.primitives.ChainId;

/// Table `networks`: those that the user described.
final class NetworkTable implements NetworkStore {
    private final Database database;

    NetworkTable(Database database) {
        this.database = database;
    }

    @Override
    public List<Network> all() {
        return database.read(session -> session.list("SELECT * FROM networks ORDER BY chain", NetworkTable::network));
    }

    @Override
    public Optional<Network> find(ChainId chain) {
        return database.read(
                session -> session.first("SELECT * FROM networks WHERE chain = ?", NetworkTable::network, chain));
    }

    @Override
    public void put(Network network) {
        if (network.origin() != Network.Origin.USER) {
            throw new IllegalArgumentException("only networks of the user's own are stored");
        }
        String layer = switch (network.layer()) {
            case Network.Layer.L1 _ -> "L1";
            case Network.Layer.L2 _ -> "L2";
            case Network.Layer.Sidechain _ -> "SIDECHAIN";
            case Network.Layer.Unstated _ -> "UNSTATED";
        };
        Optional<ChainId> settlesOn =
                network.layer() instanceof Network.Layer.L2(ChainId l1, var _) ? Optional.of(l1) : Optional.empty();
        database.write(session -> session.change(
                "INSERT OR REPLACE INTO networks (chain, name, coin_symbol, layer, settles_on, stack, test_net)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                network.chain(),
                network.name(),
                network.coinSymbol(),
                layer,
                settlesOn,
                network.stack(),
                network.testNet()));
    }

    @Override
    public boolean remove(ChainId chain) {
        return database.write(session -> session.change("DELETE FROM networks WHERE chain = ?", chain)) > 0;
    }

    private static Network network(Row row) throws SQLException {
        String name = row.text("layer");
        Network.Layer layer = switch (name) {
            case "L1" -> new Network.Layer.L1();
            case "L2" -> new Network.Layer.L2(row.chain("settles_on"), row.name("stack", Network.Stack.class));
            case "SIDECHAIN" -> new Network.Layer.Sidechain();
            case "UNSTATED" -> new Network.Layer.Unstated();
            default -> throw new SQLException("unknown layer: " + name);
        };
        return new Network(
                row.chain("chain"),
                row.text("name"),
                row.text("coin_symbol"),
                layer,
                row.flag("test_net"),
                Network.Origin.USER);
    }
}
