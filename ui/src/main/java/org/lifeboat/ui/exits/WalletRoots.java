package org.lifeboat.ui.exits;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitRoots;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.ui.exits.RootsScreen.NoWay;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WayOut;

/// The desk of a real profile.
public final class WalletRoots implements RootsDesk {
    /// For each source.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wallet wallet;
    private final Exits exits;
    private final ExitRoots roots;

    public WalletRoots(Wallet wallet) {
        this.wallet = wallet;
        this.exits = new Exits(wallet.storage(), wallet.clock(), PATIENCE);
        this.roots = new ExitRoots(wallet.storage(), wallet.clock(), PATIENCE);
    }

    @Override
    public RootsScreen roots(PlanStore.Id exit) {
        return at(exit, (plan, place) -> switch (roots.read(
                exits.look(plan, place).plan(), place)) {
            case ExitRoots.Seen.Read(List<RootOffer> all, Assurance assurance) ->
                new RootsScreen.Shown(exit, all, assurance, wallet.clock().instant());
            case ExitRoots.Seen.NotNow _ -> NoWay.because("exits.root.notNow");
            case ExitRoots.Seen.Silent(String why) -> NoWay.because("exits.silent", why);
        });
    }

    @Override
    public RootsScreen choose(PlanStore.Id exit, RootOffer root) {
        return at(exit, (plan, place) -> switch (roots.choose(plan, place, ExitRoots.Named.of(root))) {
            case ExitRoots.Chosen.Kept _ -> new RootsScreen.Kept(exit);
            case ExitRoots.Chosen.Refused(RootOffer now, RootOffer.Refusal why) -> new RootsScreen.Refused(now, why);
            case ExitRoots.Chosen.Unknown _ -> NoWay.because("exits.root.gone");
            case ExitRoots.Chosen.NotNow _ -> NoWay.because("exits.root.notNow");
            case ExitRoots.Chosen.Silent(String why) -> NoWay.because("exits.silent", why);
        });
    }

    private RootsScreen at(PlanStore.Id exit, BiFunction<Exits.Plan, ExitPlace, RootsScreen> asked) {
        Optional<Exits.Plan> plan = exits.find(exit);
        if (plan.isEmpty()) {
            return NoWay.because("exits.offer.unknown");
        }
        return switch (WayOut.of(wallet, plan.get().chain())) {
            case WayOut.Whole(ExitPlace place) -> asked.apply(plan.get(), place);
            case WayOut.None(String key, String argument) -> NoWay.because(key, argument);
        };
    }
}
