package org.lifeboat.engine.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;

/// What is remembered of the looks at one chain. Pure: [#after] is the only way it changes.
/// @param begun when the first look was
/// @param l1 newest block of L1 that was read
/// @param assurance of it
/// @param batches what the batcher has sent to L1
/// @param derived how far L1's data bring the chain, by the word of its servers
/// @param safe newest block that L1's data bring about, by their word
/// @param heard the newest block that a server named, and when it did
/// @param told blocks that servers named, of which is not known yet what L1 makes of them, oldest first
/// @param replaced those of which L1 made others, oldest first; until what was named later has held
public record ChainTrack(
        Instant begun,
        Optional<BlockRef> l1,
        Assurance assurance,
        Optional<Rhythm> batches,
        Optional<Rhythm> derived,
        Optional<BlockRef> safe,
        Optional<Told> heard,
        List<Told> told,
        List<Replaced> replaced,
        Optional<ChainSigns.OfBridge> bridge) {
    /// More are thinned out: every other one of the older half goes.
    private static final int MOST_TOLD = 64;

    private static final int MOST_REPLACED = 8;

    /// A block from further in the future is no sign of life: it would be one for all time until then.
    private static final long AHEAD_SECONDS = 120;

    public ChainTrack {
        told = List.copyOf(told);
        replaced = List.copyOf(replaced);
    }

    /// A block that a server named as its newest.
    /// @param at by this computer's clock
    public record Told(String source, BlockRef block, Instant at) {}

    /// A block that a server had named, and that is another one by L1's data.
    /// @param now hash of the one in its place
    /// @param by who says what L1's data bring about; the chain's own check can confirm it
    /// @param at when it was found out
    public record Replaced(Told told, Hash32 now, String by, Instant at) {}

    public static ChainTrack begin(Instant now) {
        return new ChainTrack(
                now,
                Optional.empty(),
                Assurance.CLAIMED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    ChainTrack with(ChainSigns.OfBridge read) {
        return new ChainTrack(begun, l1, assurance, batches, derived, safe, heard, told, replaced, Optional.of(read));
    }

    /// The batcher's count at an earlier block of L1, for whoever has no earlier look.
    ChainTrack since(BlockRef earlier, long batchesThen) {
        Optional<Rhythm> known = l1.flatMap(now -> batches.filter(rhythm -> !rhythm.moves())
                .map(rhythm -> Rhythm.begin(rhythm.value(), now, batchesThen, earlier)));
        return new ChainTrack(
                begun, l1, assurance, known.or(() -> batches), derived, safe, heard, told, replaced, bridge);
    }

    /// After how many blocks of L1 without data the chain's data count as withheld; empty where nobody has watched.
    public Optional<Long> batchLimit(long window) {
        return batches.map(rhythm -> rhythm.limit(window));
    }

    /// Numbers of blocks that should be asked for again: half of them the next that L1's data will reach,
    /// where what was named is replaced first, the rest the oldest of which is not known yet what L1 made of
    /// them.
    public List<Long> questions(int most) {
        long reached = safe.map(BlockRef::number).orElse(-1L);
        List<Long> open =
                told.stream().map(one -> one.block().number()).distinct().toList();
        Stream<Long> next = open.stream().filter(number -> number > reached).limit(most / 2);
        return Stream.concat(next, open.stream()).distinct().limit(most).toList();
    }

    /// What is remembered after one more look.
    public ChainTrack after(ChainSigns signs) {
        Optional<BlockRef> read = signs.l1().map(ChainSigns.OfL1::block).or(() -> l1);
        // Another server may be behind: what was known before is not unlearnt by that.
        Optional<BlockRef> newSafe = Stream.concat(
                        safe.stream(), signs.l2().stream().flatMap(one -> one.safe().stream()))
                .reduce((one, other) -> one.number() >= other.number() ? one : other);
        List<Told> open = new ArrayList<>(told);
        List<Replaced> others = new ArrayList<>(replaced);
        signs.l2().forEach(server -> judge(server, open, others, signs.at()));
        signs.l2().forEach(server -> add(open, new Told(server.source(), server.newest(), signs.at())));
        return new ChainTrack(
                begun,
                read,
                signs.l1().map(ChainSigns.OfL1::assurance).orElse(assurance),
                grown(batches, signs.l1().flatMap(ChainSigns.OfL1::batches), read),
                grown(derived, newSafe.map(BlockRef::number), read),
                newSafe,
                newest(signs),
                thinned(open),
                others.subList(Math.max(0, others.size() - MOST_REPLACED), others.size()),
                signs.bridge().or(() -> bridge));
    }

    private Optional<Rhythm> grown(Optional<Rhythm> rhythm, Optional<Long> value, Optional<BlockRef> read) {
        if (value.isEmpty() || read.isEmpty()) {
            return rhythm;
        }
        return Optional.of(rhythm.map(known -> known.after(value.get(), read.get(), l1.orElse(read.get())))
                .orElseGet(() -> Rhythm.begin(value.get(), read.get())));
    }

    private Optional<Told> newest(ChainSigns signs) {
        Stream<Told> now = signs.l2().stream()
                .map(server -> new Told(server.source(), server.newest(), signs.at()))
                .filter(told -> told.block().unixSeconds() <= signs.at().getEpochSecond() + AHEAD_SECONDS);
        return Stream.concat(heard.stream(), now)
                .reduce((one, other) ->
                        one.block().unixSeconds() > other.block().unixSeconds() ? one : other);
    }

    /// What L1 made of the blocks that were named: the server has them at or below its own safe block.
    private static void judge(ChainSigns.OfL2 server, List<Told> open, List<Replaced> others, Instant at) {
        for (Told one : List.copyOf(open)) {
            Optional<Hash32> now =
                    Optional.ofNullable(server.again().get(one.block().number()));
            boolean settled = server.safe()
                    .filter(safe -> safe.number() >= one.block().number())
                    .isPresent();
            if (now.isEmpty() || !settled || !open.remove(one)) {
                continue;
            }
            if (!now.get().equals(one.block().hash())) {
                others.add(new Replaced(one, now.get(), server.source(), at));
                // What was named on top of it is gone with it.
                open.removeIf(other -> other.block().number() >= one.block().number());
            } else { // Taken back by whoever said it: another could only say so to calm.
                others.removeIf(
                        before -> before.at().isBefore(one.at()) && before.by().equals(server.source()));
            }
        }
    }

    private static void add(List<Told> open, Told one) {
        if (open.stream()
                .noneMatch(known -> known.block().hash().equals(one.block().hash()))) {
            open.add(one);
        }
    }

    private static List<Told> thinned(List<Told> open) {
        if (open.size() <= MOST_TOLD) {
            return open;
        }
        List<Told> fewer = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (i >= open.size() / 2 || i % 2 == 0) {
                fewer.add(open.get(i));
            }
        }
        return fewer;
    }
}
