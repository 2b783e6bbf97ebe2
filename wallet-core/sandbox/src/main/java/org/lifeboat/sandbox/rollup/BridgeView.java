package org.lifeboat.sandbox.rollup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.evm.interpreter.Outcome;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.GameRange;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.Reads;
import org.lifeboat.sandbox.node.Call;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// What the contracts on L1 say at its newest block, read as a wallet reads them.
final class BridgeView {
    private final L1Node l1;
    private final Address portal;

    BridgeView(L1Node l1, Address portal) {
        this.l1 = l1;
        this.portal = portal;
    }

    Bridge bridge() {
        return OpStack.bridge(new Reads(this::run), contracts()).orElseThrow(BridgeView::silent);
    }

    private Bridge.Contracts contracts() {
        return OpStack.contracts(new Reads(this::run), portal).orElseThrow(BridgeView::silent);
    }

    private static IllegalStateException silent() {
        return new IllegalStateException("the bridge does not answer");
    }

    /// @param most the newest first
    List<Game> games(Bridge bridge, int most) {
        return OpStack.newestGames(new Reads(this::run), bridge, most).orElseThrow(BridgeView::silent);
    }

    /// The newest L1 block that the claims of a game may use.
    Optional<Hash32> l1Head(Game game) {
        return OpStack.gameRange(new Reads(this::run), game).map(GameRange::l1Head);
    }

    /// That is read.
    L1Node l1() {
        return l1;
    }

    /// Whether a call would go through now.
    boolean takes(Address from, Address contract, Bytes input) {
        ContractCall call = new ContractCall(from, contract, Wei.ZERO, input, new Gas(10_000_000));
        return run(call) instanceof CallResult.Returned;
    }

    CallResult run(ContractCall call) {
        Call asked = new Call(
                call.from(),
                Optional.of(call.to()),
                Optional.of(call.gas()),
                Optional.empty(),
                Wei.ZERO,
                call.value(),
                call.input(),
                List.of());
        return switch (l1.questions().run(asked, l1.history().newest())) {
            case org.lifeboat.sandbox.node.CallResult.Refused _ -> new CallResult.Unpaid();
            case org.lifeboat.sandbox.node.CallResult.Ran(Outcome outcome, Gas used) ->
                switch (outcome) {
                    case Outcome.Success(Bytes output) -> new CallResult.Returned(output, used.amount(), Set.of());
                    case Outcome.Revert(Bytes output) -> new CallResult.Reverted(output);
                    case Outcome.Halt(var reason) -> new CallResult.Halted(reason);
                };
        };
    }
}
