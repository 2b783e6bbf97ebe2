package org.lifeboat.vault.signing;

import java.time.Instant;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Names that the program already knows, from bundled lists and the user's contacts. They decorate a
/// description and never replace an address or a chain id in it.
public interface Facts {
    /// Knows nothing; what an offline computer without a profile has.
    Facts NONE = new Facts() {};

    default Optional<String> chainName(ChainId chain) {
        return Optional.empty();
    }

    /// The symbol of the coin that pays fees there, such as `ETH`.
    default Optional<String> coinSymbol(ChainId chain) {
        return Optional.empty();
    }

    default Optional<String> addressName(ChainId chain, Address address) {
        return Optional.empty();
    }

    /// The time, where it is known, to tell how long a signature could be used.
    default Optional<Instant> now() {
        return Optional.empty();
    }

    /// Whether the chain charges for its data on L1 beside its gas; empty where it is not known.
    default Optional<Boolean> chargesForL1Data(ChainId chain) {
        return Optional.empty();
    }

    /// A token of the bundled list or one that the user added.
    default Optional<TokenFact> token(ChainId chain, Address contract) {
        return Optional.empty();
    }

    /// @param decimals 0 to 255
    record TokenFact(String symbol, int decimals) {}
}
