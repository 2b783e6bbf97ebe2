package org.lifeboat.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

class TokensTest {
    private static final ChainId OP = new ChainId(10);
    private static final Address OWN = Hash32.ofNumber(77).toAddress();

    private final Tokens tokens = new Tokens(TokenList.bundled(), new InMemoryStorage().tokens());

    @Test
    void token_isAddedOnce_withoutAssetAndPin() {
        TokenFacts facts = new TokenFacts("Boat Coin", "BOAT", 18);

        assertThat(tokens.add(OP, OWN, facts)).isInstanceOfSatisfying(Tokens.Outcome.Added.class, added -> {
            assertThat(added.token().asset()).isEmpty();
            assertThat(added.token().pin()).isEmpty();
            assertThat(added.warnings()).isEmpty();
        });
        assertThat(tokens.add(OP, OWN, facts)).isInstanceOf(Tokens.Outcome.AlreadyThere.class);
        assertThat(tokens.of(OP).getLast().contract()).isEqualTo(OWN);
        assertThat(tokens.remove(OP, OWN)).isTrue();
        assertThat(tokens.find(OP, OWN)).isEmpty();
    }

    @Test
    void bundledToken_cannotBeAddedAgainOrRemoved() {
        Token usdc = TokenList.bundled().of(OP).getFirst();

        assertThat(tokens.add(OP, usdc.contract(), new TokenFacts("Fake", "FAKE", 2)))
                .isEqualTo(new Tokens.Outcome.AlreadyThere(usdc));
        assertThat(tokens.remove(OP, usdc.contract())).isFalse();
        assertThat(tokens.find(OP, usdc.contract())).contains(usdc);
    }

    @ParameterizedTest(name = "{1} {0}")
    @CsvSource({
        "USD Coin, USDC, token.same_symbol",
        "Something, usdc, token.looks_like",
        "Something, U S D C, token.looks_like",
        "Something, ＵＳＤＣ, token.looks_like",
        "USD C0in, XYZ, token.looks_like",
        "Tether USD, ABC, token.looks_like",
        "Something, USDС, token.looks_like",
        "Something, USD₮, token.looks_like",
    })
    void imitation_isNamed(String name, String symbol, String messageKey) {
        assertThat(tokens.warnings(OP, OWN, new TokenFacts(name, symbol, 6)))
                .extracting(Tokens.Warning::messageKey)
                .contains(messageKey);
    }

    @Test
    void charactersThatCannotBeSeen_areNamed() {
        assertThat(tokens.warnings(OP, OWN, new TokenFacts("Boat", "BO\u200bAT", 6)))
                .extracting(Tokens.Warning::messageKey)
                .containsExactly("token.odd_characters");
        assertThat(tokens.warnings(OP, OWN, new TokenFacts("\u202eBoat", "BOAT", 6)))
                .hasSize(1);
        assertThat(tokens.warnings(OP, OWN, new TokenFacts("BОAT with a Cyrillic O", "BOAT", 6)))
                .hasSize(1);
    }

    @Test
    void facts_haveBounds() {
        assertThatThrownBy(() -> new TokenFacts("", "", 18)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TokenFacts("", "X", 256)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TokenFacts("", "X".repeat(31), 18)).isInstanceOf(IllegalArgumentException.class);
    }
}
