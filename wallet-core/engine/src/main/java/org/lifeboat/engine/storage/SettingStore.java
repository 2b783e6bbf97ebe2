package org.lifeboat.engine.storage;

import java.util.Map;
import java.util.Optional;

/// Small choices of the user, by name. Nothing secret.
public interface SettingStore {
    Map<String, String> all();

    Optional<String> find(String name);

    void put(String name, String value);

    /// @return whether there was one
    boolean remove(String name);
}
