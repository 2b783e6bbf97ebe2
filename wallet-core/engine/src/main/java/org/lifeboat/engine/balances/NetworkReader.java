package org.lifeboat.engine.balances;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.block.BlockHeader;

/// Reads one network: finds a source that answers, reads from it, and goes on to the next where it lied,
/// failed or proves nothing. Used once.
final class NetworkReader {
    /// A block this far behind its network's present may be missing on some of the servers behind one
    /// address.
    private static final int STEP_BACK = 3;

    /// From this age on the newest block is remarked on.
    private static final Duration OLD_HEAD = Duration.ofMinutes(15);

    private final Watch watch;
    private final Map<Position, Figure.Known> lastKnown;
    private final SourceMemory memory;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final Patience patience;

    private final ConcurrentLinkedQueue<Disagreement> disagreements = new ConcurrentLinkedQueue<>();
    private final List<Disagreement> caughtBefore = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private Optional<Best> best = Optional.empty();

    private record Best(Head.Usable head, Reading.Done done, Witnesses witnesses) {
        /// The block that was read in the end; an earlier one than the head where the source did not know
        /// its own.
        BlockRef block() {
            return done.figures().values().stream()
                    .findFirst()
                    .map(Figure.Known::block)
                    .orElse(head.block());
        }
    }

    NetworkReader(
            Watch watch,
            Map<Position, Figure.Known> lastKnown,
            SourceMemory memory,
            InstantSource clock,
            ExecutorService threads,
            Patience patience) {
        this.watch = watch;
        this.lastKnown = lastKnown;
        this.memory = memory;
        this.clock = clock;
        this.threads = threads;
        this.patience = patience;
    }

    NetworkReport read() throws InterruptedException {
        Instant began = clock.instant();
        Deadline deadline = Deadline.in(patience.whole());
        List<Source> sources = watch.sources().stream()
                .filter(source -> !source.health().setAside())
                .toList();
        watch.sources().forEach(this::nameIfCaughtBefore);
        if (watch.sources().isEmpty()) {
            notes.add(Note.of(Note.Kind.NO_SOURCE));
        }
        if (!watch.accounts().isEmpty()) {
            readFrom(sources, deadline);
        }
        return report(Duration.between(began, clock.instant()));
    }

    /// A source that was caught earlier is not asked; it is named, with what it was caught with, for as
    /// long as it stands in the list.
    private void nameIfCaughtBefore(Source source) {
        source.health().caught().ifPresent(caught -> {
            notes.add(Note.of(
                    Note.Kind.SOURCE_SET_ASIDE_BEFORE,
                    source.id().shown(),
                    DateTimeFormatter.ISO_LOCAL_DATE
                            .withZone(ZoneId.systemDefault())
                            .format(caught.at())));
            Contradiction.of(caught.what())
                    .map(contradiction -> new Disagreement(source.id(), contradiction))
                    .ifPresent(caughtBefore::add);
        });
    }

    /// What stands behind the figures of the report, once [#read] has returned.
    Collection<BalanceProof> proofs() {
        return best.<Collection<BalanceProof>>map(found -> found.done().proofs().values())
                .orElseGet(List::of);
    }

    /// What the source that was read proves at an older block of the chain; nothing where it does not. One that
    /// contradicts that block is set aside.
    /// @param block whose header was verified
    Collection<BalanceProof> again(BlockHeader block) {
        return best.<Collection<BalanceProof>>map(found -> again(found, block)).orElseGet(List::of);
    }

