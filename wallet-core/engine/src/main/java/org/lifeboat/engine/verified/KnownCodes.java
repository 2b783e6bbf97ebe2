package org.lifeboat.engine.verified;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.trie.AccountState;

/// Codes that were fetched before, by their hash, and which hash an address had last: code is long and hardly
/// ever changes. An address's hash is only a guess what to ask for; the state proves it anew each time.
/// Thread-safe.
public final class KnownCodes {
    private static final int CAPACITY_BYTES = 8 << 20;
    private static final int ADDRESSES = 2_000;

    private final Map<Hash32, Bytes> codes = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Place, Hash32> lastSeen = new LinkedHashMap<>(64, 0.75f, true);
    private int bytes;

    private record Place(ChainId chain, Address address) {}

    synchronized Optional<Bytes> find(Hash32 hash) {
        return hash.equals(AccountState.NO_CODE) ? Optional.of(Bytes.EMPTY) : Optional.ofNullable(codes.get(hash));
    }

    /// What the address ran when it was last looked at.
    synchronized Optional<Bytes> lastAt(ChainId chain, Address address) {
        return Optional.ofNullable(lastSeen.get(new Place(chain, address))).flatMap(this::find);
    }

    synchronized void add(Bytes code) {
        if (codes.put(Keccak256.hash(code), code) == null) {
            bytes += code.size();
        }
        var oldest = codes.values().iterator();
        while (bytes > CAPACITY_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().size();
            oldest.remove();
        }
    }

    synchronized void note(ChainId chain, Address address, Hash32 codeHash) {
        lastSeen.put(new Place(chain, address), codeHash);
        if (lastSeen.size() > ADDRESSES) {
            var oldest = lastSeen.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
