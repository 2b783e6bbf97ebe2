package org.lifeboat.ui.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.contact.Contacts;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.engine.send.Replacement;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.activity.ActivityScreen;
import org.lifeboat.ui.activity.ActivityView;
import org.lifeboat.ui.activity.Transactions;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.contacts.ContactsView;
import org.lifeboat.ui.contacts.ContactsViewModel;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.networks.NetworksScreen;
import org.lifeboat.ui.networks.NetworksView;
import org.lifeboat.ui.places.Place;
import org.lifeboat.ui.receive.ReceiveView;
import org.lifeboat.ui.receive.ReceiveViewModel;
import org.lifeboat.ui.settings.Preferences;
import org.lifeboat.ui.settings.SettingsScreen;
import org.lifeboat.ui.settings.SettingsView;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.tasks.Tasks;

/// The pages that show what is kept: receive, activity, contacts, networks, settings.
class RecordPicturesTest {
    private static final Condition.Said SAID = new Condition.Said(
            new Contradiction(
                    Contradiction.What.BALANCE, Sheets.ONE.toChecksum(), "5000000000000000000", "2000000000000000000"),
            "ETH");

    private final Records records = new Records();

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void receive_withAndWithoutNetworks() throws IOException {
        Accounts accounts = new Accounts(records.storage());
        accounts.add(Sheets.ONE, "Account 1", new Account.Kind.Derived("m/44'/60'/0'/0/0"));
        receive("receive-nothing-watched", accounts, Optional.empty());
        watch(1);
        watch(10);
        receive("receive", accounts, Optional.empty());
        accounts.add(Sheets.TWO, "Savings", new Account.Kind.WatchOnly());
        receive("receive-watch-only", accounts, Optional.of(Sheets.TWO));
    }

    private void receive(String name, Accounts accounts, Optional<Address> account) throws IOException {
        ReceiveViewModel model = new ReceiveViewModel(accounts, records.networks(), Tasks.immediate());
        model.load(account);
        Looks.page(name, new Place.Receive(account), around -> new ReceiveView(around, model, _ -> {}));
    }

    private void watch(long chain) {
        records.networks().confirmEndpoint(new ChainId(chain), "http://127.0.0.1:8545", false, Records.NOW);
    }

    @Test
    void activity_inEveryState() throws IOException {
        Map<String, ActivityScreen> states = new LinkedHashMap<>();
        states.put("activity-empty", new ActivityScreen.Empty());
        states.put("activity-load", new ActivityScreen.Loading());
        states.put("activity", activity(List.of()));
        states.put("activity-offline", activity(List.of(new Condition.Offline())));
        states.put("activity-asking", activity(List.of()).asking(true));
        for (var state : states.entrySet()) {
            Looks.page(
                    state.getKey(),
                    new Place.Activity(),
                    around -> new ActivityView(
                            around,
                            new SimpleObjectProperty<>(state.getValue()),
                            new SimpleObjectProperty<>(Optional.empty()),
                            new NoActivity()));
        }
    }

    private static ActivityScreen.Shown activity(List<Condition> conditions) {
        Map<ChainId, Network> networks = Map.of(
                Sheets.ETHEREUM.chain(), Sheets.ETHEREUM,
                Sheets.OPTIMISM.chain(), Sheets.OPTIMISM,
                Sheets.BASE.chain(), Sheets.BASE);
        return new ActivityScreen.Shown(
                Transactions.all(),
                Optional.empty(),
                7,
                ActivityFilter.ALL,
                new ActivityScreen.Around(networks, Sheets.NAMES, List.of()),
                conditions,
                false);
    }

