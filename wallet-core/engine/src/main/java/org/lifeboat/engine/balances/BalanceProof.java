package org.lifeboat.engine.balances;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.block.BlockHeader;

/// Why one amount is what it is: a block's header, and the proof of the balance under the header's state
/// root. Worth as much as the header. Whoever reads one back from a disk or a file checks it anew.
///
/// @param token empty for the native coin
/// @param header the RLP of the block's header
/// @param subject the account's own proof, or that of the token's contract with the slot of the account's
/// balance first and, for a proxy, the slot that names the implementation second
/// @param implementation of a proxy, for its code hash
public record BalanceProof(
        Address account,
        Optional<Address> token,
        Bytes header,
        ProofClaim subject,
        Optional<ProofClaim> implementation) {

    /// Checks everything below the header.
    /// @param pinned the bundled list's entry for [#token]: without its pin a slot is not a balance
    /// @return the amount in the smallest unit
    public Answer<BigInteger> check(Optional<Token> pinned) {
        return BlockHeader.fromRlp(header).then(block -> {
            if (token.isEmpty()) {
                return answer(ClaimCheck.account(block.stateRoot(), account, subject))
                        .map(state -> state.balance().value());
            }
            if (pinned.isEmpty()
                    || pinned.get().pin().isEmpty()
                    || !pinned.get().contract().equals(token.get())) {
                return new Answer.Unknown<>(
                        Answer.Cause.UPDATE_NEEDED, "nothing here pins where this token keeps its balances");
            }
            return answer(TokenProof.again(pinned.get(), account, subject, implementation)
                            .balances(block.stateRoot(), 1))
                    .map(List::getFirst);
        });
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
