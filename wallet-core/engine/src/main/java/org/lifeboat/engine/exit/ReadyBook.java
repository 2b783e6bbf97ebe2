package org.lifeboat.engine.exit;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.storage.SettingStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;

/// Remembers what the last look at each way out had shown: could the account leave that L2 on its own, and how long
/// would it take. Asks nobody.
public final class ReadyBook {
    private static final String SETTING = "ready.";
    private static final String NOTHING = "-";

    private final SettingStore settings;

    public ReadyBook(SettingStore settings) {
        this.settings = settings;
    }

    /// @param open whether the bridge can be read and is not paused
    /// @param missing on L1 for every step there; empty where it is enough
    /// @param alone all that it takes on L1 whatever anybody else does, an own root and its bond included;
    /// empty where somebody else has to post a root
    /// @param held on L1 by the account
    /// @param longest from the first step, forced through L1, to the payout; empty where that is not known
    /// @param at this computer's clock
    public record Entry(
            boolean open,
            Optional<Wei> missing,
            Optional<Wei> alone,
            Wei held,
            Optional<Duration> longest,
            Instant at) {
        /// Whether the account could leave, as long as somebody posts roots.
        public boolean yes() {
            return open && missing.isEmpty();
        }

        /// Whether the account could leave whatever anybody else does.
        public boolean byItself() {
            return yes() && alone.isPresent();
        }

        private String write() {
            return String.join(
                    " ",
                    open ? "open" : "shut",
                    missing.map(wei -> wei.value().toString()).orElse(NOTHING),
                    longest.map(span -> Long.toString(span.toSeconds())).orElse(NOTHING),
                    Long.toString(at.getEpochSecond()),
                    alone.map(wei -> wei.value().toString()).orElse(NOTHING),
                    held.value().toString());
        }

        /// @return empty where it is damaged, or of a newer version; an older one did not say who else it takes, so
        /// that has to be looked at again
        private static Optional<Entry> read(String text) {
            String[] parts = text.split(" ", -1);
            if (!(parts.length == 4 || parts.length == 6) || !(parts[0].equals("open") || parts[0].equals("shut"))) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Entry(
                        parts[0].equals("open"),
                        given(parts[1]).map(wei -> new Wei(new BigInteger(wei))),
                        parts.length == 4 ? Optional.empty() : given(parts[4]).map(wei -> new Wei(new BigInteger(wei))),
                        parts.length == 4 ? Wei.ZERO : new Wei(new BigInteger(parts[5])),
                        given(parts[2]).map(Long::parseLong).map(Duration::ofSeconds),
                        Instant.ofEpochSecond(Long.parseLong(parts[3]))));
            } catch (IllegalArgumentException | DateTimeException damaged) {
                return Optional.empty();
            }
        }

        private static Optional<String> given(String part) {
            return Optional.of(part).filter(text -> !text.equals(NOTHING));
        }
    }

    /// What a look has shown, for each of its accounts.
    /// @param longest empty where it was not read this time: what was known of it stays
    public void keep(ChainId l2, Leaving.Read read, Optional<Duration> longest, Instant now) {
        read.accounts().forEach((account, readiness) -> put(l2, account, entry(l2, account, read, longest, now)));
    }

    /// What [#keep] would write for one account.
    public Entry entry(ChainId l2, Address account, Leaving.Read read, Optional<Duration> longest, Instant now) {
        boolean open = read.bridge().open();
        Readiness readiness = Optional.ofNullable(read.accounts().get(account)).orElseThrow();
        return new Entry(
                open,
                readiness.missing(),
                open ? readiness.alone(read.price()) : Optional.empty(),
                readiness.held(),
                longest.or(() -> find(l2, account).flatMap(Entry::longest)),
                now);
    }

    public void put(ChainId l2, Address account, Entry entry) {
        settings.put(key(l2, account), entry.write());
    }

    /// @return empty where nobody has looked yet
    public Optional<Entry> find(ChainId l2, Address account) {
        return settings.find(key(l2, account)).flatMap(Entry::read);
    }

    /// All that is kept, read once.
    public Reach.Ways ways() {
        Map<String, String> all = settings.all();
        return (l2, account) -> Optional.ofNullable(all.get(key(l2, account))).flatMap(Entry::read);
    }

    private static String key(ChainId l2, Address account) {
        return SETTING + l2.value() + "." + account.toChecksum();
    }
}
