package org.lifeboat.engine.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.storage.TokenStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// What a user does with tokens. Nothing is ever added by itself, whatever an account holds.
public final class Tokens {
    private final TokenList list;
    private final TokenStore store;

    public Tokens(TokenList list, TokenStore store) {
        this.list = list;
        this.store = store;
    }

    /// The bundled ones first, then the user's. A bundled entry stands for a token that the user had added
    /// before.
    public List<Token> of(ChainId chain) {
        return Stream.concat(
                        list.of(chain).stream(),
                        store.of(chain).stream()
                                .filter(token ->
                                        list.find(chain, token.contract()).isEmpty()))
                .toList();
    }

    public Optional<Token> find(ChainId chain, Address contract) {
        return list.find(chain, contract).or(() -> store.find(chain, contract));
    }

    /// What became of adding a token.
    public sealed interface Outcome {
        /// @param warnings what the user must read
        record Added(Token token, List<Warning> warnings) implements Outcome {
            public Added {
                warnings = List.copyOf(warnings);
            }
        }

        /// It is in the list or was added before.
        record AlreadyThere(Token token) implements Outcome {}
    }

    /// A sentence of the bundle `network` with its arguments.
    public sealed interface Warning {
        String messageKey();

        List<String> arguments();

        /// A bundled token of the same symbol is at another address.
        record SameSymbol(Token bundled) implements Warning {
            @Override
            public String messageKey() {
                return "token.same_symbol";
            }

            @Override
            public List<String> arguments() {
                return List.of(bundled.symbol(), bundled.contract().toChecksum());
            }
        }

        /// Its name or symbol can be taken for a bundled token's.
        record LooksLike(Token bundled) implements Warning {
            @Override
            public String messageKey() {
                return "token.looks_like";
            }

            @Override
            public List<String> arguments() {
                return List.of(bundled.symbol(), bundled.contract().toChecksum());
            }
        }

        /// Something in it cannot be seen, or scripts are mixed.
        record OddCharacters() implements Warning {
            @Override
            public String messageKey() {
                return "token.odd_characters";
            }

            @Override
            public List<String> arguments() {
                return List.of();
            }
        }
    }

    /// What to show before the user agrees to [#add]. Pure, but for the list.
    public List<Warning> warnings(ChainId chain, Address contract, TokenFacts facts) {
        List<Warning> warnings = new ArrayList<>();
        if (Lookalikes.odd(facts.symbol()) || Lookalikes.odd(facts.name())) {
            warnings.add(new Warning.OddCharacters());
        }
        String symbol = Lookalikes.skeleton(facts.symbol());
        String name = Lookalikes.skeleton(facts.name());
        for (Token bundled : list.of(chain)) {
            if (bundled.contract().equals(contract)) {
                continue;
            }
            if (bundled.symbol().equals(facts.symbol())) {
                warnings.add(new Warning.SameSymbol(bundled));
            } else if (Lookalikes.skeleton(bundled.symbol()).equals(symbol)
                    || Lookalikes.skeleton(bundled.name()).equals(name)) {
                warnings.add(new Warning.LooksLike(bundled));
            }
        }
        return warnings;
    }

    /// Adds a token after its facts were read from its contract and the user has seen them.
    public Outcome add(ChainId chain, Address contract, TokenFacts facts) {
        Optional<Token> known = find(chain, contract);
        if (known.isPresent()) {
            return new Outcome.AlreadyThere(known.get());
        }
        Token token = new Token(
                chain, contract, facts.name(), facts.symbol(), facts.decimals(), Optional.empty(), Optional.empty());
        store.put(token);
        return new Outcome.Added(token, warnings(chain, contract, facts));
    }

    /// Takes a token of the user's out; bundled ones stay.
    /// @return whether there was one
    public boolean remove(ChainId chain, Address contract) {
        return store.remove(chain, contract);
    }
}
