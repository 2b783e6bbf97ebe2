package org.lifeboat.evm.code;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Codes by hash, the least recently used forgotten first. May be shared between runs and threads.
public final class CodeCache {
    private final int capacityBytes;
    private final Map<Hash32, Code> codes = new LinkedHashMap<>(64, 0.75f, true);
    private int bytes;

    /// @param capacityBytes how much code is kept at most
    public CodeCache(int capacityBytes) {
        this.capacityBytes = capacityBytes;
    }

    /// The code with that hash; `load` is asked where it is not here.
    public Code get(Hash32 hash, Function<Hash32, Bytes> load) {
        Code known = find(hash);
        if (known.hash().equals(hash)) {
            return known;
        }
        Code code = Code.of(load.apply(hash).toArray(), hash);
        add(code);
        return code;
    }

    private synchronized Code find(Hash32 hash) {
        return codes.getOrDefault(hash, Code.EMPTY);
    }

    private synchronized void add(Code code) {
        if (codes.put(code.hash(), code) == null) {
            bytes += code.size();
        }
        var oldest = codes.values().iterator();
        while (bytes > capacityBytes && oldest.hasNext()) {
            bytes -= oldest.next().size();
            oldest.remove();
        }
    }
}