    @Test
    void contacts_emptyAndFilled() throws IOException {
        Contacts contacts = new Contacts(records.storage());
        ContactsViewModel model = new ContactsViewModel(records, Tasks.immediate());
        model.load();
        Looks.page("contacts-empty", new Place.Contacts(), around -> new ContactsView(around, model));
        contacts.add("Ada", Sheets.ONE, Set.of(), "");
        contacts.add("The plumber with a long name, Berlin", Sheets.TWO, Set.of(new ChainId(10)), "");
        model.add("Mallory", Address.fromHex("0xfb69aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad359"), Set.of(), "");
        Looks.page("contacts", new Place.Contacts(), around -> new ContactsView(around, model));
        Openings.opened(
                "contacts-form",
                new Place.Contacts(),
                around -> new ContactsView(around, model),
                (around, page) -> Openings.press(page, around.say("contacts.add")));
        contactForm("contacts-form-wrong", model, "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        contactForm("contacts-form-no-name-service", model, "ada.eth");
        LaterTasks later = new LaterTasks();
        ContactsViewModel slow = new ContactsViewModel(records, later);
        slow.load();
        later.runAll();
        contactForm("contacts-form-looking", slow, "ada.eth");
        slow.importFrom(Path.of("contacts.csv"));
        Looks.page("contacts-importing", new Place.Contacts(), around -> new ContactsView(around, slow));
    }

    private static void contactForm(String name, ContactsViewModel model, String address) throws IOException {
        Openings.opened(name, new Place.Contacts(), around -> new ContactsView(around, model), (around, page) -> {
            Openings.press(page, around.say("contacts.add"));
            Openings.write(around.layer(), around.say("contacts.name"), "Ada");
            Openings.write(around.layer(), around.say("contacts.address"), address);
            Openings.press(around.layer(), around.say("action.save"));
        });
    }

    @Test
    void networks_inEveryState() throws IOException {
        NetworksScreen.Entry ethereum = entry(
                Sheets.ETHEREUM,
                kept(Sheets.ETHEREUM, "http://127.0.0.1:8545", health(3, Optional.empty(), 0), 12),
                kept(
                        Sheets.ETHEREUM,
                        "https://node.example/key",
                        health(2, Optional.of("there was no answer in time"), 0),
                        3));
        NetworksScreen.Entry lied = entry(
                Sheets.OPTIMISM, kept(Sheets.OPTIMISM, "https://liar.example", health(1, Optional.empty(), 1), 1));
        NetworksScreen.Entry nobody = entry(Sheets.BASE);
        Condition caught = new Condition.Disagrees("liar.example", Optional.of(SAID));
        Map<String, NetworksScreen> states = new LinkedHashMap<>();
        states.put("networks-load", new NetworksScreen.Loading());
        states.put("networks-empty", shown(List.of(nobody), List.of(), new NetworksScreen.Remark.None()));
        states.put(
                "networks",
                shown(
                        List.of(ethereum, nobody),
                        List.of(),
                        new NetworksScreen.Remark.Added(
                                Sheets.OPTIMISM, records.networks().noticesFor(Sheets.OPTIMISM))));
        states.put(
                "networks-disagrees",
                shown(List.of(ethereum, lied), List.of(caught), new NetworksScreen.Remark.None()));
        states.put(
                "networks-offline",
                shown(
                        List.of(ethereum),
                        List.of(new Condition.Offline()),
                        new NetworksScreen.Remark.Insecure(new ChainId(1), "http://node.example:8545")));
        states.put(
                "networks-partial",
                shown(
                        List.of(ethereum),
                        List.of(new Condition.Partial(1, 2, Condition.Of.SOURCES)),
                        new NetworksScreen.Remark.None()));
        Health old = Health.UNKNOWN.answered(Duration.ofMillis(180), Records.NOW.minus(Duration.ofMinutes(52)));
        states.put(
                "networks-stale",
                shown(
                        List.of(entry(Sheets.ETHEREUM, kept(Sheets.ETHEREUM, "http://127.0.0.1:8545", old, 1))),
                        List.of(),
                        new NetworksScreen.Remark.None()));
        for (var state : states.entrySet()) {
            Looks.page(
                    state.getKey(),
                    new Place.Networks(),
                    around -> new NetworksView(around, new SimpleObjectProperty<>(state.getValue()), new NoNetworks()));
        }
    }

    @Test
    void networks_withTheirForms() throws IOException {
        NetworksScreen screen = shown(
                List.of(entry(Sheets.ETHEREUM), entry(Sheets.BASE)),
                List.of(),
                new NetworksScreen.Remark.NoAnswer(
                        "node.example", "node.example cannot be reached: it did not accept a connection in time"));
        form("networks-source-form", screen, (around, page) -> Openings.press(page, around.say("networks.addSource")));
        form("networks-source-form-open-way", screen, (around, page) -> {
            Openings.press(page, around.say("networks.addSource"));
            Openings.write(around.layer(), around.say("sources.own"), "http://node.example:8545");
            Openings.press(around.layer(), around.say("sources.confirm"));
        });
        form("networks-network-form", screen, (around, page) -> {
            Openings.press(page, around.say("networks.addNetwork"));
            Openings.press(around.layer(), around.say("sources.confirm"));
        });
        form("form-drop", screen, (around, page) -> {
            Openings.press(page, around.say("networks.addNetwork"));
            Openings.write(around.layer(), around.say("networks.name"), "Mine");
            Openings.push(around.layer(), KeyCode.ESCAPE, false);
        });
        form("keys", screen, (around, _) -> Openings.push(around.layer(), KeyCode.F1, false));
        form("palette", screen, (around, _) -> Openings.push(around.layer(), KeyCode.K, true));
    }

    private static void form(String name, NetworksScreen screen, Openings.Opening opening) throws IOException {
        Openings.opened(
                name,
                new Place.Networks(),
                around -> new NetworksView(around, new SimpleObjectProperty<>(screen), new NoNetworks()),
                opening);
    }

    private static NetworksScreen shown(
            List<NetworksScreen.Entry> entries, List<Condition> conditions, NetworksScreen.Remark remark) {
        return new NetworksScreen.Shown(entries, conditions, remark);
    }

    private NetworksScreen.Entry entry(Network network, NetworksScreen.KeptSource... sources) {
        return new NetworksScreen.Entry(
                network, List.of(sources), List.of(), records.networks().noticesFor(network));
    }

    private static NetworksScreen.KeptSource kept(Network network, String url, Health health, long requests) {
        Endpoint endpoint =
                new Endpoint(new SourceId(network.chain(), url), new Endpoint.Consent.Given(Records.NOW, false), 0);
        return new NetworksScreen.KeptSource(endpoint, Optional.of(health), requests, Optional.empty(), "ETH");
    }

    private static Health health(long requests, Optional<String> error, int disagreed) {
        return new Health(
                requests,
                0,
                0,
                0,
                Optional.of(Duration.ofMillis(180)),
                Optional.of(Records.NOW.minusSeconds(5)),
                OptionalLong.of(21_004_113),
                error,
                disagreed,
                disagreed == 0
                        ? Optional.empty()
                        : Optional.of(new Health.Caught(
                                Records.NOW,
                                new Refutation(
                                        "BALANCE",
                                        Sheets.ONE.toChecksum(),
                                        "5000000000000000000",
                                        "2000000000000000000"))));
    }

    @Test
    void settings_withRequests() throws IOException {
        RequestLog.Entry entry = new RequestLog.Entry(
                Records.NOW,
                new ChainId(1),
                "node.example",
                Purpose.READ_BALANCES,
                new TreeMap<>(Map.of("eth_getProof", 4)),
                900,
                12_000,
                Duration.ofMillis(180),
                "ok");
        settings("settings", SettingsScreen.RouteRemark.NO_PROXY, List.of(entry, entry, entry));
        settings("settings-empty", SettingsScreen.RouteRemark.NONE, List.of());
    }

    private static void settings(String name, SettingsScreen.RouteRemark remark, List<RequestLog.Entry> requests)
            throws IOException {
        SettingsScreen screen = new SettingsScreen(Preferences.FIRST, "none", remark, "/media/ada/lifeboat", requests);
        Looks.page(
                name,
                new Place.Settings(),
                around -> new SettingsView(
                        around,
                        new SimpleObjectProperty<>(screen),
                        new SimpleStringProperty(screen.route()),
                        _ -> {},
                        _ -> {}));
    }

    static final class NoActivity implements ActivityView.Actions {
        @Override
        public void filter(ActivityFilter filter) {}

        @Override
        public void more() {}

        @Override
        public Supplier<String> csv(ActivityFilter filter) {
            return () -> "";
        }

        @Override
        public void follow() {}

        @Override
        public void stopFollowing() {}

        @Override
        public void open(OwnTransaction transaction) {}

        @Override
        public void close() {}

        @Override
        public void look() {}

        @Override
        public void resend() {}

        @Override
        public void giveUp() {}

        @Override
        public void chain(OwnTransaction own, EvidenceChain.Of of, Consumer<Optional<EvidenceChain>> found) {
            found.accept(Optional.empty());
        }

        @Override
        public void replace(OwnTransaction transaction, Replacement.Way way) {}

        @Override
        public void go(Place place) {}
    }

    static final class NoNetworks implements NetworksView.Actions {
        @Override
        public void addSource(ChainId chain, String url, boolean insecureToo) {}

        @Override
        public void addNetwork(NetworkDraft draft, String url, boolean insecureToo) {}

        @Override
        public void trustAgain(SourceId id) {}

        @Override
        public void removeSource(SourceId id) {}

        @Override
        public void removeNetwork(ChainId chain) {}

        @Override
        public void verification(ChainId chain) {}

        @Override
        public void reload() {}

        @Override
        public void giveUp() {}
    }
}
