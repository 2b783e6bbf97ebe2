package org.lifeboat.ui.balances;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lifeboat.engine.balances.FigureFile;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.EvidenceStore;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.ui.session.Wallet;

/// One figure as a file, with what the profile keeps of evidence about its account.
public final class FigureExport {
    private FigureExport() {}

    /// Reads the disk when it is asked: away from the screen's thread.
    public static Supplier<String> of(Wallet wallet, Network network, Row row) {
        return () -> {
            EvidenceStore evidence = wallet.storage().evidence();
            List<StoredEvidence> kept =
                    evidence.of(network.chain(), row.position().account(), Optional.empty()).stream()
                            .flatMap(id -> evidence.find(id).stream())
                            .toList();
            return FigureFile.write(network, row, kept, wallet.clock().instant());
        };
    }
}
