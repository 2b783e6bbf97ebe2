package org.lifeboat.ui.window;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.drill.DrillSight;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.ReadyBook;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Replacement;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.accounts.AccountsView;
import org.lifeboat.ui.accounts.AccountsViewModel;
import org.lifeboat.ui.activity.ActivityView;
import org.lifeboat.ui.activity.ActivityViewModel;
import org.lifeboat.ui.activity.PaymentNews;
import org.lifeboat.ui.activity.PaymentWatch;
import org.lifeboat.ui.balances.BalancesView;
import org.lifeboat.ui.balances.BalancesViewModel;
import org.lifeboat.ui.balances.Outlook;
import org.lifeboat.ui.contacts.ContactsView;
import org.lifeboat.ui.contacts.ContactsViewModel;
import org.lifeboat.ui.discovery.LookView;
import org.lifeboat.ui.discovery.LookViewModel;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.exits.ExitNews;
import org.lifeboat.ui.exits.ExitNewsWatch;
import org.lifeboat.ui.networks.NetworksScreen;
import org.lifeboat.ui.networks.NetworksView;
import org.lifeboat.ui.networks.NetworksViewModel;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Page;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.receive.ReceiveView;
import org.lifeboat.ui.receive.ReceiveViewModel;
import org.lifeboat.ui.send.SendDesk;
import org.lifeboat.ui.send.SendForm;
import org.lifeboat.ui.send.SendScreen;
import org.lifeboat.ui.send.SendView;
import org.lifeboat.ui.send.SendViewModel;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.session.Keys;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.settings.Preferences;
import org.lifeboat.ui.settings.SettingsView;
import org.lifeboat.ui.settings.SettingsViewModel;
import org.lifeboat.ui.tasks.Tasks;
import org.lifeboat.ui.unlock.NewFolder;
import org.lifeboat.ui.verification.VerificationView;
import org.lifeboat.ui.verification.VerificationViewModel;

/// Makes the page for a place. What must outlive a page (the balance sheet, the settings) is kept here.
final class Screens {
    private static final int REMEMBERED_NETWORKS = 6;

    private final Wallet wallet;
    private final Keys keys;
    private final Tasks tasks;
    private final Tokens tokens;
    private final Accounts accounts;
    private final BalancesViewModel balances;
    private final SettingsViewModel settings;
    private final PaymentWatch payments;
    private final ExitScreens exits;
    private final DrillScreens drills;
    private final Doors doors;

    /// The ways out of the frame.
    /// @param look to the page that looks for used accounts
    /// @param begin to the first steps of a wallet, in a profile that only watches
    /// @param tell says what became of payments
    /// @param exits says what became of exits
    /// @param practise puts the pages of a drill in place of all others
    record Doors(
            Runnable look,
            Runnable begin,
            Runnable lock,
            Consumer<List<PaymentNews>> tell,
            Consumer<List<ExitNews>> exits,
            Consumer<DrillHall.Played> practise) {}

    /// @param doors where pages lead that are no places in the frame
    Screens(Wallet wallet, Keys keys, Tasks tasks, Beginning beginning, Consumer<Preferences> apply, Doors doors) {
        this.doors = doors;
        this.wallet = wallet;
        this.keys = keys;
        this.tasks = tasks;
        this.tokens = new Tokens(TokenList.bundled(), wallet.storage().tokens());
        this.accounts = new Accounts(wallet.storage());
        Balances sheet = new Balances(wallet.storage().balances(), wallet.clock(), wallet.vouching());
        this.balances = new BalancesViewModel(sheet, this::watched, tasks);
        this.settings = new SettingsViewModel(wallet, tasks, beginning.preferences(), beginning.route(), apply);
        this.exits = new ExitScreens(wallet, tasks, doors.exits());
        this.drills = new DrillScreens(wallet, keys, tasks, doors.practise());
        this.payments = new PaymentWatch(wallet, tasks, news -> {
            balances.refresh(); // what was paid is not there any more
            doors.tell().accept(news);
        });
    }

    PaymentWatch payments() {
        return payments;
    }

    ExitNewsWatch exitWatch() {
        return exits.watch();
    }

    /// The world of a drill has moved on: what is shown is read anew.
    void lookAgain() {
        exits.lookAgain();
        balances.refresh();
    }

    /// The user came back from a drill.
    void drillLeft(DrillSight last) {
        drills.left(last);
    }

