package org.lifeboat.conformance.lightclient;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lifeboat.conformance.Report;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClient;
import org.lifeboat.lightclient.Preset;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;

/// Flips one bit in every byte of one message of every kind, and in every key of a committee. None may be
/// accepted, but for the signature slot, which is not signed: where it stays in its period and fork, the message
/// must be accepted and the store come out the same. Used once for one recording.
final class Mutations {
    private static final int KEY = 48;

    private final LightClient client;
    private final BeaconNetwork network;
    private final String folder;
    private final Report report;
    private final Set<Kind> open = EnumSet.allOf(Kind.class);

    /// A message that is processed as an update.
    private enum Kind {
        UPDATE,
        FINALITY_UPDATE,
        OPTIMISTIC_UPDATE;

        boolean isIn(Update update) {
            return switch (this) {
                case UPDATE -> update.next().isPresent();
                case FINALITY_UPDATE -> update.finality().isPresent();
                case OPTIMISTIC_UPDATE -> true;
            };
        }

        Bytes write(Update update, Fork fork, Preset preset) throws SszException {
            return switch (this) {
                case UPDATE -> update.write(fork, preset);
                case FINALITY_UPDATE -> update.writeFinality(fork, preset);
                case OPTIMISTIC_UPDATE -> update.writeOptimistic(fork, preset);
            };
        }

        Update read(Bytes ssz, Fork fork, Preset preset) throws SszException {
            return switch (this) {
                case UPDATE -> Update.read(ssz, fork, preset);
                case FINALITY_UPDATE -> Update.readFinality(ssz, fork, preset);
                case OPTIMISTIC_UPDATE -> Update.readOptimistic(ssz, fork, preset);
            };
        }
    }

    Mutations(BeaconNetwork network, String folder, Report report) {
        this.client = new LightClient(network);
        this.network = network;
        this.folder = folder;
        this.report = report;
    }

    /// Alters the bootstrap, and of each other kind the first message that is accepted.
    /// @param updates in the order in which they were signed; those of a fork's other shape are left out
    void run(Bootstrap bootstrap, List<Update> updates) throws SszException {
        Fork fork = forkAt(bootstrap.header().beacon().slot());
        Hash32 trusted = bootstrap.header().beacon().root();
        if (!(client.begin(trusted, bootstrap) instanceof Verdict.Accepted(Store store))) {
            throw new IllegalArgumentException("the bootstrap does not hold");
        }
        bootstrap(bootstrap.write(fork, network.preset()), fork, trusted);
        for (Update update : updates) {
            Fork its = forkAt(update.attested().beacon().slot());
            for (Kind kind : Kind.values()) {
                if (open.contains(kind) && kind.isIn(update)) {
                    message(kind, kind.write(update, its, network.preset()), its, store);
                }
            }
            if (client.process(store, update, Long.MAX_VALUE) instanceof Verdict.Accepted(Store next)) {
                store = next;
            }
        }
        open.forEach(kind -> report.skipped("a recording has no " + name(kind) + " that could be altered"));
    }

    private void bootstrap(Bytes genuine, Fork fork, Hash32 trusted) {
        for (int at = 0; at < genuine.size(); at++) {
            if (isTried(at, true)) {
                boolean accepted;
                try {
                    Bootstrap altered = Bootstrap.read(flipped(genuine, at), fork, network.preset());
                    accepted = client.begin(trusted, altered) instanceof Verdict.Accepted;
                } catch (SszException _) {
                    accepted = false;
                }
                judge("bootstrap", at, !accepted);
            }
        }
    }

    /// Nothing happens where the message is not accepted as it is: then there is nothing to be seen by
    /// altering it.
    private void message(Kind kind, Bytes ssz, Fork fork, Store start) throws SszException {
        Update genuine = kind.read(ssz, fork, network.preset());
        if (!(client.process(start, genuine, Long.MAX_VALUE) instanceof Verdict.Accepted(Store expected))) {
            return;
        }
        open.remove(kind);
        for (int at = 0; at < ssz.size(); at++) {
            if (isTried(at, kind == Kind.UPDATE)) {
                judge(name(kind), at, holds(kind, flipped(ssz, at), fork, start, expected, genuine));
            }
        }
    }

    private boolean holds(Kind kind, Bytes ssz, Fork fork, Store start, Store expected, Update genuine) {
        try {
            Update update = kind.read(ssz, fork, network.preset());
            boolean another = isSignedAtAnotherSlot(update, genuine);
            if (!(client.process(start, update, Long.MAX_VALUE) instanceof Verdict.Accepted(Store store))) {
                return !another || !isAlike(update, genuine);
            }
            return another
                    && store.finalized().equals(expected.finalized())
                    && store.current().equals(expected.current())
                    && store.next().equals(expected.next())
                    && store.optimistic().equals(expected.optimistic());
        } catch (SszException _) {
            return true; // refused while reading
        }
    }

    private static boolean isSignedAtAnotherSlot(Update update, Update genuine) {
        return update.signatureSlot() != genuine.signatureSlot()
                && new Update(
                                update.attested(),
                                update.next(),
                                update.finality(),
                                update.aggregate(),
                                genuine.signatureSlot())
                        .equals(genuine);
    }

    /// Whether the same committee has signed for the same fork, if the one signature slot is as good as the other.
    private boolean isAlike(Update update, Update genuine) {
        Preset preset = network.preset();
        long one = update.signatureSlot();
        long other = genuine.signatureSlot();
        return one > update.attested().beacon().slot()
                && preset.periodAt(one) == preset.periodAt(other)
                && network.forks()
                        .versionAt(preset.epochAt(one - 1))
                        .equals(network.forks().versionAt(preset.epochAt(other - 1)));
    }

    /// Of a committee, whose keys follow the offset of the first header, one byte of each key: another one for
    /// each.
    private boolean isTried(int at, boolean hasCommittee) {
        int inside = at - Integer.BYTES;
        boolean key =
                hasCommittee && inside >= 0 && inside < KEY * (network.preset().committeeSize() + 1);
        return !key || inside % KEY == inside / KEY % KEY;
    }

    private void judge(String message, int at, boolean holds) {
        if (holds) {
            report.passed();
        } else {
            report.failed(folder + message + " byte " + at, "an altered message was accepted");
        }
    }

    private Fork forkAt(long slot) {
        return network.forks()
                .at(network.preset().epochAt(slot))
                .orElseThrow(() -> new IllegalArgumentException("no fork at slot " + slot));
    }

    private static Bytes flipped(Bytes ssz, int at) {
        byte[] altered = ssz.toArray();
        altered[at] ^= (byte) (1 << (at % 8));
        return Bytes.of(altered);
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
