package org.lifeboat.engine.balances;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.abi.Erc20;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.verified.ChainRules;
import org.lifeboat.engine.verified.StateWitness;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;
import org.lifeboat.verifier.call.GivenState;
import org.lifeboat.verifier.call.Simulator;

/// Why one amount on a chain is what it is: a block's header, and what shows the balance under the header's
/// state root. Worth as much as the header. Whoever reads one back from a disk or a file checks it anew.
///
/// @param token empty for the native coin
/// @param header the RLP of the block's header
public record BalanceProof(Address account, Optional<Address> token, Bytes header, Basis basis) {
    /// What stands below the header.
    public sealed interface Basis {
        /// @param subject the account's own proof, or that of the token's contract with the slot of the
        /// account's balance first and, for a proxy, the slot that names the implementation second
        /// @param implementation of a proxy, for its code hash
        record Slots(ProofClaim subject, Optional<ProofClaim> implementation) implements Basis {}

        /// The token's own `balanceOf` can be run again on it.
        record Call(StateWitness witness) implements Basis {}
    }

    /// As [#check(Network, Optional)], on an L1 of that id.
    public Answer<BigInteger> check(ChainId chain, Optional<Token> pinned) {
        return check(new Network(chain, "", "", new Network.Layer.L1(), false, Network.Origin.USER), pinned);
    }

    /// Checks everything below the header.
    /// @param network whose rules the token's code runs under
    /// @param pinned the bundled list's entry for [#token]: without its pin a slot is not a balance
    /// @return the amount in the smallest unit
    public Answer<BigInteger> check(Network network, Optional<Token> pinned) {
        return BlockHeader.fromRlp(header).then(block -> switch (basis) {
            case Basis.Slots(ProofClaim subject, Optional<ProofClaim> implementation) ->
                token.isEmpty()
                        ? answer(ClaimCheck.account(block.stateRoot(), account, subject))
                                .map(state -> state.balance().value())
                        : slot(block, pinned, subject, implementation);
            case Basis.Call(StateWitness witness) ->
                token.<Answer<BigInteger>>map(contract ->
                                witness.state(block.stateRoot()).then(state -> call(network, block, contract, state)))
                        .orElseGet(() -> new Answer.Refuted<>("the native coin has no contract"));
        });
    }

    private Answer<BigInteger> slot(
            BlockHeader block, Optional<Token> pinned, ProofClaim subject, Optional<ProofClaim> implementation) {
        if (pinned.isEmpty()
                || pinned.get().pin().isEmpty()
                || !Optional.of(pinned.get().contract()).equals(token)) {
            return new Answer.Unknown<>(
                    Answer.Cause.UPDATE_NEEDED, "nothing here pins where this token keeps its balances");
        }
        return answer(TokenProof.again(pinned.get(), account, subject, implementation)
                        .balances(block.stateRoot(), 1))
                .map(List::getFirst);
    }

    private Answer<BigInteger> call(Network network, BlockHeader block, Address contract, GivenState state) {
        if (!(ChainRules.of(network, block) instanceof ChainRules.Known(var conditions))) {
            return new Answer.Unknown<>(Answer.Cause.UPDATE_NEEDED, "the rules of block " + block.number());
        }
        CallResult result = new Simulator(conditions)
                .call(ContractCall.read(contract, Erc20.balanceOf(account), VerifiedTokens.CALL_GAS), state);
        return switch (result) {
            case CallResult.Returned returned ->
                AbiFunction.word(returned.output())
                        .<Answer<BigInteger>>map(Answer.Proven::new)
                        .orElseGet(() -> new Answer.Refuted<>("its balanceOf returns no number"));
            case CallResult.Needs(var keys) ->
                new Answer.Unknown<>(Answer.Cause.MISSING, "proofs of " + keys.size() + " more parts of the state");
            case CallResult.Reverted _, CallResult.Unpaid _ -> new Answer.Refuted<>("its balanceOf reverts");
            case CallResult.Halted(var reason) -> new Answer.Refuted<>("its balanceOf ends by " + reason);
            case CallResult.NotHere(String what) -> new Answer.Unknown<>(Answer.Cause.NOT_OFFERED, what);
        };
    }

    private static <T> Answer<T> answer(Checked<T> checked) {
        return switch (checked) {
            case Checked.Fits<T>(T value) -> new Answer.Proven<>(value);
            case Checked.Contradicted<T>(Contradiction contradiction) -> new Answer.Refuted<>(contradiction.inWords());
            case Checked.Unchecked<T>(Note reason) ->
                new Answer.Unknown<>(Answer.Cause.MISSING, reason.kind() + " " + reason.arguments());
        };
    }
}