    BalancesViewModel balances() {
        return balances;
    }

    SettingsViewModel settings() {
        return settings;
    }

    Page page(Surroundings around, Navigation navigation, Place place) {
        return switch (place) {
            case Place.Balances() -> sheet(around, navigation);
            case Place.Receive(Optional<Address> account) -> receive(around, navigation, account);
            case Place.Send(Optional<Place.Holding> holding) -> send(around, navigation, holding);
            case Place.Replace(ChainId chain, Hash32 transaction, Replacement.Way way) -> {
                SendViewModel model = sending();
                model.replace(chain, transaction, way);
                yield send(around, navigation, model);
            }
            case Place.Activity() -> activity(around, navigation);
            case Place.Exits() -> exits.exits(around, navigation);
            case Place.Withdraw(ChainId l2) -> exits.withdraw(around, navigation, l2, false);
            case Place.Force(ChainId l2) -> exits.withdraw(around, navigation, l2, true);
            case Place.Deposit deposit -> exits.deposit(around, navigation, deposit);
            case Place.DepositStep step -> deposit(around, navigation, step);
            case Place.Chain(ChainId l2) -> exits.chain(around, navigation, l2);
            case Place.Truth(ChainId l2) -> exits.truth(around, navigation, l2);
            case Place.ExitStep(PlanStore.Id exit, ExitWish wish, boolean evenIfLost) -> {
                SendViewModel model = sending();
                model.exitStep(exit, wish, evenIfLost);
                yield send(around, navigation, model, new Place.Exits());
            }
            case Place.ExitRoots(PlanStore.Id exit) -> exits.roots(around, navigation, exit);
            case Place.ForcedPayment(ChainId l2, Address from, Address to, Wei amount) -> {
                SendViewModel model = sending();
                model.forcedPayment(l2, from, to, amount);
                yield send(around, navigation, model, new Place.Exits());
            }
            case Place.ForcedTokens(ChainId l2, Address from, Address to, Address token, BigInteger units) -> {
                SendViewModel model = sending();
                model.forcedTokens(l2, from, to, token, units);
                yield send(around, navigation, model, new Place.Exits());
            }
            case Place.Disputes(ChainId l2) -> exits.disputes(around, navigation, l2, Optional.empty());
            case Place.Dispute(ChainId l2, Address game) -> exits.disputes(around, navigation, l2, Optional.of(game));
            case Place.DisputeStep(PlanStore.Id plan, Place.Dispute contest) -> {
                SendViewModel model = sending();
                model.disputeStep(plan);
                yield send(around, navigation, model, contest);
            }
            case Place.Drills() -> drills.drills(around, navigation);
            case Place.KeyDrill() -> drills.keys(around, doors.lock(), navigation);
            case Place.Contacts() -> contacts(around);
            case Place.Accounts() -> accounts(around);
            case Place.Networks() -> networks(around, navigation);
            case Place.Verification(Optional<ChainId> chain) -> {
                VerificationViewModel model = new VerificationViewModel(wallet, tasks);
                model.load(chain);
                yield new VerificationView(around, model.screen(), model, navigation);
            }
            case Place.Settings() -> {
                settings.load();
                yield new SettingsView(
                        around, settings.screen(), settings.typedRoute(), settings::change, settings::changeRoute);
            }
        };
    }

    private Page deposit(Surroundings around, Navigation navigation, Place.DepositStep step) {
        SendViewModel model = sending();
        model.depositStep(step);
        return send(around, navigation, model, new Place.Deposit(step.l2(), Optional.of(step)));
    }

    private Page sheet(Surroundings around, Navigation navigation) {
        balances.refresh();
        BalanceActions actions = new BalanceActions(wallet, tokens, balances, tasks);
        return drills.reminding(around, navigation, new BalancesView(around, balances.screen(), actions, navigation));
    }

    private BalancesViewModel.Watched watched() {
        List<Account> visible = accounts.visible();
        List<Address> addresses = visible.stream().map(Account::address).toList();
        List<Watch> watches = wallet.networks().watched().stream()
                .map(network ->
                        new Watch(network, wallet.sources(network.chain()), addresses, tokens.of(network.chain())))
                .toList();
        Map<Address, String> labels = new LinkedHashMap<>();
        visible.forEach(account -> labels.put(account.address(), account.label()));
        return new BalancesViewModel.Watched(
                watches, labels, new ReadyBook(wallet.storage().settings()).ways(), Outlook.homebound(wallet));
    }

