package org.lifeboat.engine.token;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.bundled.BundledJson;
import org.lifeboat.engine.bundled.Citation;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// The tokens that come with the program, each with where its values were read. Only these are grouped into
/// assets, and only those of them whose entry pins slot and code count as proof-checked. Beside them stand the tokens
/// of the sandbox, on chains that nobody else has: what they are follows from this program alone.
public final class TokenList {
    private final List<Entry> entries;
    private final List<Token> play;

    private TokenList(List<Entry> entries, List<Token> play) {
        this.entries = List.copyOf(entries);
        this.play = List.copyOf(play);
    }

    /// @param token with its asset id
    public record Entry(Token token, List<Citation> sources) {
        public Entry {
            sources = List.copyOf(sources);
        }
    }

    /// The list packed with this program.
    /// @throws IllegalStateException if it is missing or breaks its own rules: the program was built wrongly
    public static TokenList bundled() {
        return of(
                BundledJson.read("tokens/tokens.json", TokenFile.Document.class),
                Optional.of(BundledJson.read("tokens/play.json", TokenFile.Document.class)));
    }

    /// As [#bundled] from a stream of the same form.
    static TokenList read(InputStream json) {
        return of(BundledJson.read(json, "token list", TokenFile.Document.class), Optional.empty());
    }

    private static TokenList of(TokenFile.Document document, Optional<TokenFile.Document> play) {
        try {
            return new TokenList(
                    TokenFile.entries(document), play.map(TokenFile::play).orElse(List.of()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the bundled token list is broken: " + e.getMessage(), e);
        }
    }

    /// In the order of the file: the assets most held first.
    public List<Token> of(ChainId chain) {
        return Stream.concat(entries.stream().map(Entry::token), play.stream())
                .filter(token -> token.chain().equals(chain))
                .toList();
    }

    public Optional<Token> find(ChainId chain, Address contract) {
        return of(chain).stream()
                .filter(token -> token.contract().equals(contract))
                .findFirst();
    }

    /// Those of public chains.
    public List<Entry> entries() {
        return entries;
    }
}
