package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.abi.OpL1Block;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.rollups.opstack.OpStack;

/// A call of an OP Stack portal becomes a transaction of the same account on the L2, and takes whatever nonce
/// is next there when it arrives. A payment that waits on the L2 with that nonce is then never carried out.
/// Source: OP Stack specification, deposits, "Execution".
final class CrossingNonces {
    /// Longer ago than this the L2 has the deposit whatever its sequencer does: its window is 3,600 L1
    /// blocks. Source: superchain registry, `seq_window_size`.
    private static final Duration WINDOW = Duration.ofHours(24);

    private static final int NEWEST = 100;

    private final Storage storage;

    CrossingNonces(Storage storage) {
        this.storage = storage;
    }

    /// @param now by the computer's clock
    List<Check> of(SendOrder order, SendPlace place, Instant now, Deadline deadline) {
        if (OpStack.isDeposit(order.data())) {
            return waitingThere(order, place, deadline);
        }
        return place.network().layer() instanceof Network.Layer.L2(ChainId l1, Network.Stack stack)
                        && stack == Network.Stack.OP_STACK
                ? underWay(order, place, l1, now, deadline)
                : List.of();
    }

    /// Before a deposit: what waits on the L2 that it goes to.
    private List<Check> waitingThere(SendOrder order, SendPlace place, Deadline deadline) {
        Portals portals = portals();
        List<OwnTransaction> waiting = storage.activity().unsettled().stream()
                .filter(own -> own.account().equals(order.from()))
                .filter(own ->
                        portals.find(own.chain()).filter(order.to()::equals).isPresent())
                .toList();
        Optional<SendPlace.Elsewhere> there = place.elsewhere().stream()
                .filter(other -> portals.find(other.network().chain())
                        .filter(order.to()::equals)
                        .isPresent())
                .findFirst();
        Optional<ChainId> l2 = there.map(other -> other.network().chain())
                .or(() -> waiting.stream().findFirst().map(OwnTransaction::chain));
        return l2.map(chain -> WaitingThere.of(
                        name(chain),
                        waiting,
                        there.flatMap(other -> WaitingThere.ask(other.source(), order.from(), deadline))))
                .orElse(List.of());
    }

    /// Before a payment on an L2: own deposits that it has not taken in yet.
    private List<Check> underWay(SendOrder order, SendPlace place, ChainId l1, Instant now, Deadline deadline) {
        ActivityFilter onL1 = new ActivityFilter(
                Optional.of(l1),
                Optional.of(order.from()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(now.minus(WINDOW)),
                Optional.empty());
        List<OwnTransaction> deposits = storage.activity().page(onL1, Optional.empty(), NEWEST).transactions().stream()
                .filter(CrossingNonces::isDeposit)
                .toList();
        if (deposits.isEmpty()) {
            return List.of();
        }
        ChainId chain = place.network().chain();
        List<OwnTransaction> hither = portals()
                .find(chain)
                .map(portal -> deposits.stream()
                        .filter(own -> own.counterpart().equals(Optional.of(portal)))
                        .toList())
                .orElse(List.of());
        Optional<OwnTransaction> arriving =
                hither.stream().filter(own -> !hasArrived(own, place, deadline)).findFirst();
        return arriving
                .map(_ -> Check.of(Check.Kind.DEPOSIT_UNDER_WAY, place.network().name()))
                .stream()
                .toList();
    }

    private static boolean isDeposit(OwnTransaction own) {
        return SignedTransaction.decode(own.signed()) instanceof Answer.Proven<SignedTransaction>(var signed)
                && OpStack.isDeposit(signed.transaction().data());
    }

    /// What cannot be found out counts as on its way.
    private static boolean hasArrived(OwnTransaction own, SendPlace place, Deadline deadline) {
        return switch (own.status()) {
            case Status.Sent _ -> false;
            case Status.Mined(BlockRef block) -> hasRead(block, place, deadline);
            // Nobody has it, or it did nothing: no deposit comes of it.
            case Status.Saved _, Status.Dropped _, Status.Accepted _, Status.Reverted _, Status.Replaced _ -> true;
        };
    }

    private static boolean hasRead(BlockRef l1Block, SendPlace place, Deadline deadline) {
        for (Source source : place.sources()) {
            Optional<BigInteger> read = source.health().setAside()
                    ? Optional.empty()
                    : source.ask(
                                    new Query.CallOf(
                                            CallRequest.read(OpL1Block.ADDRESS, OpL1Block.number()),
                                            BlockSelector.LATEST),
                                    Purpose.PREPARE_TRANSACTION,
                                    deadline.remaining())
                            .got()
                            .flatMap(AbiFunction::word);
            if (read.isPresent()) {
                return read.get().compareTo(BigInteger.valueOf(l1Block.number())) >= 0;
            }
        }
        return false;
    }

    private Portals portals() {
        return new Portals(NetworkRegistry.bundled(), storage.settings());
    }

    private String name(ChainId chain) {
        return storage.networks()
                .find(chain)
                .map(Network::name)
                .or(() -> NetworkRegistry.bundled()
                        .find(chain)
                        .map(entry -> entry.network().name()))
                .orElseGet(chain::toString);
    }
}
