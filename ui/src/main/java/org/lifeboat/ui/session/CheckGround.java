package org.lifeboat.ui.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.chaincheck.CheckPlaces;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWatch;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Computes blocks of an L2 here, with what a profile has for it.
public final class CheckGround {
    /// For one question to one source.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wallet wallet;
    private final CheckPlaces checks;

    public CheckGround(Wallet wallet) {
        this.wallet = wallet;
        this.checks = new CheckPlaces(
                new Rollups(NetworkRegistry.bundled(), wallet.storage().settings()));
    }

    /// @param key of the sentence
    public record Lacking(String key, String argument) {}

    /// What a check takes and is not there. Asks nobody.
    public Optional<Lacking> lacking(ExitPlace chains) {
        String name = chains.l2().name();
        return switch (checks.find(chains, List.of(), Optional.empty())) {
            case CheckPlaces.Found.Whole _ -> Optional.empty();
            case CheckPlaces.Found.NoRollup() -> Optional.of(new Lacking("truth.none.rollup", name));
            case CheckPlaces.Found.NoL2Source() -> Optional.of(new Lacking("truth.none.source", name));
            case CheckPlaces.Found.OtherPortal(Address named) ->
                Optional.of(new Lacking("truth.none.portal", named.toChecksum()));
        };
    }

    /// Runs as long as it takes, or until `watch` ends it.
    /// @throws IllegalStateException if what was there for it is gone
    public CheckReport check(ExitPlace chains, CheckWish wish, CheckWatch watch) {
        ChainId l1 = chains.l1().chain();
        var verified = wallet.follow(l1)
                .map(SyncRound::status)
                .or(() -> wallet.verified(l1))
                .flatMap(SyncStatus::finalized);
        if (checks.find(chains, wallet.beacons(l1), verified) instanceof CheckPlaces.Found.Whole whole) {
            CheckReport report = new ChainChecks(PATIENCE).check(whole.place(), wish, watch);
            report.keepNewest(wallet.storage().evidence(), chains.l2().chain());
            return report;
        }
        throw new IllegalStateException("what was there for the check is gone");
    }
}
