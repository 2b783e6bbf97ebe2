package org.lifeboat.app.world;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.GenesisFile;
import org.lifeboat.engine.chaincheck.GenesisState;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.MadeHere;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Answer;
import org.lifeboat.sandbox.rollup.RollupFiles;

/// The file that a world's rollup began with, and what comes of it and of L1 alone: of the L2 nobody is asked.
/// @param genesis as geth reads it
record WorldBeginning(WorldWallet wallet, String genesis) {
    static WorldBeginning of(WorldWallet wallet) {
        return new WorldBeginning(wallet, RollupFiles.genesis(wallet.rollup()).toString());
    }

    /// As if every server of the L2 were gone.
    ExitPlace withoutL2() {
        ExitPlace all = wallet.place();
        return new ExitPlace(all.l2(), List.of(), all.l1(), all.l1Sources(), all.portal());
    }

    CheckReport check(CheckWish wish) {
        return check(wish, Optional.empty());
    }

    /// @param verified the newest block of L1 that the light client treats as final
    CheckReport check(CheckWish wish, Optional<VerifiedHead> verified) {
        return check(withoutL2(), wish, verified);
    }

    CheckReport check(ExitPlace chains, CheckWish wish, Optional<VerifiedHead> verified) {
        if (!(GenesisFile.read(genesis, wallet.rollup().config())
                instanceof Answer.Proven<GenesisState>(GenesisState state))) {
            throw new IllegalArgumentException("not the beginning of this chain");
        }
        CheckPlace where = new CheckPlace(
                        chains,
                        wallet.online().beacons(WorldWallet.L1.chain()),
                        wallet.rollup().config(),
                        verified)
                .from(state, List.of(wallet.own()));
        return new ChainChecks(WorldWallet.PATIENCE).check(where, wish, _ -> true);
    }

    /// What of it is the user's is kept.
    MadeHere.Taken keep(CheckReport report) {
        report.keepNewest(wallet.storage().evidence(), WorldWallet.L2.chain());
        CheckReport.Recomputed newest = report.newest().orElseThrow();
        return new MadeHere(wallet.storage(), wallet.profile().clock(), WorldWallet.PATIENCE)
                .take(
                        wallet.place(),
                        new MadeHere.Newest(newest.header(), newest.state(), report.l1Verified()),
                        newest.sent(),
                        List.of(wallet.own()));
    }
}
