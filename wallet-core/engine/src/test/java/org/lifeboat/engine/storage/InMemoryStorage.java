package org.lifeboat.engine.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// The ports without a disk, for the tests of this module. One lock, no roll-back: what must be undone together
/// is tested against the real store.
public final class InMemoryStorage implements Storage {
    private static final Comparator<Endpoint> IN_ORDER = Comparator.<Endpoint, ChainId>comparing(
                    endpoint -> endpoint.id().chain())
            .thenComparing(Endpoint::position)
            .thenComparing(endpoint -> endpoint.id().url());

    private final InMemoryActivity activity = new InMemoryActivity();
    private final InMemorySync sync = new InMemorySync();
    private final InMemoryPlans plans = new InMemoryPlans();
    private final Map<Address, Account> accounts = new HashMap<>();
    private final Map<ChainId, Network> networks = new TreeMap<>();
    private final Map<SourceId, Endpoint> endpoints = new LinkedHashMap<>();
    private final Map<SourceId, SourceStore.Measured> capabilities = new HashMap<>();
    private final Map<SourceId, Health> health = new HashMap<>();
    private final Map<ChainId, Map<Address, Token>> tokens = new TreeMap<>();
    /// Networks are read and saved at the same time.
    private final List<StoredReading> readings = new CopyOnWriteArrayList<>();
    private final Map<Address, Contact> contacts = new TreeMap<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final List<RequestLog.Entry> requests = new ArrayList<>();
    private final Map<EvidenceStore.Id, StoredEvidence> evidence = new LinkedHashMap<>();
    /// Numbers are never given twice.
    private long evidenceGiven;

    @Override
    public synchronized <T> T atomically(Supplier<T> work) {
        return work.get();
    }

    @Override
    public SyncStore sync() {
        return sync;
    }

    @Override
    public PlanStore plans() {
        return plans;
    }

    @Override
    public ActivityStore activity() {
        return activity;
    }

