package org.lifeboat.engine.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.lightclient.BeaconNetwork;
import org.lifeboat.lightclient.Bootstrap;
import org.lifeboat.lightclient.Fork;
import org.lifeboat.lightclient.LightClientHeader;
import org.lifeboat.lightclient.Store;
import org.lifeboat.lightclient.Update;
import org.lifeboat.lightclient.Verdict;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszException;

/// One round of asking: the checkpoint's block, missing committees, the newest finality, the newest head.
/// Used once.
final class Round {
    /// How many updates are asked for at once: what one answer may hold in memory.
    private static final int AT_ONCE = 16;

    /// `MAX_REQUEST_LIGHT_CLIENT_UPDATES`, altair/light-client/p2p-interface.md; so many periods are 146
    /// days.
    private static final int MOST_IN_A_ROUND = 128;

    private final Light light;
    private final BeaconNetwork network;
    private final List<BeaconSource> sources;
    private final long currentSlot;
    private final Duration patience;
    private final Deadline whole;
    private final Judge judge;
    private Optional<Seen> head = Optional.empty();
    private Optional<Long> doubtedSlot = Optional.empty();
    private boolean understood;

    /// The newest head of this round and who showed it.
    private record Seen(BeaconSource source, LightClientHeader header) {}

    Round(Light light, BeaconNetwork network, List<BeaconSource> sources, long currentSlot, Duration patience) {
        this.light = light;
        this.network = network;
        this.sources = sources;
        this.currentSlot = currentSlot;
        this.patience = patience;
        this.whole = Deadline.in(patience.multipliedBy(2));
        this.judge = new Judge(light, network, currentSlot);
    }

    List<Finding> findings() {
        return judge.findings();
    }

    /// Whether this program is too old for the chain: a source says so, and none showed anything it can read.
    /// One source alone cannot say so while others are understood.
    boolean updateNeeded() {
        return judge.unknownFork() && !understood;
    }

    /// A slot at which two heads were signed.
    Optional<Long> doubtedSlot() {
        return doubtedSlot;
    }

    /// Asks source after source for the checkpoint's block, until one has it.
    void begin() {
        if (light.store().isPresent()) {
            return;
        }
        Hash32 root = light.checkpoint().root();
        for (BeaconSource source : sources) {
            judge.message(source, source.ask(new BeaconQuery.BootstrapOf(root), network, left()), "bootstrap")
                    .ifPresent(known -> begin(source, known.fork(), known.message()));
            if (light.store().isPresent()) {
                return;
            }
        }
    }

    private void begin(BeaconSource source, Fork fork, Bootstrap bootstrap) {
        try {
            judge.verdict(source, light.begin(fork, bootstrap));
        } catch (SszException e) {
            judge.misshapen(source, e);
        }
    }

    /// Goes from period to period until the committee of the current one is known.
    void catchUp() {
        for (int done = 0; done < MOST_IN_A_ROUND && isBehind(); done += AT_ONCE) {
            if (sources.stream().noneMatch(this::catchUpFrom)) {
                return;
            }
        }
    }

    private boolean isBehind() {
        return light.store()
                .filter(store -> light.period(store) < network.preset().periodAt(currentSlot)
                        || store.next().isEmpty())
                .isPresent();
    }

    /// @return whether it brought anything
    private boolean catchUpFrom(BeaconSource source) {
        if (source.health().setAside()) {
            return false;
        }
        Store before = light.store().orElseThrow();
        long from = light.period(before) + (before.next().isPresent() ? 1 : 0);
        long missing = network.preset().periodAt(currentSlot) - from + 1;
        int count = (int) Math.max(1, Math.min(AT_ONCE, missing));
        Reply<List<Versioned<Update>>> reply = source.ask(new BeaconQuery.UpdatesFrom(from, count), network, left());
        for (Versioned<Update> each : judge.list(source, reply)) {
            Optional<Versioned.Known<Update>> known = judge.known(source, each);
            if (known.isEmpty() || !takeUpdate(source, known.get())) {
                break;
            }
        }
        Store after = light.store().orElseThrow();
        return light.period(after) > light.period(before)
                || (after.next().isPresent() && before.next().isEmpty());
    }

