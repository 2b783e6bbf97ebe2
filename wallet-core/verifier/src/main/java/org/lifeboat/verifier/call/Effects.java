package org.lifeboat.verifier.call;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.trace.CallTree;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Wei;

/// What a transaction would do in the block it was tried in.
/// @param gasUsed refunds taken off; 0 where it would not be taken into a block
/// @param fee what the sender pays for that gas
/// @param extra what it pays besides; empty where the chain takes more and how much could not be had
/// @param coins who has more or less of the coin afterwards, fees apart
/// @param tokens what watched accounts hold of the tokens that moved, by the tokens' own `balanceOf`
/// @param moves what contracts wrote that was moved: their word, unlike `coins` and `tokens`
/// @param approvals who may move what from now on, by the contracts' word
/// @param created contracts that exist afterwards and did not before
/// @param delegations accounts that run another's code afterwards (EIP-7702)
/// @param calls what called what; empty where nothing ran
/// @param callsLeftOut how many calls are not in `calls` because there are so many
public record Effects(
        Ending ending,
        long gasUsed,
        Wei fee,
        Optional<ExtraFee> extra,
        List<CoinChange> coins,
        List<TokenChange> tokens,
        List<TokenMove> moves,
        List<TokenApproval> approvals,
        List<Address> created,
        List<Delegation> delegations,
        Optional<CallTree.Call> calls,
        int callsLeftOut) {
    public Effects {
        coins = List.copyOf(coins);
        tokens = List.copyOf(tokens);
        moves = List.copyOf(moves);
        approvals = List.copyOf(approvals);
        created = List.copyOf(created);
        delegations = List.copyOf(delegations);
    }

    /// What a rollup takes beside gas.
    /// @param data for the data on L1
    /// @param operator for whoever runs the chain
    public record ExtraFee(Wei data, Wei operator) {
        /// Ethereum's.
        public static final ExtraFee NONE = new ExtraFee(Wei.ZERO, Wei.ZERO);

        public Wei total() {
            return data.plus(operator);
        }
    }

    /// How it would end.
    public sealed interface Ending {
        record Succeeds(Bytes output) implements Ending {}

        /// @param output the reason as the contract encoded it
        record Reverts(Bytes output) implements Ending {}

        /// All its gas would be gone.
        record Halts(HaltReason reason) implements Ending {}

        /// No block would take it.
        record NotTaken(InvalidReason reason) implements Ending {}
    }

    /// @param more wei; negative where it has less
    public record CoinChange(Address account, BigInteger more) {}

    /// @param before in the token's smallest unit
    public record TokenChange(Address token, Address holder, BigInteger before, BigInteger after) {}

    /// One line of a token's books.
    public sealed interface TokenMove {
        Address token();

        Address from();

        Address to();

        /// ERC-20 `Transfer`.
        record Fungible(Address token, Address from, Address to, BigInteger units) implements TokenMove {}

        /// ERC-721 `Transfer`.
        record Single(Address token, Address from, Address to, BigInteger id) implements TokenMove {}

        /// ERC-1155 `TransferSingle`, or one line of `TransferBatch`.
        record Several(Address token, Address from, Address to, BigInteger id, BigInteger units) implements TokenMove {}
    }

    /// A right to move somebody's tokens.
    public sealed interface TokenApproval {
        /// From here on an amount is as good as all there is: no token has so many units, and programs that
        /// mean "unlimited" write 2^256-1, 2^160-1 or 2^128-1; 2^96-1 is the one smaller number of that use.
        BigInteger UNLIMITED = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

        /// The largest amount of tokens that count in 96 bits.
        BigInteger UNLIMITED_96 = BigInteger.ONE.shiftLeft(96).subtract(BigInteger.ONE);

        Address token();

        Address owner();

        Address spender();

        /// ERC-20 `Approval`. Zero takes the right back.
        record Amount(Address token, Address owner, Address spender, BigInteger units) implements TokenApproval {
            public boolean unlimited() {
                return units.compareTo(UNLIMITED) >= 0 || units.equals(UNLIMITED_96);
            }
        }

        /// ERC-721 `Approval`. The zero address takes the right back.
        record Single(Address token, Address owner, Address spender, BigInteger id) implements TokenApproval {}

        /// ERC-721 and ERC-1155 `ApprovalForAll`.
        record All(Address token, Address owner, Address spender, boolean approved) implements TokenApproval {}
    }

    /// @param delegate empty: it takes its delegation back
    public record Delegation(Address account, Optional<Address> delegate) {}
}
