package org.lifeboat.engine.storage;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// The tokens that the user added. Bundled ones are in the list, not here.
public interface TokenStore {
    /// By symbol, then address.
    List<Token> of(ChainId chain);

    /// By chain, then symbol and address.
    List<Token> all();

    Optional<Token> find(ChainId chain, Address contract);

    /// Adds, or replaces the one at the same address.
    /// @throws IllegalArgumentException if it claims an asset id or a pin, which only the bundled list may
    void put(Token token);

    /// @return whether there was one
    boolean remove(ChainId chain, Address contract);
}