    /// What the ports say they refuse.
    private static void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException("not for this store");
        }
    }

    @Override
    public AccountStore accounts() {
        return new AccountStore() {
            @Override
            public List<Account> all() {
                return accounts.values().stream().sorted().toList();
            }

            @Override
            public Optional<Account> find(Address address) {
                return Optional.ofNullable(accounts.get(address));
            }

            @Override
            public void put(Account account) {
                accounts.put(account.address(), account);
            }

            @Override
            public boolean remove(Address address) {
                return accounts.remove(address) != null;
            }
        };
    }

    @Override
    public NetworkStore networks() {
        return new NetworkStore() {
            @Override
            public List<Network> all() {
                return List.copyOf(networks.values());
            }

            @Override
            public Optional<Network> find(ChainId chain) {
                return Optional.ofNullable(networks.get(chain));
            }

            @Override
            public void put(Network network) {
                require(network.origin() == Network.Origin.USER);
                networks.put(network.chain(), network);
            }

            @Override
            public boolean remove(ChainId chain) {
                return networks.remove(chain) != null;
            }
        };
    }

    @Override
    public SourceStore sources() {
        return new SourceStore() {
            @Override
            public List<Endpoint> of(ChainId chain) {
                return all().stream()
                        .filter(endpoint -> endpoint.id().chain().equals(chain))
                        .toList();
            }

            @Override
            public List<Endpoint> all() {
                return endpoints.values().stream().sorted(IN_ORDER).toList();
            }

            @Override
            public Optional<Endpoint> find(SourceId id) {
                return Optional.ofNullable(endpoints.get(id));
            }

            @Override
            public void put(Endpoint endpoint) {
                endpoints.put(endpoint.id(), endpoint);
            }

            @Override
            public boolean remove(SourceId id) {
                capabilities.remove(id);
                health.computeIfPresent(id, (_, kept) -> kept.setAside() ? kept : null);
                return endpoints.remove(id) != null;
            }

            @Override
            public Health healthOf(SourceId id) {
                return health.getOrDefault(id, Health.UNKNOWN);
            }

            @Override
            public void keepHealth(SourceId id, Health now) {
                if (endpoints.containsKey(id)) {
                    health.put(id, now.remembered());
                }
            }

            @Override
            public Optional<Measured> capabilities(SourceId id) {
                return Optional.ofNullable(capabilities.get(id));
            }

            @Override
            public void putCapabilities(SourceId id, Measured measured) {
                require(endpoints.containsKey(id));
                capabilities.put(id, measured);
            }
        };
    }

    @Override
    public TokenStore tokens() {
        return new TokenStore() {
            @Override
            public List<Token> of(ChainId chain) {
                return tokens.getOrDefault(chain, Map.of()).values().stream()
                        .sorted(Comparator.comparing(Token::symbol).thenComparing(Token::contract))
                        .toList();
            }

            @Override
            public List<Token> all() {
                return tokens.keySet().stream()
                        .flatMap(chain -> of(chain).stream())
                        .toList();
            }

            @Override
            public Optional<Token> find(ChainId chain, Address contract) {
                return Optional.ofNullable(tokens.getOrDefault(chain, Map.of()).get(contract));
            }

            @Override
            public void put(Token token) {
                require(token.asset().isEmpty() && token.pin().isEmpty());
                tokens.computeIfAbsent(token.chain(), _ -> new TreeMap<>()).put(token.contract(), token);
            }

            @Override
            public boolean remove(ChainId chain, Address contract) {
                return tokens.containsKey(chain) && tokens.get(chain).remove(contract) != null;
            }
        };
    }

    @Override
    public BalanceStore balances() {
        return new BalanceStore() {
            @Override
            public void put(StoredReading reading) {
                remove(
                        reading.chain(),
                        reading.account(),
                        reading.token(),
                        reading.assurance().level());
                readings.add(reading);
            }

            @Override
            public void putAll(List<StoredReading> more) {
                more.forEach(this::put);
            }

            @Override
            public List<StoredReading> of(ChainId chain, Address account, Optional<Address> token) {
                return of(chain, account).stream()
                        .filter(reading -> reading.token().equals(token))
                        .toList();
            }

            @Override
            public List<StoredReading> of(ChainId chain, Address account) {
                Predicate<StoredReading> here = reading ->
                        reading.chain().equals(chain) && reading.account().equals(account);
                return readings.stream().filter(here).toList();
            }

            @Override
            public List<StoredReading> all() {
                return List.copyOf(readings);
            }

            @Override
            public boolean remove(ChainId chain, Address account, Optional<Address> token, Assurance.Level level) {
                return readings.removeIf(reading -> reading.chain().equals(chain)
                        && reading.account().equals(account)
                        && reading.token().equals(token)
                        && reading.assurance().level() == level);
            }

            @Override
            public void removeAll(ChainId chain) {
                readings.removeIf(reading -> reading.chain().equals(chain));
            }
        };
    }

    @Override
    public ContactStore contacts() {
        return new ContactStore() {
            @Override
            public List<Contact> all() {
                return contacts.values().stream()
                        .sorted(Comparator.comparing(Contact::name).thenComparing(Contact::address))
                        .toList();
            }

            @Override
            public Optional<Contact> find(Address address) {
                return Optional.ofNullable(contacts.get(address));
            }

            @Override
            public void put(Contact contact) {
                contacts.put(contact.address(), contact);
            }

            @Override
            public void putAll(List<Contact> more) {
                more.forEach(this::put);
            }

            @Override
            public boolean remove(Address address) {
                return contacts.remove(address) != null;
            }
        };
    }

    @Override
    public SettingStore settings() {
        return new SettingStore() {
            @Override
            public Map<String, String> all() {
                return Map.copyOf(settings);
            }

            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(settings.get(name));
            }

            @Override
            public void put(String name, String value) {
                settings.put(name, value);
            }

            @Override
            public boolean remove(String name) {
                return settings.remove(name) != null;
            }
        };
    }

    @Override
    public RequestStore requests() {
        return new RequestStore() {
            @Override
            public void addAll(List<RequestLog.Entry> entries) {
                requests.addAll(entries);
                requests.subList(0, Math.max(0, requests.size() - KEPT)).clear();
            }

            @Override
            public List<RequestLog.Entry> newest(int limit) {
                return List.copyOf(requests.subList(Math.max(0, requests.size() - limit), requests.size()));
            }
        };
    }

    @Override
    public EvidenceStore evidence() {
        return new EvidenceStore() {
            @Override
            public Id add(StoredEvidence piece) {
                Optional<Id> known = all().stream()
                        .filter(id -> piece.equals(evidence.get(id)))
                        .findFirst();
                if (known.isPresent()) {
                    return known.get();
                }
                evidenceGiven++;
                Id id = new Id(evidenceGiven);
                evidence.put(id, piece);
                return id;
            }

            @Override
            public Optional<StoredEvidence> find(Id id) {
                return Optional.ofNullable(evidence.get(id));
            }

            @Override
            public List<Id> of(ChainId chain, Address account, Optional<String> kind) {
                return all().stream()
                        .filter(id -> evidence.get(id).chain().equals(chain)
                                && evidence.get(id).account().equals(account)
                                && kind.filter(wanted ->
                                                !wanted.equals(evidence.get(id).kind()))
                                        .isEmpty())
                        .sorted(Comparator.comparingLong(
                                id -> evidence.get(id).block().number()))
                        .toList();
            }

            @Override
            public List<Id> all() {
                return List.copyOf(evidence.keySet());
            }

            @Override
            public boolean remove(Id id) {
                return evidence.remove(id) != null;
            }
        };
    }
}
