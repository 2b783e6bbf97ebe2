package org.lifeboat.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.storage.SettingStore;

/// Table `settings`.
final class SettingTable implements SettingStore {
    private final Database database;

    SettingTable(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> settings = new LinkedHashMap<>();
        database.read(session -> session.list(
                        "SELECT * FROM settings ORDER BY name", row -> Map.entry(row.text("name"), row.text("value"))))
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
        return Map.copyOf(settings);
    }

    @Override
    public Optional<String> find(String name) {
        return database.read(
                session -> session.first("SELECT value FROM settings WHERE name = ?", row -> row.text("value"), name));
    }

    @Override
    public void put(String name, String value) {
        database.write(
                session -> session.change("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", name, value));
    }

    @Override
    public boolean remove(String name) {
        return database.write(session -> session.change("DELETE FROM settings WHERE name = ?", name)) > 0;
    }
}
