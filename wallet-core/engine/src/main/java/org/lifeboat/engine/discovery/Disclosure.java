package org.lifeboat.engine.discovery;

import java.util.List;
import org.lifeboat.engine.source.Source;

/// What asking gives away, to be shown before anything is asked.
/// @param hosts who will learn that the addresses belong together
public record Disclosure(List<String> hosts) {
    public Disclosure {
        hosts = List.copyOf(hosts);
    }

    public static Disclosure of(List<Source> sources) {
        return new Disclosure(
                sources.stream().map(source -> source.id().shown()).distinct().toList());
    }

    /// The sentence to show; {0} is the list of hosts.
    public String messageKey() {
        return "discovery.disclosure";
    }

    /// The user has read it and agrees.
    public Agreed agree() {
        return new Agreed(this);
    }

    /// Cannot be had without a disclosure.
    public static final class Agreed {
        private final Disclosure disclosure;

        private Agreed(Disclosure disclosure) {
            this.disclosure = disclosure;
        }

        boolean covers(Source source) {
            return disclosure.hosts().contains(source.id().shown());
        }
    }
}
