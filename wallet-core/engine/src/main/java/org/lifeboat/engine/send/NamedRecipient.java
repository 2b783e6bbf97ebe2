package org.lifeboat.engine.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.name.Named;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;

/// Who is meant by a name, and what is to be said about that before anything is signed. Pure.
public sealed interface NamedRecipient {
    /// @param checks the first one names both, name and whole address
    record At(Address address, List<Check> checks) implements NamedRecipient {
        public At {
            checks = List.copyOf(checks);
        }
    }

    /// Nobody who could be paid. The words are in `i18n/send_*.properties`.
    record Refused(String messageKey, List<String> arguments) implements NamedRecipient {
        public Refused {
            arguments = List.copyOf(arguments);
        }
    }

    /// @param contact the one that is kept under this very name, if there is one
    static NamedRecipient of(Named named, Network network, Optional<Contact> contact) {
        Optional<Contact> known = contact.filter(one -> one.holdsOn(network.chain()));
        if (!(named instanceof Named.Found found)) {
            // What the user has written down himself stands, whatever becomes of the name.
            return known.<NamedRecipient>map(one -> new At(
                            one.address(),
                            List.of(Check.of(
                                    Check.Kind.NAME_NOT_CHECKED,
                                    one.name(),
                                    one.address().toChecksum()))))
                    .orElseGet(() -> new Refused(named.messageKey().orElseThrow(), arguments(named, network)));
        }
        boolean moved =
                known.filter(one -> !one.address().equals(found.address())).isPresent();
        return moved
                ? new Refused(
                        "send.name.moved",
                        List.of(
                                found.name(),
                                known.get().address().toChecksum(),
                                found.address().toChecksum()))
                : new At(found.address(), checks(found, network));
    }

    /// A network goes by its name: what it is told of here knows its number only.
    private static List<String> arguments(Named named, Network network) {
        List<String> arguments = new ArrayList<>(named.sentenceArguments());
        if (named instanceof Named.Nothing(Named.Why why, var _)
                && why == Named.Why.OTHER_CHAIN
                && arguments.size() > 1) {
            arguments.set(1, network.name());
        }
        return arguments;
    }

    private static List<Check> checks(Named.Found found, Network network) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.of(
                leads(found.assurance().level()),
                found.name(),
                found.address().toChecksum(),
                Long.toString(found.block().number())));
        found.earlier()
                .ifPresent(
                        earlier -> checks.add(Check.of(Check.Kind.NAME_CHANGED, found.name(), earlier.toChecksum())));
        if (found.anyChain()) {
            checks.add(Check.of(Check.Kind.NAME_FOR_ANY_CHAIN, found.name(), network.name()));
        }
        List<String> scripts = found.scripts().stream()
                .filter(script -> !script.equals("ASCII"))
                .toList();
        if (!scripts.isEmpty()) {
            checks.add(Check.of(Check.Kind.NAME_SCRIPTS, found.name(), String.join(", ", scripts)));
        }
        return checks;
    }

    private static Check.Kind leads(Assurance.Level level) {
        return switch (level) {
            case FINAL -> Check.Kind.NAME_FINAL;
            case POSTED -> Check.Kind.NAME_SIGNED;
            case SIGNED, CLAIMED -> Check.Kind.NAME_UNVERIFIED;
        };
    }
}
