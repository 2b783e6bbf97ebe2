package org.lifeboat.engine.verified;

import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.verifier.call.Effects;
import org.lifeboat.verifier.call.GivenState;
import org.lifeboat.verifier.call.Simulation;
import org.lifeboat.verifier.call.Simulator;

/// What a transaction would have done in a block of an L1 in which it does not stand: anybody can try it out
/// again. Whoever reads one back from a disk or a file checks it anew.
/// @param signed the transaction's bytes, as they were signed afterwards
public record TrialProof(Bytes signed, Ground ground) {
    /// Recovers who signed it, checks everything below the header, and runs it.
    /// @param chain whose rules it runs under
    /// @return what it would have done, with the names of no watched tokens in it
    public Answer<Tried> check(ChainId chain) {
        return SignedTransaction.decode(signed)
                .then(transaction -> new TransactionSender(Secp256k1.preferred())
                        .of(transaction)
                        .<Answer<Tried>>map(from -> BlockHeader.fromRlp(ground.header())
                                .then(block -> ground.witness()
                                        .state(block.stateRoot())
                                        .then(state -> run(chain, block, transaction, from, state))))
                        .orElseGet(() -> new Answer.Refuted<>("no account can have signed it")));
    }

    /// @param from who signed the transaction
    public record Tried(SignedTransaction transaction, Address from, BlockHeader block, Effects effects) {
        public boolean succeeds() {
            return effects.ending() instanceof Effects.Ending.Succeeds;
        }
    }

    private static Answer<Tried> run(
            ChainId chain, BlockHeader block, SignedTransaction signed, Address from, GivenState state) {
        if (!Optional.of(chain).equals(signed.transaction().chain())) {
            return new Answer.Refuted<>("the transaction is for another chain");
        }
        Network network = new Network(chain, "", "", new Network.Layer.L1(), false, Network.Origin.USER);
        if (!(ChainRules.of(network, block) instanceof ChainRules.Known(var conditions))) {
            return new Answer.Unknown<>(Answer.Cause.UPDATE_NEEDED, "the rules of block " + block.number());
        }
        return switch (new Simulator(conditions).transaction(signed.transaction(), from, List.of(), state)) {
            case Simulation.Done(Effects effects) -> new Answer.Proven<>(new Tried(signed, from, block, effects));
            case Simulation.Needs(var keys) ->
                new Answer.Unknown<>(Answer.Cause.MISSING, "proofs of " + keys.size() + " more parts of the state");
            case Simulation.NotHere(String what) -> new Answer.Unknown<>(Answer.Cause.NOT_OFFERED, what);
        };
    }
}
