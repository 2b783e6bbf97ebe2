package org.lifeboat.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.chaincheck.GenesisFile;
import org.lifeboat.engine.chaincheck.GenesisState;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;

/// Finds what a check of an L2 needs: both chains with their sources, blob archives, and what tells this
/// chain from others.
final class CheckDoor {
    /// For one question: whole blocks and witnesses are large.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Shell shell;
    private final Profile profile;
    private final Online online;

    CheckDoor(Shell shell, Profile profile, Online online) {
        this.shell = shell;
        this.profile = profile;
        this.online = online;
    }

    /// @param named content of op-node's file, where the user gave one; kept
    RollupConfig rollup(Network l2, Optional<String> named, Optional<String> l1Config) {
        Rollups rollups =
                new Rollups(NetworkRegistry.bundled(), profile.storage().settings());
        if (named.isPresent()) {
            return switch (rollups.keep(l2, named.get(), l1Config)) {
                case Answer.Proven<RollupConfig>(RollupConfig config) -> config;
                case Answer.Refuted<RollupConfig>(String why) ->
                    throw shell.stop(ExitCode.REFUSED, "chaincheck.rollup-wrong", why);
                case Answer.Unknown<RollupConfig>(Answer.Cause _, String why) ->
                    throw shell.stop(ExitCode.REFUSED, "chaincheck.rollup-wrong", why);
            };
        }
        return rollups.find(l2).orElseThrow(() -> shell.stop(ExitCode.REFUSED, "chaincheck.rollup-unknown", l2.name()));
    }

    /// @param text of the file that the chain's geth begins with
    GenesisState genesis(String text, RollupConfig rollup) {
        return switch (GenesisFile.read(text, rollup)) {
            case Answer.Proven<GenesisState>(GenesisState state) -> state;
            case Answer.Refuted<GenesisState>(String why) ->
                throw shell.stop(ExitCode.REFUSED, "chaincheck.genesis-wrong", why);
            case Answer.Unknown<GenesisState>(Answer.Cause _, String why) ->
                throw shell.stop(ExitCode.REFUSED, "chaincheck.genesis-wrong", why);
        };
    }

    /// Whose withdrawals are looked for.
    List<Address> accounts() {
        return profile.storage().accounts().all().stream().map(Account::address).toList();
    }

    /// @param asksL2 whether servers of the L2 are needed
    CheckPlace place(
            Network l2, @Nullable String portal, RollupConfig rollup, List<BeaconSource> archives, boolean asksL2) {
        ExitPlace chains = new ExitDoor(shell, profile, online).place(l2, portal);
        if (asksL2 && chains.l2Sources().isEmpty()) {
            throw shell.stop(ExitCode.REFUSED, "cli.send.no-source", l2.name());
        }
        if (!chains.portal().equals(rollup.contracts().portal())) {
            throw shell.stop(
                    ExitCode.REFUSED,
                    "chaincheck.portal-differs",
                    rollup.contracts().portal());
        }
        Optional<VerifiedHead> verified = online.follow(chains.l1().chain())
                .map(SyncRound::status)
                .or(() -> online.lastVerified(chains.l1().chain()))
                .flatMap(SyncStatus::finalized);
        return new CheckPlace(chains, archives, rollup, verified);
    }

    /// The beacon nodes of the L1 that the user has, and those named now.
    List<BeaconSource> archives(Network l2, List<String> urls, SourceConsent consent) {
        if (!(l2.layer() instanceof Network.Layer.L2(ChainId l1, var _))) {
            return List.of();
        }
        List<BeaconSource> archives = new ArrayList<>();
        for (String url : urls) {
            SourceConsent.Agreed agreed = consent.ask(l1, url, Optional.empty());
            archives.add(online.beacon(agreed.id(), agreed.insecureToo()));
        }
        archives.addAll(online.beacons(l1));
        return archives;
    }
}
