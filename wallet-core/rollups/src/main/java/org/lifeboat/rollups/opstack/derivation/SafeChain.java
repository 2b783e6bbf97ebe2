package org.lifeboat.rollups.opstack.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.primitives.Hash32;

/// The derived chain's blocks that are still needed, without a gap, oldest first.
final class SafeChain {
    private final List<SafeBlock> blocks;

    SafeChain(SafeBlock newest) {
        this.blocks = new ArrayList<>(List.of(newest));
    }

    private SafeChain(List<SafeBlock> blocks) {
        this.blocks = new ArrayList<>(blocks);
    }

    SafeChain copy() {
        return new SafeChain(blocks);
    }

    SafeBlock oldest() {
        return blocks.getFirst();
    }

    SafeBlock newest() {
        return blocks.getLast();
    }

    Optional<SafeBlock> find(long number) {
        long index = number - oldest().block().number();
        return index < 0 || index >= blocks.size() ? Optional.empty() : Optional.of(blocks.get((int) index));
    }

    Optional<Hash32> hash(long number) {
        return find(number).map(each -> each.block().hash());
    }

    void add(SafeBlock next) {
        blocks.add(next);
    }

    /// @param before the parent of the oldest
    void addBefore(SafeBlock before) {
        blocks.addFirst(before);
    }

    /// Forgets blocks whose origin is before `origin`, but for the newest 256, which blocks can ask for
    /// (`BLOCKHASH`).
    void forgetBefore(long origin) {
        int needed = 256;
        int forgotten = 0;
        while (blocks.size() - forgotten > needed
                && blocks.get(forgotten).origin().number() < origin) {
            forgotten++;
        }
        blocks.subList(0, forgotten).clear();
    }

    /// Back to the block with that number, which is known.
    void cutTo(long number) {
        int keep = (int) (number - oldest().block().number()) + 1;
        blocks.subList(keep, blocks.size()).clear();
    }
}
