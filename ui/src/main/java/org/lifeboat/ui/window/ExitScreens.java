package org.lifeboat.ui.window;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.chain.ChainView;
import org.lifeboat.ui.chain.ChainViewModel;
import org.lifeboat.ui.chain.WalletChain;
import org.lifeboat.ui.disputes.DisputesView;
import org.lifeboat.ui.disputes.DisputesViewModel;
import org.lifeboat.ui.disputes.WalletDisputes;
import org.lifeboat.ui.exits.ExitNews;
import org.lifeboat.ui.exits.ExitNewsWatch;
import org.lifeboat.ui.exits.ExitsView;
import org.lifeboat.ui.exits.ExitsViewModel;
import org.lifeboat.ui.exits.RootsView;
import org.lifeboat.ui.exits.RootsViewModel;
import org.lifeboat.ui.exits.WalletExits;
import org.lifeboat.ui.exits.WalletRoots;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.truth.TruthForm;
import org.lifeboat.ui.truth.TruthView;
import org.lifeboat.ui.truth.TruthViewModel;
import org.lifeboat.ui.truth.WalletTruth;
import org.lifeboat.ui.withdraw.DepositForm;
import org.lifeboat.ui.withdraw.DepositView;
import org.lifeboat.ui.withdraw.DepositViewModel;
import org.lifeboat.ui.withdraw.WalletDeposits;
import org.lifeboat.ui.withdraw.WalletWithdrawals;
import org.lifeboat.ui.withdraw.WithdrawForm;
import org.lifeboat.ui.withdraw.WithdrawView;
import org.lifeboat.ui.withdraw.WithdrawViewModel;

/// Makes the pages about leaving an L2. What was read last of the exits outlives their page.
final class ExitScreens {
    private final Wallet wallet;
    private final Tasks tasks;
    private final ExitsViewModel exits;
    private final ExitNewsWatch watch;
    private final Map<ChainId, TruthViewModel> checks = new HashMap<>();
    private final Map<Contest, DisputesViewModel> contests = new HashMap<>();

    /// @param game empty: all of the chain
    private record Contest(ChainId l2, Optional<Address> game) {}

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
                    public void find(Network l2, Hash32 transaction) {
                        exits.find(l2, transaction);
                    }

                    @Override
                    public void giveUp() {
                        exits.giveUp();
                    }

                    @Override
                    public Supplier<String> evidence(Exits.Plan plan) {
                        return () -> exits.evidence(plan);
                    }

                    @Override
                    public void take(Path file) {
                        exits.take(file);
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
                    public void stopWaiting() {
                        model.stopWaiting();
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
                        model.again(l2, forced);
                    }

                    @Override
                    public void giveUp() {
                        model.giveUp();
                    }
                },
                navigation,
                forced);
    }

    Page deposit(Surroundings around, Navigation navigation, Place.Deposit place) {
        DepositViewModel model = new DepositViewModel(new WalletDeposits(wallet), tasks, place.l2());
        model.load(place.last());
        return new DepositView(
                around,
                model.screen(),
                new DepositView.Actions() {
                    @Override
                    public void choose(DepositForm form) {
                        model.choose(form);
                    }

                    @Override
                    public void go(DepositForm form) {
                        model.go(form);
                    }

                    @Override
                    public void look() {
                        model.look();
                    }

                    @Override
                    public void again() {
                        model.load(place.last());
                    }

                    @Override
                    public void giveUp() {
                        model.giveUp();
                    }
                },
                navigation);
    }

    /// Against which root an exit is proven.
    Page roots(Surroundings around, Navigation navigation, PlanStore.Id exit) {
        RootsViewModel model = new RootsViewModel(new WalletRoots(wallet), tasks, exit);
        model.load();
        return new RootsView(
                around,
                model.screen(),
                new RootsView.Actions() {
                    @Override
                    public void look() {
                        model.load();
                    }

                    @Override
                    public void giveUp() {
                        model.giveUp();
                    }

                    @Override
                    public void choose(RootOffer root) {
                        model.choose(root);
                    }
                },
                navigation);
    }

    Page chain(Surroundings around, Navigation navigation, ChainId l2) {
        ChainViewModel model = new ChainViewModel(new WalletChain(wallet), tasks);
        model.load(l2);
        return new ChainView(around, model.screen(), () -> model.load(l2), model::giveUp, navigation);
    }

    /// The roots of a chain, or one of them. A check of one goes on while its page is not in sight.
    Page disputes(Surroundings around, Navigation navigation, ChainId l2, Optional<Address> game) {
        DisputesViewModel model = contests.computeIfAbsent(
                new Contest(l2, game),
                wanted -> new DisputesViewModel(new WalletDisputes(wallet), tasks, wanted.l2(), wanted.game()));
        model.load();
        return new DisputesView(
                around,
                model.screen(),
                new DisputesView.Actions() {
                    @Override
                    public void look() {
                        model.load();
                    }

                    @Override
                    public void giveUp() {
                        model.giveUp();
                    }

                    @Override
                    public void check() {
                        model.check();
                    }

                    @Override
                    public void end() {
                        model.end();
                    }

                    @Override
                    public void follow(Account account) {
                        model.follow(account);
                    }

                    @Override
                    public void begin(Account account) {
                        model.begin(account);
                    }
                },
                navigation,
                game.isPresent() ? new Place.Disputes(l2) : new Place.Chain(l2));
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
