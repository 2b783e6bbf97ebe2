package org.lifeboat.engine.balances;

import java.time.Duration;
import java.util.List;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.BlockRef;

/// One network's part of the sheet: whole in itself, also when others are still missing.
/// @param disagreements what sources were caught with, in this refresh or earlier and not trusted again since
public record NetworkReport(
        Network network, State state, List<Row> rows, List<Disagreement> disagreements, List<Note> notes) {
    public NetworkReport {
        rows = List.copyOf(rows);
        disagreements = List.copyOf(disagreements);
        notes = List.copyOf(notes);
    }

    public sealed interface State {
        /// Nothing was asked since the program started; rows are from earlier, or not asked.
        record Remembered() implements State {}

        /// Read at one block.
        /// @param source who was read
        /// @param sourcesAgreeing how many sources named this very header, the first one included
        record Read(SourceId source, BlockRef block, int sourcesAgreeing, Duration took) implements State {}

        /// No source gave usable answers; the notes say why, source by source.
        record Unread(Duration took) implements State {}
    }

    /// Whether each row has a figure from this refresh.
    public boolean complete() {
        return rows.stream().allMatch(row -> row.newest() instanceof Figure.Known);
    }
}