    private Collection<BalanceProof> again(Best found, BlockHeader block) {
        Source source = found.head().source();
        long back = found.block().number() - block.number();
        if (back < 0 || source.health().setAside() || !source.limits().mayProve(back)) {
            return List.of();
        }
        Head.Usable older = new Head.Usable(source, block.ref(), Optional.of(block), Optional.empty());
        // What it refuses of an old block, it need not refuse of the newest.
        SourceMemory apart = memory.withRefusalsApart();
        Deadline deadline = Deadline.in(patience.whole());
        return switch (fitting(() -> new SourceReading(watch, older, apart, clock.instant(), deadline).read(false))) {
            case Reading.Done done -> done.proofs().values();
            case Reading.Lied(List<Contradiction> contradictions) -> {
                contradictions.forEach(contradiction -> source.refuted(contradiction.refutation()));
                yield List.of();
            }
            case Reading.Failed _, Reading.Moved _ -> List.of();
        };
    }

    private void readFrom(List<Source> sources, Deadline deadline) throws InterruptedException {
        HeadRace race = new HeadRace(threads, watch, sources, patience, this::take);
        boolean satisfied = false;
        while (!satisfied && !deadline.isOver()) {
            Optional<Head.Usable> head = race.next(deadline);
            if (head.isEmpty()) {
                return;
            }
            List<Source> others = sources.stream()
                    .filter(source -> !source.id().equals(head.get().source().id()))
                    .toList();
            Witnesses witnesses = new Witnesses(threads, watch.network().chain(), head.get(), others, deadline);
            satisfied = take(head.get(), read(head.get(), deadline), witnesses);
        }
    }

    /// One source, with a second try where its servers disagree among themselves.
    private Reading read(Head.Usable head, Deadline deadline) {
        Reading reading = readAt(head, deadline);
        return switch (reading) {
            case Reading.Done _, Reading.Lied _ -> reading;
            case Reading.Failed _, Reading.Moved _ -> readAgain(head, reading, earlier(head), deadline);
        };
    }

    /// A block that the servers behind the address should all have, and that this source still proves.
    private static BlockSelector earlier(Head.Usable head) {
        int back = STEP_BACK;
        while (back > 0 && !head.source().limits().mayProve(back)) {
            back--;
        }
        return back == 0
                ? BlockSelector.LATEST
                : new BlockSelector.AtNumber(Math.max(0, head.block().number() - back));
    }

    private Reading readAgain(Head.Usable head, Reading reading, BlockSelector block, Deadline deadline) {
        if (deadline.isOver()) {
            return reading;
        }
        return switch (HeadQuestion.ask(head.source(), watch.network().chain(), block, deadline.remaining())) {
            case Head.Usable second -> readAt(second, deadline);
            case Head.Lied lied -> new Reading.Lied(List.of(lied.contradiction()));
            case Head.Silent silent ->
                reading instanceof Reading.Failed ? reading : new Reading.Failed(silent.reason());
        };
    }

    private Reading readAt(Head.Usable head, Deadline deadline) {
        return fitting(() -> new SourceReading(watch, head, memory, clock.instant(), deadline).read(true));
    }

    /// Proofs that do not hold are asked for once more before their source is set aside for them.
    private static Reading fitting(Supplier<Reading> asking) {
        Reading first = asking.get();
        return first instanceof Reading.Lied lied && lied.onlyUnfitProofs() ? asking.get() : first;
    }

    /// @return whether no other source is needed
    private boolean take(Head.Usable head, Reading reading, Witnesses witnesses) {
        switch (reading) {
            case Reading.Done done -> {
                if (best.isEmpty() || done.betterThan(best.get().done())) {
                    best = Optional.of(new Best(head, done, witnesses));
                }
                return !done.wantsAnother();
            }
            case Reading.Lied(List<Contradiction> contradictions) ->
                contradictions.forEach(contradiction -> setAside(head.source(), contradiction));
            case Reading.Failed(Note reason) -> notes.add(reason);
            case Reading.Moved _ -> notes.add(Note.of(Note.Kind.BLOCK_CHANGED));
        }
        return false;
    }

    private void take(Head unusable) {
        switch (unusable) {
            case Head.Lied(Source source, Contradiction contradiction) -> setAside(source, contradiction);
            case Head.Silent(Source _, Note reason) -> notes.add(reason);
            case Head.Usable _ -> {}
        }
    }

