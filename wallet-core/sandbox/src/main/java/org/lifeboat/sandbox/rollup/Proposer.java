package org.lifeboat.sandbox.rollup;

import java.util.Optional;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.world.PlayHand;

/// Posts the roots of the L2 on L1, each with a bond: so many blocks apart, and soon after a withdrawal where that
/// is the rollup's habit.
final class Proposer implements Actor {
    private static final Gas GAS = new Gas(3_000_000);

    private final RollupPlan.Habits habits;
    private final Layer2Node l2;
    private final BridgeView view;
    private final PlayHand hand;

    /// The newest block that was looked at, and the newest that a root was posted for.
    private long seen;

    private long posted;

    Proposer(RollupPlan.Habits habits, Layer2Node l2, BridgeView view, PlayHand hand) {
        this.habits = habits;
        this.l2 = l2;
        this.view = view;
        this.hand = hand;
    }

    @Override
    public void act(Conduct conduct, long now) {
        SealedBlock safe = newest(now - conduct.lateBy());
        if (conduct instanceof Conduct.Stopped || safe.number() <= posted) {
            return;
        }
        boolean due = safe.number() - posted >= habits.rootsApart()
                || (habits.rootsForWithdrawals() && hasWithdrawal(Math.max(seen, posted) + 1, safe));
        seen = Math.min(seen, safe.number()); // L1 may have been reorganised.
        if (due) {
            post(safe, conduct instanceof Conduct.FalseRoots);
            posted = safe.number();
        }
        seen = safe.number();
    }

    /// Of those that L1 fixes, and that are old enough.
    private SealedBlock newest(long unixSeconds) {
        SealedBlock block = l2.safe();
        while (block.number() > posted && block.header().unixSeconds() > unixSeconds) {
            block = l2.history().at(block.number() - 1).orElseThrow();
        }
        return block;
    }

    private boolean hasWithdrawal(long from, SealedBlock to) {
        for (long number = from; number <= to.number(); number++) {
            boolean found = l2.history().at(number).orElseThrow().transactions().stream()
                    .flatMap(each -> each.receipt().logs().stream())
                    .anyMatch(log -> log.contract().equals(OpStack.MESSAGE_PASSER)
                            && log.topics().getFirst().equals(Withdrawal.EVENT));
            if (found) {
                return true;
            }
        }
        return false;
    }

    private void post(SealedBlock block, boolean lying) {
        OutputRoot root = OutputRoot.of(block.header()).orElseThrow();
        OutputRoot said =
                lying ? new OutputRoot(other(root.stateRoot()), root.messagePasserRoot(), root.blockHash()) : root;
        Bridge bridge = view.bridge();
        L1Call call = OpStack.ownRoot(bridge, said, new L2Block(block.number()));
        hand.send(Optional.of(call.to()), GAS, call.value(), call.data());
    }

    private static Hash32 other(Hash32 root) {
        return Keccak256.hash(root.toArray());
    }
}
