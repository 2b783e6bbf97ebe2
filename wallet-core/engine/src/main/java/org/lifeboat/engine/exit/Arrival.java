package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.OpStack;

/// Whether what a transaction on L1 put into an L2 is there. The name that it has there follows from its
/// receipt on L1; what became of it there is the word of the L2's servers.
public sealed interface Arrival {
    /// No block of L1 has the transaction yet, or no source said so.
    record NotOnL1() implements Arrival {}

    /// It failed on L1, or put nothing into this L2.
    record NoDeposit() implements Arrival {}

    /// L1 has it; the L2 does not show it yet. It has to take it.
    /// @param l2Transaction its name there
    record OnItsWay(Hash32 l2Transaction) implements Arrival {}

    /// @param block of the L2
    record Arrived(Hash32 l2Transaction, long block) implements Arrival {}

    /// The L2 has it and it failed there. Coin that it brought is with its sender; a message that came by the
    /// bridge is kept by the messenger of the L2 and can be tried again there.
    record Failed(Hash32 l2Transaction, long block) implements Arrival {}

    /// @param why in the sources' words
    record Silent(Hash32 l2Transaction, String why) implements Arrival {}

    /// @param transaction on L1
    static Arrival look(ExitPlace place, Hash32 transaction, Duration patience) {
        Optional<ReceiptClaim> receipt = place.l1Sources().stream()
                .flatMap(source -> receipt(source, transaction, patience).stream())
                .findFirst();
        if (receipt.isEmpty()) {
            return new NotOnL1();
        }
        return receipt.get().logs().stream()
                .flatMap(log -> L1Look.deposit(place, log).stream())
                .findFirst()
                .map(deposit -> onL2(place, deposit.hash(), patience))
                .orElseGet(NoDeposit::new);
    }

    private static Optional<ReceiptClaim> receipt(Source source, Hash32 transaction, Duration patience) {
        return source.ask(new Query.ReceiptOf(transaction), Purpose.FOLLOW_TRANSACTION, patience)
                .got()
                .flatMap(receipt -> receipt);
    }

    private static Arrival onL2(ExitPlace place, Hash32 hash, Duration patience) {
        Arrival seen = new Silent(hash, "no source is set up");
        for (Source source : place.l2Sources()) {
            Reply<Optional<ReceiptClaim>> reply =
                    source.ask(new Query.ReceiptOf(hash), Purpose.FOLLOW_TRANSACTION, patience);
            if (reply instanceof Reply.Got<Optional<ReceiptClaim>>(Optional<ReceiptClaim> receipt)) {
                if (receipt.isPresent()) {
                    return ended(receipt.get());
                }
                seen = new OnItsWay(hash);
            } else if (seen instanceof Silent) {
                seen = new Silent(hash, source.id().shown() + ": " + reply.problem());
            }
        }
        return seen;
    }

    private static Arrival ended(ReceiptClaim receipt) {
        boolean kept = receipt.logs().stream()
                .anyMatch(log -> log.emitter().equals(OpStack.L2_MESSENGER)
                        && log.topics().stream().limit(1).toList().equals(List.of(OpStack.RELAY_FAILED)));
        return receipt.succeeded() && !kept
                ? new Arrived(receipt.transaction(), receipt.blockNumber())
                : new Failed(receipt.transaction(), receipt.blockNumber());
    }
}
