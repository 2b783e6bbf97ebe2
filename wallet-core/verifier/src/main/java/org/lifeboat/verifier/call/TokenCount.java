package org.lifeboat.verifier.call;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// One holder's tokens, counted before and after: what a token's events say is its word, this is what it will
/// show.
record TokenCount(Address token, Address holder) {
    /// What a `balanceOf` may use. Those of well-known tokens, proxies and rebasing ones included, use less
    /// than a tenth.
    private static final Gas GAS = new Gas(1_000_000);

    /// More tokens than anybody reads the changes of.
    private static final int MOST = 40;

    /// Source: ERC-20, "Methods".
    private static final Bytes BALANCE_OF =
            Bytes.copyOf(Keccak256.digest("balanceOf(address)".getBytes(StandardCharsets.US_ASCII)), 0, 4);

    static List<TokenCount> of(List<Effects.TokenMove> moves, List<Address> watched) {
        Set<TokenCount> counts = new LinkedHashSet<>();
        for (Effects.TokenMove move : moves) {
            if (move instanceof Effects.TokenMove.Fungible fungible) {
                watched.stream()
                        .filter(holder -> holder.equals(fungible.from()) || holder.equals(fungible.to()))
                        .forEach(holder -> counts.add(new TokenCount(fungible.token(), holder)));
            }
        }
        return new ArrayList<>(counts).subList(0, Math.min(MOST, counts.size()));
    }

    ContractCall question() {
        return ContractCall.read(token, BALANCE_OF.plus(Bytes.of(holder.toWord().toArray())), GAS);
    }

    /// Empty where the contract does not answer as a token does.
    Optional<Effects.TokenChange> change(CallResult before, CallResult after) {
        return number(before)
                .flatMap(had -> number(after).map(has -> new Effects.TokenChange(token, holder, had, has)));
    }

    private static Optional<BigInteger> number(CallResult result) {
        return result instanceof CallResult.Returned(Bytes output, long _, var _) && output.size() == Hash32.SIZE
                ? Optional.of(new BigInteger(1, output.toArray()))
                : Optional.empty();
    }
}
