package org.lifeboat.ui.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.chaincheck.CheckPlaces;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWatch;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.GenesisFile;
import org.lifeboat.engine.chaincheck.GenesisState;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.MadeHere;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.ChainId;

/// Computes blocks of an L2 here, with what a profile has for it.
public final class CheckGround {
    /// For one question to one source.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// Name of the setting that says where the file lies that a chain began with.
    private static final String GENESIS = "check.genesis.";

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
        return lacking(chains, checks.find(chains, List.of(), Optional.empty()));
    }

    /// As [#lacking], for a check that asks no source of the L2.
    public Optional<Lacking> lackingAlone(ExitPlace chains) {
        return lacking(chains, checks.alone(chains, List.of(), Optional.empty()));
    }

    private static Optional<Lacking> lacking(ExitPlace chains, CheckPlaces.Found found) {
        String name = chains.l2().name();
        return switch (found) {
            case CheckPlaces.Found.Whole _ -> Optional.empty();
            case CheckPlaces.Found.NoRollup() -> Optional.of(new Lacking("truth.none.rollup", name));
            case CheckPlaces.Found.NoL2Source() -> Optional.of(new Lacking("truth.none.source", name));
            case CheckPlaces.Found.OtherPortal(Address named) ->
                Optional.of(new Lacking("truth.none.portal", named.toChecksum()));
        };
    }

    /// Until what the operator leaves out comes about; zero where the chain is not known.
    public Duration window(Network l2) {
        return checks.sequencingWindow(l2).orElse(Duration.ZERO);
    }

    /// Path of the file that was taken last as the chain's beginning; may be empty.
    public String genesis(Network l2) {
        return wallet.storage().settings().find(GENESIS + l2.chain()).orElse("");
    }

    /// What came of a file.
    public sealed interface Beginning {
        record Taken(GenesisState state) implements Beginning {}

        /// @param key of the sentence
        record Wrong(String key, String argument) implements Beginning {}
    }

    /// Reads the file that a chain began with, and remembers where it lies.
    public Beginning begin(Network l2, String path) {
        try {
            Path file = Path.of(path);
            return Files.size(file) > GenesisFile.LARGEST
                    ? new Beginning.Wrong("chaincheck.file-large", path)
                    : begin(l2, path, Files.readString(file));
        } catch (InvalidPathException noPath) {
            return new Beginning.Wrong("file.noPath", "");
        } catch (IOException unreadable) {
            return new Beginning.Wrong("file.unreadable", "");
        }
    }

    private Beginning begin(Network l2, String path, String content) {
        return switch (checks.beginning(l2, content)) {
            case Answer.Proven<GenesisState>(GenesisState state) -> {
                wallet.storage().settings().put(GENESIS + l2.chain(), path);
                yield new Beginning.Taken(state);
            }
            case Answer.Refuted<GenesisState>(String why) -> new Beginning.Wrong("chaincheck.genesis-wrong", why);
            case Answer.Unknown<GenesisState>(Answer.Cause _, String _) ->
                new Beginning.Wrong("truth.none.rollup", l2.name());
        };
    }

    /// Runs as long as it takes, or until `watch` ends it.
    /// @throws IllegalStateException if what was there for it is gone
    public CheckReport check(ExitPlace chains, CheckWish wish, CheckWatch watch) {
        if (checks.find(chains, beacons(chains), verified(chains)) instanceof CheckPlaces.Found.Whole whole) {
            return check(whole.place(), wish, watch);
        }
        throw new IllegalStateException("what was there for the check is gone");
    }

    /// A check from a chain's first block on.
    /// @param taken what of the blocks that were made here is the user's, and kept
    public record Made(CheckReport report, Optional<MadeHere.Taken> taken) {}

    /// As [#check], without any source of the L2.
    public Made check(ExitPlace chains, GenesisState beginning, CheckWish wish, CheckWatch watch) {
        List<Address> accounts =
                wallet.storage().accounts().all().stream().map(Account::address).toList();
        if (!(checks.alone(chains, beacons(chains), verified(chains)) instanceof CheckPlaces.Found.Whole whole)) {
            throw new IllegalStateException("what was there for the check is gone");
        }
        CheckReport report = check(whole.place().from(beginning, accounts), wish, watch);
        MadeHere made = new MadeHere(wallet.storage(), wallet.clock(), PATIENCE);
        return new Made(
                report,
                report.newest()
                        .map(newest -> made.take(
                                chains,
                                new MadeHere.Newest(newest.header(), newest.state(), report.l1Verified()),
                                newest.sent(),
                                accounts)));
    }

    private CheckReport check(CheckPlace place, CheckWish wish, CheckWatch watch) {
        CheckReport report = new ChainChecks(PATIENCE).check(place, wish, watch);
        report.keepNewest(wallet.storage().evidence(), place.chains().l2().chain());
        return report;
    }

    private List<BeaconSource> beacons(ExitPlace chains) {
        return wallet.beacons(chains.l1().chain());
    }

    private Optional<VerifiedHead> verified(ExitPlace chains) {
        ChainId l1 = chains.l1().chain();
        return wallet.follow(l1)
                .map(SyncRound::status)
                .or(() -> wallet.verified(l1))
                .flatMap(SyncStatus::finalized);
    }
}
