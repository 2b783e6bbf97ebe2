package org.lifeboat.ui.networks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.capability.Capabilities;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.network.SuggestedEndpoint;
import org.lifeboat.engine.source.Health;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.states.Condition;

/// What the page of networks and sources shows.
public sealed interface NetworksScreen {
    /// Where no source was heard for longer, that is said.
    Duration OLD = Duration.ofMinutes(30);

    /// The records are being read.
    record Loading() implements NetworksScreen {}

    /// The records could not be read: sources may well be kept.
    record Unreadable() implements NetworksScreen {}

    /// @param remark what became of the last change
    record Shown(List<Entry> entries, List<Condition> conditions, Remark remark) implements NetworksScreen {
        public Shown {
            entries = List.copyOf(entries);
            conditions = List.copyOf(conditions);
        }

        /// What is not well at `now`: answers become old while nobody asks, too.
        public List<Condition> conditionsAt(Instant now) {
            Optional<Instant> newest = entries.stream()
                    .flatMap(entry -> entry.sources().stream())
                    .filter(source -> !source.setAside())
                    .flatMap(source -> source.health().flatMap(Health::lastAnswer).stream())
                    .max(Instant::compareTo);
            return Condition.aged(conditions, newest, Condition.Of.SOURCES, OLD, now);
        }

        /// Whether no source may be asked at all.
        public boolean nobodyAsked() {
            return entries.stream().allMatch(entry -> entry.sources().isEmpty());
        }
    }

    /// @param suggestions addresses that could be confirmed; none is by itself
    record Entry(
            Network network,
            List<KeptSource> sources,
            List<SuggestedEndpoint> suggestions,
            List<Networks.Notice> notices) {
        public Entry {
            sources = List.copyOf(sources);
            suggestions = List.copyOf(suggestions);
            notices = List.copyOf(notices);
        }
    }

    /// @param health since the program was started; empty where it may not be asked
    /// @param requests how often it was asked since the program was started
    /// @param capabilities what was measured of it; empty: not measured yet
    /// @param coin symbol of the network's coin
    record KeptSource(
            Endpoint endpoint,
            Optional<Health> health,
            long requests,
            Optional<Capabilities> capabilities,
            String coin) {
        boolean setAside() {
            return health.filter(Health::setAside).isPresent();
        }

        /// What it was caught with; empty also where a newer program kept a kind that this one does not know.
        Optional<Condition.Said> caught() {
            return health.flatMap(Health::caught)
                    .flatMap(each -> Contradiction.of(each.what()))
                    .map(what -> new Condition.Said(what, coin));
        }
    }

    sealed interface Remark {
        record None() implements Remark {}

        /// A source is being asked for its chain id.
        record Asking(String host) implements Remark {}

        /// @param notices what must be said about the network now
        record Added(Network network, List<Networks.Notice> notices) implements Remark {
            public Added {
                notices = List.copyOf(notices);
            }
        }

        /// The way there is open to others: the user has to agree first.
        record Insecure(ChainId chain, String url) implements Remark {}

        /// @param key of the sentence
        record Unusable(String key) implements Remark {}

        /// The source is of another chain than it was entered for.
        record OtherChain(SourceId source, long said) implements Remark {}

        record NoAnswer(String host, String reason) implements Remark {}

        record AlreadyThere(Network network) implements Remark {}

        record Failed() implements Remark {}
    }
}