    /// Where another profile can begin.
    NewFolder otherFolder() {
        return NewFolder.beside(Path.of(wallet.folder()), Files::exists);
    }

    /// The newest that is known of the first networks, from the disk: never on the screen's thread. Asks nobody.
    BalanceSheet remembered() {
        List<Account> visible = accounts.visible();
        List<Address> addresses = visible.stream().map(Account::address).toList();
        List<Watch> watches = wallet.networks().watched().stream()
                .limit(REMEMBERED_NETWORKS)
                .map(network -> new Watch(network, List.of(), addresses, List.of()))
                .toList();
        return new Balances(wallet.storage().balances(), wallet.clock()).remembered(watches);
    }

    private Page receive(Surroundings around, Navigation navigation, Optional<Address> account) {
        ReceiveViewModel model = new ReceiveViewModel(accounts, wallet.networks(), tasks);
        model.load(account);
        return new ReceiveView(around, model, navigation);
    }

    private Page accounts(Surroundings around) {
        AccountsViewModel model = new AccountsViewModel(wallet, keys, accounts, tasks);
        model.load();
        return new AccountsView(around, model, doors.look(), doors.begin(), doors.lock());
    }

    /// The page that looks for used accounts, in the whole window.
    /// @param leave what leads away from it
    Page look(Surroundings around, Runnable leave) {
        LookViewModel model = new LookViewModel(wallet, keys, accounts, tokens, tasks);
        model.load();
        return new LookView(around, model, leave, doors.lock());
    }

    private Page contacts(Surroundings around) {
        ContactsViewModel model = new ContactsViewModel(wallet, tasks);
        model.load();
        return new ContactsView(around, model);
    }

    private Page activity(Surroundings around, Navigation navigation) {
        ActivityViewModel model = new ActivityViewModel(wallet, payments, tasks);
        model.begin();
        return new ActivityView(around, model.screen(), model.opened(), new ActivityActions(model, navigation));
    }

    private Page networks(Surroundings around, Navigation navigation) {
        NetworksViewModel model = new NetworksViewModel(wallet, tasks);
        model.load();
        model.screen().addListener((_, _, now) -> {
            if (now instanceof NetworksScreen.Shown shown && shown.remark() instanceof NetworksScreen.Remark.Added) {
                balances.refresh(); // the status bar and the sheet know of the new source at once
            }
        });
        return new NetworksView(around, model.screen(), new NetworkActions(model, navigation));
    }

    private Page send(Surroundings around, Navigation navigation, Optional<Place.Holding> holding) {
        SendViewModel model = sending();
        model.load(holding);
        return send(around, navigation, model);
    }

    private SendViewModel sending() {
        return new SendViewModel(new SendDesk(wallet, keys, tokens), tasks);
    }

    private Page send(Surroundings around, Navigation navigation, SendViewModel model) {
        return send(around, navigation, model, new Place.Activity());
    }

    /// @param home where it leads once it is sent, and back where there was no form
    private Page send(Surroundings around, Navigation navigation, SendViewModel model, Place home) {
        return new SendView(
                around,
                model.screen(),
                new SendView.Actions() {
                    @Override
                    public void chooseNetwork(SendForm now, Network network) {
                        model.chooseNetwork(now, network);
                    }

                    @Override
                    public void review(SendForm form) {
                        model.review(form);
                    }

                    @Override
                    public void reviewWith(Gas limit) {
                        model.reviewWith(limit);
                    }

                    @Override
                    public void againWith(Nonce nonce) {
                        model.againWith(nonce);
                    }

                    @Override
                    public void back() {
                        if (!model.back()) {
                            navigation.open(home);
                        }
                    }

                    @Override
                    public void again() {
                        model.again();
                    }

                    @Override
                    public void sign(SendScreen.Review review, boolean twice) {
                        model.sign(review, twice);
                    }

                    @Override
                    public void unlock() {
                        doors.lock().run();
                    }

                    @Override
                    public void stopWaiting() {
                        model.stopWaiting();
                    }

                    @Override
                    public void nameChain(String name, Network network, Consumer<Optional<EvidenceChain>> found) {
                        model.nameChain(name, network, found);
                    }
                },
                navigation,
                home);
    }
}
