package org.lifeboat.engine.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.bundled.BundledJson;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// A checkpoint that came with the program.
/// @param root of the beacon block at `slot`
/// @param date the day of that block
/// @param cite where the root was read
public record BuiltInCheckpoint(ChainId chain, Hash32 root, long slot, LocalDate date, String cite) {
    /// The file's form.
    private record Document(String about, List<Entry> checkpoints) {}

    private record Entry(long chainId, String root, long slot, String date, String cite) {}

    /// The newest one for a chain.
    public static Optional<BuiltInCheckpoint> of(ChainId chain) {
        return BundledJson.read("checkpoints/checkpoints.json", Document.class).checkpoints().stream()
                .filter(entry -> entry.chainId() == chain.value())
                .findFirst()
                .map(entry -> new BuiltInCheckpoint(
                        chain,
                        Hash32.fromHex(entry.root()),
                        entry.slot(),
                        LocalDate.parse(entry.date()),
                        entry.cite()));
    }
}
