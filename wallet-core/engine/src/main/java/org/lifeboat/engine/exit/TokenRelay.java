package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.Optional;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Relay;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;

/// How a withdrawal ended that the portal has finished. Of one that the account sent itself the portal's own event says
/// whether it arrived; of a message the messenger's books do, which are read like the bridge's.
/// @param arrived empty where that is not known
record TokenRelay(ExitNext next, Optional<Boolean> arrived) {
    /// @param state with what was learnt of it
    /// @param next as it follows from the portal alone
    static TokenRelay of(BridgeLook bridges, ExitPlace place, ExitState state, ExitNext next, Duration patience) {
        if (!(next instanceof ExitNext.OnL1(Standing.PaidOut _, var _))) {
            return new TokenRelay(next, Optional.empty());
        }
        Optional<Withdrawal> message = state.withdrawal().filter(OpStack::isMessage);
        if (message.isEmpty()) {
            Optional<Withdrawal> coin = state.withdrawal();
            return new TokenRelay(next, coin.flatMap(one -> Payout.succeeded(place, one.hash(), patience)));
        }
        return relayed(bridges, place, message.get(), patience)
                .map(relay -> switch (relay) {
                    case DONE -> new TokenRelay(next, Optional.of(true));
                    case FAILED -> new TokenRelay(new ExitNext.Replay(message.get()), Optional.of(false));
                    case NOT_KNOWN -> new TokenRelay(next, Optional.of(false));
                })
                .orElseGet(() -> new TokenRelay(next, Optional.empty()));
    }

    private static Optional<Relay> relayed(BridgeLook bridges, ExitPlace place, Withdrawal message, Duration patience) {
        return bridges.ask(
                                place,
                                patience,
                                (session, contracts) ->
                                        session.read(contracts, (pass, _) -> OpStack.relay(pass, message)))
                        instanceof BridgeLook.Outcome.Seen<Relay> seen
                ? Optional.of(seen.value())
                : Optional.empty();
    }
}
