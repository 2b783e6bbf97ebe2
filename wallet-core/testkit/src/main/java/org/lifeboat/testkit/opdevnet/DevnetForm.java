package org.lifeboat.testkit.opdevnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lifeboat.testkit.opdevnet.DevnetOptions.Batches;
import org.lifeboat.testkit.opdevnet.DevnetOptions.Contracts;
import org.lifeboat.testkit.opdevnet.DevnetOptions.Data;

/// In which form a devnet's contracts and batches are: what a story must not notice.
/// @param brotli whether channels are compressed by Brotli, else by zlib
/// @param karst whether Karst begins some seconds after genesis, else Jovian stays
public record DevnetForm(Contracts contracts, Data data, Batches batches, boolean brotli, boolean karst) {
    /// Today's contracts, and batches as the programs make them when nobody says more.
    static final DevnetForm USUAL = new DevnetForm(Contracts.CURRENT, Data.CALLDATA, Batches.SPAN, false, false);

    /// Late enough that blocks of both forks are derived.
    private static final int KARST_AT = 15;

    /// Odd, so that as many seeds as there are forms lead through all of them, and neighbours differ in much.
    private static final int STRIDE = 11;

    /// Every one there is.
    public static List<DevnetForm> all() {
        List<DevnetForm> all = new ArrayList<>();
        for (Contracts contracts : Contracts.values()) {
            for (Data data : Data.values()) {
                for (Batches batches : Batches.values()) {
                    for (boolean brotli : List.of(false, true)) {
                        for (boolean karst : List.of(false, true)) {
                            all.add(new DevnetForm(contracts, data, batches, brotli, karst));
                        }
                    }
                }
            }
        }
        return all;
    }

    /// The one that a seed gives a story: another for its neighbours, and for the next seed.
    public static DevnetForm rotated(long seed, String story) {
        List<DevnetForm> all = all();
        return all.get((int) Math.floorMod(seed * STRIDE + story.hashCode(), (long) all.size()));
    }

    /// With geth as L1: anvil's proofs are now and then of another block while it mines one.
    public DevnetOptions on(DevnetOptions options) {
        DevnetOptions formed =
                options.data(data).with("l1", "geth").contracts(contracts).batches(batches);
        DevnetOptions compressed = brotli ? formed.brotli() : formed;
        return karst ? compressed.karstAt(KARST_AT) : compressed;
    }

    /// As `current-blobs-span-brotli-karst`; a filter names parts of it.
    @Override
    public String toString() {
        return String.join(
                        "-",
                        contracts == Contracts.CURRENT ? "current" : "first",
                        data.name(),
                        batches.name(),
                        brotli ? "brotli" : "zlib",
                        karst ? "karst" : "jovian")
                .toLowerCase(Locale.ROOT);
    }
}
