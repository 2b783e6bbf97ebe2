package org.lifeboat.engine.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.storage.BalanceStore;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Readings in memory.
public final class MemoryBalances implements BalanceStore {
    private final List<StoredReading> readings = new ArrayList<>();

    @Override
    public synchronized void put(StoredReading reading) {
        remove(
                reading.chain(),
                reading.account(),
                reading.token(),
                reading.assurance().level());
        readings.add(reading);
    }

    @Override
    public synchronized void putAll(List<StoredReading> more) {
        more.forEach(this::put);
    }

    @Override
    public synchronized List<StoredReading> of(ChainId chain, Address account, Optional<Address> token) {
        return of(chain, account).stream()
                .filter(reading -> reading.token().equals(token))
                .toList();
    }

    @Override
    public synchronized List<StoredReading> of(ChainId chain, Address account) {
        return readings.stream()
                .filter(reading ->
                        reading.chain().equals(chain) && reading.account().equals(account))
                .toList();
    }

    @Override
    public synchronized List<StoredReading> all() {
        return List.copyOf(readings);
    }

    @Override
    public synchronized boolean remove(ChainId chain, Address account, Optional<Address> token, Assurance.Level level) {
        return readings.removeIf(reading -> reading.chain().equals(chain)
                && reading.account().equals(account)
                && reading.token().equals(token)
                && reading.assurance().level() == level);
    }

    @Override
    public synchronized void removeAll(ChainId chain) {
        readings.removeIf(reading -> reading.chain().equals(chain));
    }
}