    private void setAside(Source source, Contradiction contradiction) {
        source.refuted(contradiction.refutation());
        disagreements.add(new Disagreement(source.id(), contradiction));
    }

    private NetworkReport report(Duration took) {
        best.ifPresent(found -> {
            found.witnesses().liars().forEach(this::take);
            notes.addAll(found.witnesses().differing());
            age(found.block());
        });
        disagreements.stream()
                .map(disagreement -> disagreement.source().shown())
                .distinct()
                .forEach(host -> notes.add(Note.of(Note.Kind.SOURCE_SET_ASIDE, host)));
        if (best.isEmpty() && notes.isEmpty()) {
            notes.add(Note.of(Note.Kind.OUT_OF_TIME));
        }
        NetworkReport.State state = best.<NetworkReport.State>map(found -> new NetworkReport.State.Read(
                        found.head().source().id(),
                        found.block(),
                        found.witnesses().agreeing(),
                        took))
                .orElseGet(() -> new NetworkReport.State.Unread(took));
        Set<Token> absent = best.map(found -> found.done().absent()).orElse(Set.of());
        if (!absent.isEmpty()) {
            notes.add(Note.of(
                    Note.Kind.TOKENS_ABSENT,
                    absent.stream().map(Token::symbol).distinct().sorted().collect(Collectors.joining(", "))));
        }
        List<Row> rows = watch.positions().stream()
                .filter(position -> !isAbsent(position, absent))
                .map(position -> new Row(position, figure(position), vouched(watch.network())))
                .toList();
        return new NetworkReport(watch.network(), state, rows, allDisagreements(), notes);
    }

    private List<Disagreement> allDisagreements() {
        return Stream.concat(caughtBefore.stream(), disagreements.stream()).toList();
    }

    /// A token that does not exist has no line of its own, unless something was seen there before.
    private boolean isAbsent(Position position, Set<Token> absent) {
        Figure.Known last = lastKnown.get(position);
        return position.asset() instanceof Asset.Erc20(Token token, boolean _)
                && absent.contains(token)
                && (last == null || last.amount().isZero());
    }

    private void age(BlockRef block) {
        long seconds = clock.instant().getEpochSecond() - block.unixSeconds();
        if (seconds > OLD_HEAD.toSeconds()) {
            notes.add(Note.of(Note.Kind.HEAD_OLD, Long.toString(seconds)));
        }
    }

    private Figure figure(Position position) {
        Optional<Figure.Known> last = Optional.ofNullable(lastKnown.get(position));
        if (best.isPresent()) {
            Figure.Known known = best.get().done().figures().get(position);
            if (known != null) {
                return known;
            }
            Note why = best.get().done().problems().get(position);
            if (why == null) {
                why = position.asset() instanceof Asset.Erc20(Token token, boolean _)
                                && best.get().done().absent().contains(token)
                        ? Note.of(Note.Kind.TOKENS_ABSENT, token.symbol())
                        : Note.of(Note.Kind.OUT_OF_TIME);
            }
            return new Figure.Problem(Figure.Outcome.COULD_NOT_ASK, List.of(why), last);
        }
        Figure.Outcome outcome = allDisagreements().isEmpty() ? Figure.Outcome.COULD_NOT_ASK : Figure.Outcome.REFUTED;
        return new Figure.Problem(outcome, notes, last);
    }

    static Vouched vouched(Network network) {
        return switch (network.layer()) {
            case Network.Layer.L2(var _, Network.Stack stack) ->
                new Vouched.NoneYet(
                        Note.of(stack == Network.Stack.OP_STACK ? Note.Kind.NO_ROOT_YET : Note.Kind.NO_L1_VERIFIER));
            case Network.Layer.L1 _, Network.Layer.Sidechain _, Network.Layer.Unstated _ -> new Vouched.NotApplicable();
        };
    }
}
