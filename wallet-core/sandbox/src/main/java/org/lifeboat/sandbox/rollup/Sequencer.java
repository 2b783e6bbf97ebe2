package org.lifeboat.sandbox.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.rollups.opstack.derivation.PayloadAttributes;
import org.lifeboat.rollups.opstack.derivation.RollupConfig;
import org.lifeboat.rollups.opstack.derivation.Sequencing;
import org.lifeboat.rollups.opstack.derivation.Upgrades;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.pool.Selection;

/// Makes a block every two seconds out of what people send. It stands on the newest L1 block that it may.
final class Sequencer implements Actor {
    /// Half an hour of blocks at once: what was missed while it was stopped is made up for.
    private static final int MOST_AT_ONCE = 900;

    /// Where the world's time was moved further than this, the L2's own time stays behind: nobody waits for
    /// hundreds of thousands of empty blocks. Unit: seconds, six hours.
    private static final long TOO_FAR = 21_600;

    /// As many signed transactions a block holds at most: each may be run several times to find out who fits.
    private static final int MOST_TRANSACTIONS = 100;

    private final L1Node l1;
    private final Layer2Node l2;
    private final LongSupplier fixed;
    private final Sequencing sequencing;

    /// When each transaction that has to wait was seen first. In Unix seconds.
    private final Map<Hash32, Long> seen = new HashMap<>();

    /// @param fixed the newest block that nothing but L1 takes back
    Sequencer(L1Node l1, Layer2Node l2, LongSupplier fixed) {
        this.l1 = l1;
        this.l2 = l2;
        this.fixed = fixed;
        this.sequencing = new Sequencing(l2.rollup(), Upgrades.NONE);
    }

    @Override
    public void act(Conduct conduct, long now) {
        if (conduct instanceof Conduct.Stopped) {
            return;
        }
        Predicate<SenderTransaction> wanted = wanted(conduct, now);
        leaveWhatL1HasLeft();
        boolean behind = now - newest().header().unixSeconds() > TOO_FAR;
        int most = behind ? 1 : MOST_AT_ONCE;
        for (int i = 0; i < most && newest().header().unixSeconds() + blockSeconds() <= now; i++) {
            if (behind && chosen(wanted).isEmpty()) {
                return;
            }
            l2.append(next(wanted));
        }
    }

    private Predicate<SenderTransaction> wanted(Conduct conduct, long now) {
        return switch (conduct) {
            case Conduct.Censoring(Set<Address> accounts) -> sent -> !concerns(sent, accounts);
            case Conduct.Late(long seconds) -> {
                seen.keySet().removeIf(hash -> l2.pending(hash).isEmpty());
                yield sent -> seen.computeIfAbsent(sent.hash(), _ -> now) + seconds <= now;
            }
            case Conduct.Equivocating _ -> _ -> false;
            case Conduct.Honest _, Conduct.Stopped _, Conduct.FalseRoots _ -> _ -> true;
        };
    }

    private SealedBlock newest() {
        return l2.history().newest();
    }

    private long blockSeconds() {
        return l2.rollup().chain().blockSeconds();
    }

    /// Blocks that stand on an L1 block that was reorganised away are none any more.
    private void leaveWhatL1HasLeft() {
        long number = newest().number();
        while (number > fixed.getAsLong() && originOf(number).isEmpty()) {
            number--;
        }
        l2.cutTo(number);
    }

    /// @return empty where L1 has another block there
    private Optional<SealedBlock> originOf(long number) {
        SealedBlock block = l2.history().at(number).orElseThrow();
        return sequencing.origin(block.header(), L1Follower.transactions(block))
                        instanceof Answer.Proven<RollupConfig.Origin>(RollupConfig.Origin origin)
                ? l1.history().find(origin.hash())
                : Optional.empty();
    }

    private SealedBlock next(Predicate<SenderTransaction> welcome) {
        SealedBlock parent = newest();
        long time = parent.header().unixSeconds() + blockSeconds();
        SealedBlock before = originOf(parent.number()).orElseThrow();
        SealedBlock origin = l1.history()
                .at(before.number() + 1)
                .filter(later -> later.header().unixSeconds() <= time)
                .orElse(before);
        long originTime = origin.header().unixSeconds();
        boolean mayHold = time <= originTime + sequencing.drift(originTime);
        List<SenderTransaction> wanted = mayHold ? chosen(welcome) : List.of();
        Layer2Node.Made made = l2.make(attributes(parent, origin, wanted));
        return made instanceof Layer2Node.Made.Whole(SealedBlock block) ? block : oneByOne(parent, origin, wanted);
    }

    /// What waits, best first, as far as it is wanted and there is room.
    private List<SenderTransaction> chosen(Predicate<SenderTransaction> welcome) {
        List<SenderTransaction> chosen = new ArrayList<>();
        Selection waiting = l2.waiting();
        long gas = l2.settings().gasLimit().amount() / 2; // The rest is for deposits.
        Optional<SenderTransaction> next = waiting.next();
        while (next.isPresent() && chosen.size() < MOST_TRANSACTIONS) {
            SenderTransaction sent = next.get();
            long needs = sent.transaction().gasLimit().amount();
            if (needs <= gas && welcome.test(sent)) {
                chosen.add(sent);
                gas -= needs;
                waiting.taken();
            } else {
                waiting.passedOver();
            }
            next = waiting.next();
        }
        return chosen;
    }

    private static boolean concerns(SenderTransaction sent, Set<Address> accounts) {
        return accounts.contains(sent.from())
                || sent.transaction().recipient().filter(accounts::contains).isPresent();
    }

    /// One of them cannot stand there, as it cannot pay for its data: whoever spoils the block is forgotten.
    private SealedBlock oneByOne(SealedBlock parent, SealedBlock origin, List<SenderTransaction> wanted) {
        List<SenderTransaction> good = new ArrayList<>();
        for (SenderTransaction each : wanted) {
            good.add(each);
            if (l2.make(attributes(parent, origin, good)) instanceof Layer2Node.Made.Impossible) {
                good.removeLast();
                l2.forget(each);
            }
        }
        return l2.make(attributes(parent, origin, good)) instanceof Layer2Node.Made.Whole(SealedBlock block)
                ? block
                : impossible();
    }

    private static SealedBlock impossible() {
        throw new IllegalStateException("a block of deposits only cannot be");
    }

    private PayloadAttributes attributes(SealedBlock parent, SealedBlock origin, List<SenderTransaction> wanted) {
        BlockHeader header = origin.header();
        List<Receipt> receipts =
                origin.transactions().stream().map(ExecutedTransaction::receipt).toList();
        List<Bytes> sequenced = wanted.stream().map(SenderTransaction::encoded).toList();
        return sequencing.next(parent.header(), L1Follower.transactions(parent), header, receipts, sequenced)
                        instanceof Answer.Proven<PayloadAttributes>(PayloadAttributes made)
                ? made
                : unknown();
    }

    private static PayloadAttributes unknown() {
        throw new IllegalStateException("the next block cannot be described");
    }
}
