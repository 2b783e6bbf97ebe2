package org.lifeboat.sandbox.rollup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.derivation.Derivation;
import org.lifeboat.rollups.opstack.derivation.Given;
import org.lifeboat.rollups.opstack.derivation.Need;
import org.lifeboat.rollups.opstack.derivation.PayloadAttributes;
import org.lifeboat.rollups.opstack.derivation.Step;
import org.lifeboat.rollups.opstack.derivation.Upgrades;
import org.lifeboat.sandbox.blob.PlayBlob;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.node.L1Node;

/// Makes of what stands on L1 the L2's chain, as any node does: what the sequencer has said is replaced
/// where L1 says otherwise, and where nobody sequences the blocks come from L1 alone.
final class L1Follower {
    /// A day of blocks. Where time was moved further than this and the sequencing window is over, L1 demands
    /// an empty block for every two seconds of it: nobody has the memory for weeks of them. Unit: seconds.
    private static final long MOST_BEHIND = 86_400;

    private final L1Node l1;
    private final Layer2Node l2;
    private final Derivation derivation;

    /// The newest L2 block that each L1 block completes; L1 blocks that complete none are left out.
    private final TreeMap<Long, Long> fixed = new TreeMap<>();

    private Optional<String> stopped = Optional.empty();
    private int made;

    L1Follower(L1Node l1, Layer2Node l2, Secp256k1 curve) {
        this.l1 = l1;
        this.l2 = l2;
        SealedBlock genesis = l2.history().at(0).orElseThrow();
        this.derivation = Derivation.after(
                                l2.rollup(),
                                Upgrades.NONE,
                                l1.blobs()::versionedHash,
                                curve,
                                genesis.header(),
                                List.of())
                        instanceof Answer.Proven<Derivation>(Derivation made)
                ? made
                : noDerivation();
    }

    private static Derivation noDerivation() {
        throw new IllegalStateException("the rollup's first block is not its own");
    }

    /// Why nothing can be derived any more, if so.
    Optional<String> stopped() {
        return stopped;
    }

    /// Goes on up to L1's newest block, or until so many blocks were made.
    void follow(int most) {
        made = 0;
        boolean more = stopped.isEmpty();
        while (more && made < most) {
            more = switch (derivation.step()) {
                case Step.Needs(Need need) -> give(need);
                case Step.Attributes(PayloadAttributes attributes) -> apply(attributes);
                case Step.Reorganised(var _, var head) -> {
                    fixed.replaceAll((_, newest) -> Math.min(newest, head.number()));
                    l2.cutTo(head.number());
                    yield true;
                }
                case Step.Stopped(var _, String reason) -> {
                    stopped = Optional.of(reason);
                    yield false;
                }
            };
        }
        l2.markFinalised(fixedUpTo(l1.finalised().number()));
    }

    /// @param l1Number nothing later on L1 is looked at
    /// @return the number of the newest L2 block that follows from it; 0: only the first
    long fixedUpTo(long l1Number) {
        Map.Entry<Long, Long> newest = fixed.floorEntry(l1Number);
        return newest == null ? 0 : newest.getValue();
    }

    private boolean give(Need need) {
        Optional<Given> answer = answer(need);
        Optional<String> refused = answer.flatMap(derivation::give);
        if (refused.isPresent()) {
            throw new IllegalStateException(refused.get());
        }
        return answer.isPresent();
    }

    private Optional<Given> answer(Need need) {
        return switch (need) {
            case Need.L1Header(long number, var _) ->
                l1.history().at(number).map(block -> new Given.L1Header(block.header()));
            case Need.L1Receipts(var block) ->
                l1.history().find(block.hash()).map(found -> new Given.L1Receipts(receipts(found)));
            case Need.L1Transactions(var block) ->
                l1.history().find(block.hash()).map(found -> new Given.L1Transactions(transactions(found)));
            case Need.Blobs(var _, var hashes) ->
                l1.blobs()
                        .find(hashes)
                        .map(found -> new Given.Blobs(
                                found.stream().map(PlayBlob::content).toList()));
            case Need.L2Blocks(Hash32 newest) ->
                l2.history()
                        .find(newest)
                        .map(found ->
                                new Given.L2Blocks(List.of(new Given.L2Block(found.header(), transactions(found)))));
        };
    }

    private static List<Bytes> receipts(SealedBlock block) {
        return block.transactions().stream()
                .map(each -> each.receipt().encoded())
                .toList();
    }

    static List<Bytes> transactions(SealedBlock block) {
        return block.transactions().stream()
                .map(ExecutedTransaction::sent)
                .map(sent -> sent.encoded())
                .toList();
    }

    private boolean apply(PayloadAttributes attributes) {
        long number = attributes.parent().number() + 1;
        Optional<SealedBlock> there = l2.history().at(number).filter(block -> isOf(attributes, block));
        if (there.isEmpty()) {
            if (isHopeless(attributes)) {
                stopped = Optional.of("the L2 is more than a day behind L1, which demands all of its blocks");
                return false;
            }
            made++;
            l2.cutTo(attributes.parent().number());
            switch (l2.make(attributes)) {
                case Layer2Node.Made.Whole(SealedBlock block) -> l2.append(block);
                case Layer2Node.Made.Impossible _ -> {
                    derivation.rejected();
                    return true;
                }
            }
        }
        derivation.applied(l2.history().at(number).orElseThrow().header());
        long by = attributes.includedIn().number();
        fixed.tailMap(by, false).clear(); // of an L1 that was reorganised
        fixed.put(by, number);
        l2.markSafe(number);
        return true;
    }

    /// Whether the sequencing window is over, and L1's next block so much later than this one of the L2: up to there
    /// L1 demands one after the other.
    private boolean isHopeless(PayloadAttributes attributes) {
        long window = l2.rollup().limits().sequencingWindow();
        long next = l1.history()
                .at(attributes.origin().number() + 1)
                .map(block -> block.header().unixSeconds())
                .orElse(0L);
        return attributes.origin().number() + window <= attributes.includedIn().number()
                && attributes.unixSeconds() + MOST_BEHIND < next;
    }

    /// Everything else in a block follows from these.
    private static boolean isOf(PayloadAttributes attributes, SealedBlock block) {
        return block.header().parentHash().equals(attributes.parent().hash())
                && block.header().unixSeconds() == attributes.unixSeconds()
                && block.header().gasLimit().equals(attributes.gasLimit())
                && transactions(block).equals(attributes.transactions());
    }
}
