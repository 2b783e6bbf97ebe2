package org.lifeboat.sandbox.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Hash32;

/// All blocks of a chain, by number and by hash, and where each transaction stands. Safe for many threads;
/// what it gives out never changes.
public final class History {
    /// Where a transaction stands.
    public record Place(SealedBlock block, ExecutedTransaction transaction) {}

    private final List<SealedBlock> blocks = new ArrayList<>();
    private final Map<Hash32, SealedBlock> byHash = new HashMap<>();
    private final Map<Hash32, Place> places = new HashMap<>();

    private final long firstNumber;
    private final Map<Long, Hash32> older;

    /// @param first block 0
    public History(SealedBlock first) {
        this(first, Map.of());
    }

    /// The chain of another network from one of its blocks on.
    /// @param first the oldest whose state is known
    /// @param older the hashes of blocks before it, by number
    public History(SealedBlock first, Map<Long, Hash32> older) {
        this.firstNumber = first.number();
        this.older = Map.copyOf(older);
        add(first);
    }

    public synchronized SealedBlock oldest() {
        return blocks.getFirst();
    }

    /// The same blocks, to which others can be added.
    public synchronized History copy() {
        History copy = new History(blocks.getFirst(), older);
        blocks.subList(1, blocks.size()).forEach(copy::add);
        return copy;
    }

    /// @throws IllegalArgumentException if it is not the child of the newest block
    public synchronized void append(SealedBlock block) {
        if (!block.header().parentHash().equals(newest().hash())) {
            throw new IllegalArgumentException("not a child of the newest block");
        }
        add(block);
    }

    /// Takes back the newest `count` blocks. Nobody finds them any more, nor what stood in them.
    /// @return what was taken back, oldest first
    /// @throws IllegalArgumentException if block 0 is among them
    public synchronized List<SealedBlock> takeBack(int count) {
        if (count < 0 || count >= blocks.size()) {
            throw new IllegalArgumentException("not so many blocks can be taken back: " + count);
        }
        List<SealedBlock> tail = blocks.subList(blocks.size() - count, blocks.size());
        List<SealedBlock> taken = List.copyOf(tail);
        tail.clear();
        taken.forEach(block -> {
            byHash.remove(block.hash());
            block.transactions().forEach(each -> places.remove(each.sent().hash()));
        });
        return taken;
    }

    private synchronized void add(SealedBlock block) {
        blocks.add(block);
        byHash.put(block.hash(), block);
        block.transactions().forEach(each -> places.put(each.sent().hash(), new Place(block, each)));
    }

    public synchronized SealedBlock newest() {
        return blocks.getLast();
    }

    public synchronized Optional<SealedBlock> at(long number) {
        long index = number - firstNumber;
        return index >= 0 && index < blocks.size() ? Optional.of(blocks.get((int) index)) : Optional.empty();
    }

    public synchronized Optional<SealedBlock> find(Hash32 hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    public synchronized Optional<Place> transaction(Hash32 hash) {
        return Optional.ofNullable(places.get(hash));
    }

    /// The chain as it was when `block` was its newest.
    public Ancestry upTo(SealedBlock block) {
        return new Ancestry() {
            @Override
            public SealedBlock newest() {
                return block;
            }

            @Override
            public Hash32 blockHash(long number) {
                return number <= block.number()
                        ? at(number).map(SealedBlock::hash).orElse(older.getOrDefault(number, Hash32.ZERO))
                        : Hash32.ZERO;
            }
        };
    }
}