    private boolean takeUpdate(BeaconSource source, Versioned.Known<Update> known) {
        Verdict verdict = light.check(known.message(), currentSlot);
        try {
            if (verdict instanceof Verdict.Accepted accepted) {
                judge.signatures(source, known.message());
                if (!known.message().aggregate().hasSupermajority()) {
                    return false;
                }
                light.takeUpdate(known.fork(), known.message(), accepted);
                return true;
            }
        } catch (SszException e) {
            judge.misshapen(source, e);
            return false;
        }
        judge.verdict(source, known.message(), verdict);
        return false;
    }

    /// Asks every source at the same time for what is final and for the head, and compares what they say.
    void follow() {
        if (light.store().isEmpty()) {
            return;
        }
        List<BeaconSource> asked =
                sources.stream().filter(source -> !source.health().setAside()).toList();
        List<Reply<Versioned<Update>>> finalities = askAll(asked, new BeaconQuery.FinalityUpdate());
        for (int i = 0; i < asked.size(); i++) {
            BeaconSource source = asked.get(i);
            judge.message(source, finalities.get(i), "finality_update").ifPresent(known -> take(source, known, true));
        }
        List<BeaconSource> left =
                asked.stream().filter(source -> !source.health().setAside()).toList();
        List<Reply<Versioned<Update>>> heads = askAll(left, new BeaconQuery.OptimisticUpdate());
        for (int i = 0; i < left.size(); i++) {
            BeaconSource source = left.get(i);
            judge.message(source, heads.get(i), "optimistic_update").ifPresent(known -> take(source, known, false));
        }
    }

    private void take(BeaconSource source, Versioned.Known<Update> known, boolean finality) {
        Update update = known.message();
        Verdict verdict = light.check(update, currentSlot);
        try {
            if (verdict instanceof Verdict.Accepted accepted) {
                understood = true;
                judge.signatures(source, update);
                if (!update.aggregate().hasSupermajority()) {
                    return; // The specification would take more than half for a head; nothing here rests on that.
                }
                compareHeads(source, update.attested());
                if (finality && light.contradicts(update)) {
                    judge.conflict(source, update);
                    light.noteConflict(known.fork(), update);
                } else if (finality) {
                    judge.backwards(source, update);
                    light.takeFinality(known.fork(), update, accepted);
                } else {
                    light.takeOptimistic(known.fork(), update, accepted);
                }
                judge.lag(source, update);
                return;
            }
        } catch (SszException e) {
            judge.misshapen(source, e);
            return;
        }
        judge.verdict(source, update, verdict);
        judge.lag(source, update);
    }

    /// Two rightly signed blocks at one slot: somebody of the committee signed twice.
    private void compareHeads(BeaconSource source, LightClientHeader header) {
        if (head.isPresent()
                && head.get().header().beacon().slot() == header.beacon().slot()
                && !head.get().header().equals(header)) {
            judge.equivocation(source, header, head.get().source());
            doubtedSlot = Optional.of(header.beacon().slot());
        } else if (head.isEmpty()
                || head.get().header().beacon().slot() < header.beacon().slot()) {
            head = Optional.of(new Seen(source, header));
        }
    }

    /// For one question: silent sources one after the other must not hold up what is built on the round.
    private Duration left() {
        return whole.remaining(patience);
    }

    private List<Reply<Versioned<Update>>> askAll(List<BeaconSource> asked, BeaconQuery<Versioned<Update>> query) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply<Versioned<Update>>>> pending = new ArrayList<>();
            for (BeaconSource source : asked) {
                pending.add(threads.submit(() -> source.ask(query, network, left())));
            }
            // Closing waits for all; each has its own deadline.
            threads.shutdown();
            return pending.stream().map(Round::resultOf).toList();
        }
    }

    private static Reply<Versioned<Update>> resultOf(Future<Reply<Versioned<Update>>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Failed<>(Reply.Failure.CANCELLED, "the question was cancelled");
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a source throws for nothing a remote does", e.getCause());
        }
    }
}
