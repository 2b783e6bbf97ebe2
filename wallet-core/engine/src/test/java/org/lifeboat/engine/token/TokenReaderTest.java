package org.lifeboat.engine.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.abi.Erc20;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.fake.FakeToken;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

class TokenReaderTest {
    private static final Address TOKEN = Address.fromHex("0x1000000000000000000000000000000000000001");

    private final FakeChain chain = new FakeChain(1);
    private final TokenReader reader = new TokenReader(Duration.ofSeconds(5));

    @Test
    void facts_areReadAndTwoSourcesCompared() {
        chain.at(TOKEN).code = Bytes.of((byte) 1);

        var read = (TokenReader.Result.Read)
                reader.read(List.of(source("a", "Test Token", 6), source("b", "Test Token", 6)), TOKEN);

        assertThat(read.facts()).isEqualTo(new TokenFacts("Test Token", "TOK", 6));
        assertThat(read.sources()).containsExactly("a", "b");
        assertThat(read.oddities()).isEmpty();
    }

    @Test
    void sourcesThatDiffer_areBothShown() {
        chain.at(TOKEN).code = Bytes.of((byte) 1);

        var differ = (TokenReader.Result.SourcesDiffer)
                reader.read(List.of(source("a", "Test", 6), source("b", "Test", 18)), TOKEN);

        assertThat(differ.one().decimals()).isEqualTo(6);
        assertThat(differ.other().decimals()).isEqualTo(18);
    }

    @Test
    void directionCharacters_areTakenOutAndSaid() {
        chain.at(TOKEN).code = Bytes.of((byte) 1);

        var read = (TokenReader.Result.Read) reader.read(List.of(source("a", "US\u202eDC\u0007", 6)), TOKEN);

        assertThat(read.facts().name()).isEqualTo("USDC");
        assertThat(read.oddities()).containsExactly(TokenReader.Oddity.TEXT_CLEANED);
    }

    @Test
    void legacyText_isReadFromOneWord() {
        chain.at(TOKEN).code = Bytes.of((byte) 1);
        Bytes word = Bytes.of(Arrays.copyOf("Maker".getBytes(StandardCharsets.US_ASCII), 32));
        FakeSource source = source("a", "x", 18)
                .twist((query, reply) -> asks(query, Erc20.NAME.selector()) ? new Reply.Got<>(word) : reply);

        var read = (TokenReader.Result.Read) reader.read(List.of(source), TOKEN);

        assertThat(read.facts().name()).isEqualTo("Maker");
    }

    @Test
    void absurdDecimals_areNotAToken() {
        chain.at(TOKEN).code = Bytes.of((byte) 1);
        FakeSource source = source("a", "x", 18)
                .twist((query, reply) -> asks(query, Erc20.DECIMALS.selector())
                        ? new Reply.Got<>(FakeToken.word(BigInteger.valueOf(256)))
                        : reply);

        assertThat(reader.read(List.of(source), TOKEN)).isInstanceOf(TokenReader.Result.NotAToken.class);
    }

    @Test
    void noContract_isNotAToken() {
        assertThat(reader.read(List.of(new FakeSource(chain, "a")), TOKEN))
                .isInstanceOf(TokenReader.Result.NotAToken.class);
    }

    @Test
    void missingDecimals_areSaid() {
        chain.at(TOKEN).code = Bytes.of((byte) 1);
        FakeSource source = source("a", "x", 18)
                .twist((query, reply) -> asks(query, Erc20.DECIMALS.selector())
                        ? new Reply.Refused<>(3, "execution reverted", Optional.empty())
                        : reply);

        var read = (TokenReader.Result.Read) reader.read(List.of(source), TOKEN);

        assertThat(read.facts().decimals()).isZero();
        assertThat(read.oddities()).containsExactly(TokenReader.Oddity.NO_DECIMALS);
    }

    private FakeSource source(String host, String name, int decimals) {
        return new FakeSource(chain, host).token(TOKEN, new FakeToken(name, "TOK", decimals, _ -> Hash32.ZERO));
    }

    private static boolean asks(Query<?> query, Bytes selector) {
        return query instanceof Query.CallOf call
                && call.call().data().size() >= 4
                && call.call().data().slice(0, 4).equals(selector);
    }
}
