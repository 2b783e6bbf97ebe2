package org.lifeboat.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

class TokenListTest {
    private final TokenList list = TokenList.bundled();

    @Test
    void bundled_isOnlyForBundledNetworks_andCitesEverything() {
        NetworkRegistry networks = NetworkRegistry.bundled();
        Set<String> places = new HashSet<>();
        for (TokenList.Entry entry : list.entries()) {
            Token token = entry.token();
            assertThat(networks.find(token.chain())).as(token.symbol()).isPresent();
            assertThat(token.asset()).isPresent();
            assertThat(entry.sources()).isNotEmpty();
            assertThat(places.add(token.chain() + "/" + token.contract()))
                    .as(token.symbol())
                    .isTrue();
        }
        assertThat(list.of(ChainId.ETHEREUM)).hasSizeGreaterThanOrEqualTo(10);
        assertThat(list.of(new ChainId(10))).hasSizeGreaterThanOrEqualTo(10);
        assertThat(list.of(new ChainId(8453))).hasSizeGreaterThanOrEqualTo(10);
        assertThat(list.of(new ChainId(42161))).hasSizeGreaterThanOrEqualTo(10);
    }

    /// The slots that real transfers touched in Ethereum's block 22615247 (its access list, as cited in the
    /// list).
    @ParameterizedTest
    @CsvSource({
        "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2, 0x1f2f10d1c40777ae1da742455c65828ff36df387, 0xbd5af5151dcb9feb2c4ef23509c863dd4415e4d2c27b5c08786933a8ed41acc7",
        "0x9f8F72aA9304c8B593d555F12eF6589cC3A579A2, 0x8048498c795c15f6471161ae029f6c888f43cb54, 0xa28c03e057cdc5d50ddf09d6704570556247287367b61706f5bffe3412800e56",
    })
    void pin_namesTheSlotThatTheCitedBlockTouched(String contract, String holder, String touched) {
        Token token = list.find(ChainId.ETHEREUM, Address.fromHex(contract)).orElseThrow();
        Token.BalanceSlot balances = token.pin().orElseThrow().balances();

        assertThat(balances.order()).isEqualTo(Token.BalanceSlot.Order.KEY_THEN_SLOT);
        byte[] preimage = new byte[64];
        System.arraycopy(Address.fromHex(holder).toWord().toArray(), 0, preimage, 0, 32);
        System.arraycopy(balances.base().toArray(), 0, preimage, 32, 32);
        assertThat(Hash32.of(Keccak256.digest(preimage)).toHex()).isEqualTo(touched);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"format\":1', '\"format\":2'",
        "'\"decimals\":18', '\"decimals\":256'",
        "'\"decimals\":18,', ''",
        "'\"decimals\":18,', '\"decimals\":18,\"more\":1,'",
        "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2, 0xc02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2",
        "'\"values\":[\"contract\",\"decimals\"]', '\"values\":[\"contract\"]'",
        "'a/b@00000000:c', 'a/b'",
        "2026-11-21, yesterday",
    })
    void read_refusesAFileThatBreaksARule(String rightly, String wrongly) {
        String good = """
                {"format":1,"assets":[{"id":"weth","name":"Wrapped Ether","symbol":"WETH","tokens":[
                {"chainId":1,"contract":"0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2","name":"Wrapped Ether",
                "symbol":"WETH","decimals":18,"pins":[],
                "sources":[{"cite":"a/b@00000000:c","date":"2026-11-21","values":["contract","decimals"]}]}]}]}
                """;
        assertThat(TokenList.read(stream(good)).entries()).hasSize(1);
        assertThat(good).contains(rightly);

        assertThatThrownBy(() -> TokenList.read(stream(good.replace(rightly, wrongly))))
                .isInstanceOf(IllegalStateException.class);
    }

    /// No entry of the packed list pins a proxy yet: nothing cited shows slot, implementation and both code
    /// hashes.
    @Test
    void read_takesTheImplementationOfAProxy() {
        String hash = "0x" + "11".repeat(32);
        String file = """
                {"format":1,"assets":[{"id":"usdc","name":"USD Coin","symbol":"USDC","tokens":[
                {"chainId":1,"contract":"0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48","name":"USD Coin",
                "symbol":"USDC","decimals":6,"pins":[{"order":"KEY_THEN_SLOT","slot":"0x9","codeHash":"HASH",
                "implementation":[{"slot":"HASH","address":"0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2",
                "codeHash":"HASH"}]}],
                "sources":[{"cite":"a/b@00000000:c","date":"2026-11-21","values":["contract","decimals","pins"]}]}]}]}
                """.replace("HASH", hash);

        Token.Pin pin =
                TokenList.read(stream(file)).entries().getFirst().token().pin().orElseThrow();

        assertThat(pin.balances().base()).isEqualTo(Hash32.ofNumber(9));
        assertThat(pin.implementation())
                .contains(new Token.Implementation(
                        Hash32.fromHex(hash),
                        Address.fromHex("0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"),
                        Hash32.fromHex(hash)));
        for (String wrong : new String[] {"\"0x09\"", "\"9\"", "9", "\"0x\"", "\"0x1" + "0".repeat(64) + "\""}) {
            assertThatThrownBy(() -> TokenList.read(stream(file.replace("\"0x9\"", wrong))))
                    .as(wrong)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
