package org.lifeboat.ui.window;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.chain.ChainView;
import org.lifeboat.ui.chain.ChainViewModel;
import org.lifeboat.ui.chain.WalletChain;
import org.lifeboat.ui.exits.ExitNews;
import org.lifeboat.ui.exits.ExitNewsWatch;
import org.lifeboat.ui.exits.ExitsView;
import org.lifeboat.ui.exits.ExitsViewModel;
import org.lifeboat.ui.exits.WalletExits;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.truth.TruthForm;
import org.lifeboat.ui.truth.TruthView;
import org.lifeboat.ui.truth.TruthViewModel;
import org.lifeboat.ui.truth.WalletTruth;
import org.lifeboat.ui.withdraw.WalletWithdrawals;
import org.lifeboat.ui.withdraw.WithdrawForm;
import org.lifeboat.ui.withdraw.WithdrawView;
import org.lifeboat.ui.withdraw.WithdrawViewModel;

/// Makes the pages about leaving a layer 2. What was read last of the exits outlives their page.
final class ExitScreens {
    private final Wallet wallet;
    private final Tasks tasks;
    private final ExitsViewModel exits;
    private final ExitNewsWatch watch;
    private final Map<ChainId, TruthViewModel> checks = new HashMap<>();

    /// @param tell says what became of exits
    ExitScreens(Wallet wallet, Tasks tasks, Consumer<List<ExitNews>> tell) {
        this.wallet = wallet;
        this.tasks = tasks;
        this.exits = new ExitsViewModel(new WalletExits(wallet), tasks, wallet.clock());
        this.watch = new ExitNewsWatch(wallet, tasks, news -> {
            exits.load(); // what the page shows is older than the news
            tell.accept(news);
        });
    }

    ExitNewsWatch watch() {
        return watch;
    }

    /// What is kept of the page, and what is shown of it, is read anew.
    void lookAgain() {
        exits.load();
    }

    Page exits(Surroundings around, Navigation navigation) {
        exits.load();
        return new ExitsView(
                around,
                exits.screen(),
                new ExitsView.Actions() {
                    @Override
                    public void look() {
                        exits.load();
                    }

                    @Override
                    public void find(Network l2, Address account, Optional<Duration> back) {
                        exits.find(l2, account, back);
                    }

                    @Override
                    public void giveUp() {
                        exits.giveUp();
                    }
                },
                navigation);
    }

    /// @param forced whether it is about what goes through L1
    Page withdraw(Surroundings around, Navigation navigation, ChainId l2, boolean forced) {
        WithdrawViewModel model = new WithdrawViewModel(new WalletWithdrawals(wallet), tasks);
        model.load(l2, forced);
        return new WithdrawView(
                around,
                model.screen(),
                new WithdrawView.Actions() {
                    @Override
                    public void choose(WithdrawForm.Purpose purpose) {
                        model.choose(purpose);
                    }

                    @Override
                    public void waitAndTell() {
                        model.waitAndTell();
                    }

                    @Override
                    public void choose(WithdrawForm form) {
                        model.choose(form);
                    }

                    @Override
                    public void go(WithdrawForm form) {
                        model.go(form);
                    }

                    @Override
                    public void again() {
                        model.load(l2, forced);
                    }

                    @Override
                    public void giveUp() {
                        model.giveUp();
                    }
                },
                navigation,
                forced);
    }

    Page chain(Surroundings around, Navigation navigation, ChainId l2) {
        ChainViewModel model = new ChainViewModel(new WalletChain(wallet), tasks);
        model.load(l2);
        return new ChainView(around, model.screen(), () -> model.load(l2), model::giveUp, navigation);
    }

    /// A check goes on while its page is not in sight, so its model outlives the page.
    Page truth(Surroundings around, Navigation navigation, ChainId l2) {
        TruthViewModel model =
                checks.computeIfAbsent(l2, chain -> new TruthViewModel(new WalletTruth(wallet), tasks, chain));
        model.load();
        return new TruthView(
                around,
                model.screen(),
                new TruthView.Actions() {
                    @Override
                    public void fill(TruthForm form) {
                        model.fill(form);
                    }

                    @Override
                    public void begin(TruthForm form) {
                        model.begin(form);
                    }

                    @Override
                    public void end() {
                        model.end();
                    }

                    @Override
                    public void again() {
                        model.load();
                    }
                },
                navigation,
                l2);
    }
}
