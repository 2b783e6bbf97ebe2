package org.lifeboat.rollups.opstack.derivation;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.OrderedTrie;

/// Derives from a [FakeL1]; its L2 blocks have a header but no state.
final class Follower {
    final FakeL1 l1;
    final RollupConfig config;
    final Derivation derivation;
    final List<PayloadAttributes> derived = new ArrayList<>();
    final List<Step.Reorganised> reorganised = new ArrayList<>();
    private final Map<Hash32, Given.L2Block> blocks = new HashMap<>();

    /// A fake blob's hash is its Keccak-256.
    Follower(FakeL1 l1, RollupConfig config, BlockHeader anchor, List<Bytes> transactions) {
        this.l1 = l1;
        this.config = config;
        this.derivation = Derivation.after(
                                config,
                                Upgrades.NONE,
                                blob -> Optional.of(Keccak256.digest(blob)),
                                FakeL1.CURVE,
                                anchor,
                                transactions)
                        instanceof Answer.Proven<Derivation>(Derivation made)
                ? made
                : fail("no derivation");
    }

    /// Goes on until something is needed that L1 does not have.
    Step run() {
        while (true) {
            Step step = derivation.step();
            switch (step) {
                case Step.Needs(Need need) -> {
                    Optional<Given> answer = answer(need);
                    if (answer.isEmpty()) {
                        return step;
                    }
                    Optional<String> refused = derivation.give(answer.get());
                    if (refused.isPresent()) {
                        throw new IllegalStateException(refused.get());
                    }
                }
                case Step.Attributes(PayloadAttributes attributes) -> apply(attributes);
                case Step.Reorganised back -> {
                    reorganised.add(back);
                    derived.removeIf(
                            each -> each.parent().number() >= back.head().number());
                }
                case Step.Stopped _ -> {
                    return step;
                }
            }
        }
    }

    /// Until the next block is asked for.
    PayloadAttributes next() {
        while (true) {
            switch (derivation.step()) {
                case Step.Needs(Need need) -> derivation.give(answer(need).orElseThrow());
                case Step.Attributes(PayloadAttributes attributes) -> {
                    return attributes;
                }
                case Step.Reorganised _, Step.Stopped _ -> throw new IllegalStateException("no block");
            }
        }
    }

    Optional<Given> answer(Need need) {
        return switch (need) {
            case Need.L1Header(long number, var _) -> l1.find(number).map(Given.L1Header::new);
            case Need.L1Receipts(BlockRef block) -> Optional.of(new Given.L1Receipts(l1.receipts(block.hash())));
            case Need.L1Transactions(BlockRef block) ->
                Optional.of(new Given.L1Transactions(l1.transactions(block.hash())));
            case Need.Blobs(var _, List<Hash32> hashes) ->
                Optional.of(new Given.Blobs(hashes.stream().map(l1.blobs::get).toList()));
            case Need.L2Blocks(Hash32 newest) ->
                Optional.ofNullable(blocks.get(newest)).map(block -> new Given.L2Blocks(List.of(block)));
        };
    }

    BlockHeader apply(PayloadAttributes attributes) {
        BlockHeader header = header(attributes);
        derived.add(attributes);
        blocks.put(header.hash(), new Given.L2Block(header, attributes.transactions()));
        derivation.applied(header);
        return header;
    }

    /// Knows the blocks that another follower derived.
    void knows(Follower other) {
        blocks.putAll(other.blocks);
    }

    Given.L2Block block(Hash32 hash) {
        return Optional.ofNullable(blocks.get(hash)).orElseThrow();
    }

    static BlockHeader header(PayloadAttributes attributes) {
        return Rollups.header(
                attributes.parent().hash(),
                attributes.parent().number() + 1,
                attributes.unixSeconds(),
                attributes.fees().isPresent()
                                && attributes.fees().get().leastBaseFee().isPresent()
                        ? Bytes.fromHex("0x01000000fa000000060000000000000000")
                        : attributes.fees().isPresent() ? Bytes.fromHex("0x00000000fa00000006") : Bytes.EMPTY,
                OrderedTrie.root(attributes.transactions()),
                Hash32.ZERO,
                Bytes.of(new byte[BlockHeader.BLOOM_SIZE]));
    }
}
