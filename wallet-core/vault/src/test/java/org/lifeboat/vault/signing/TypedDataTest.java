package org.lifeboat.vault.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;

class TypedDataTest {
    private static final String DOMAIN_TYPE = """
            "EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},
            {"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}]""";

    private static final String DOMAIN = """
            {"name":"Ether Mail","version":"1","chainId":1,
            "verifyingContract":"0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"}""";

    private static final String MAIL = json("""
            "Person":[{"name":"name","type":"string"},{"name":"wallet","type":"address"}],
            "Mail":[{"name":"from","type":"Person"},{"name":"to","type":"Person"},{"name":"contents","type":"string"}]""", "Mail", """
            {"from":{"name":"Cow","wallet":"0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"},
            "to":{"name":"Bob","wallet":"0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"},"contents":"Hello, Bob!"}""");

    private static String json(String types, String primary, String message) {
        return "{\"types\":{" + DOMAIN_TYPE + "," + types + "},\"primaryType\":\"" + primary + "\",\"domain\":" + DOMAIN
                + ",\"message\":" + message + "}";
    }

    private static TypedDataReading read(String json) {
        return TypedData.read(Bytes.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> keys(String json, long chain, Severity severity) {
        TypedData data = ((TypedDataReading.Valid) read(json)).data();
        return new TypedDataRequest(data, new ChainId(chain))
                .describe(Address.ZERO, Facts.NONE).lines().stream()
                        .filter(line -> line.severity() == severity)
                        .map(Line::key)
                        .toList();
    }

    @Test
    void mail_hashesAsInTheSpecification() {
        TypedData data = ((TypedDataReading.Valid) read(MAIL)).data();

        // EIP-712, Example.js and Example.sol.
        assertThat(data.digest().toHex())
                .isEqualTo("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
        assertThat(data.domainHash().toHex())
                .isEqualTo("0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f");
    }

    @Test
    void whatCannotBeShownAsItIsSigned_isRefused() {
        List<String> bad = List.of(
                "{}",
                "[]",
                "nonsense",
                MAIL + "x",
                MAIL.replace("\"contents\":\"Hello, Bob!\"", "\"contents\":\"Hello, Bob!\",\"extra\":1"),
                MAIL.replace(",\"contents\":\"Hello, Bob!\"", ""),
                MAIL.replace("\"contents\":\"Hello, Bob!\"", "\"contents\":1"),
                MAIL.replace("\"contents\":\"Hello, Bob!\"", "\"contents\":\"a\",\"contents\":\"b\""),
                MAIL.replace("\"primaryType\":\"Mail\"", "\"primaryType\":\"Male\""),
                MAIL.replace("0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB", "0xbB"),
                MAIL.replace("\"type\":\"Person\"", "\"type\":\"Persona\""),
                MAIL.replace("\"chainId\":1", "\"chainId\":-1"),
                MAIL.replace("\"chainId\":1", "\"chainId\":1.5"),
                json("\"uint8\":[{\"name\":\"a\",\"type\":\"string\"}]", "uint8", "{\"a\":\"b\"}"),
                json("\"A\":[{\"name\":\"a\",\"type\":\"uint\"}]", "A", "{\"a\":1}"),
                json("\"A\":[{\"name\":\"a\",\"type\":\"uint8\"}]", "A", "{\"a\":256}"),
                json("\"A\":[{\"name\":\"a\",\"type\":\"int8\"}]", "A", "{\"a\":\"-129\"}"),
                json("\"A\":[{\"name\":\"a\",\"type\":\"bytes4\"}]", "A", "{\"a\":\"0x0011\"}"),
                json("\"A\":[{\"name\":\"a\",\"type\":\"uint8[2]\"}]", "A", "{\"a\":[1]}"));
        for (String json : bad) {
            assertThat(read(json)).as(json).isInstanceOf(TypedDataReading.Refused.class);
        }
        assertThat(read(json("\"A\":[{\"name\":\"a\",\"type\":\"int8\"}]", "A", "{\"a\":\"-128\"}")))
                .isInstanceOf(TypedDataReading.Valid.class);
    }

    @Test
    void halfACharacter_isRefused() {
        String text = "\"A\":[{\"name\":\"a\",\"type\":\"string\"}]";
        assertThat(read(json(text, "A", "{\"a\":\"\\ud83d\\ude00\"}"))).isInstanceOf(TypedDataReading.Valid.class);
        assertThat(read(json(text, "A", "{\"a\":\"\\ud83d\"}"))).isInstanceOf(TypedDataReading.Refused.class);
    }

    @Test
    void depthWithoutBound_isRefused() {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            chain.append("\"A%d\":[{\"name\":\"x\",\"type\":\"A%d[]\"}],".formatted(i, i + 1));
        }
        chain.append("\"A10000\":[]");
        String brackets = "\"A\":[{\"name\":\"x\",\"type\":\"uint8%s\"}]";

        assertThat(read(json(chain.toString(), "A0", "{\"x\":[]}"))).isInstanceOf(TypedDataReading.Refused.class);
        assertThat(read(json(brackets.formatted("[]".repeat(100_000)), "A", "{\"x\":[]}")))
                .isInstanceOf(TypedDataReading.Refused.class);
        assertThat(read(json(brackets.formatted("[]".repeat(8)), "A", "{\"x\":[]}")))
                .isInstanceOf(TypedDataReading.Valid.class);
    }

    @Test
    void lineFeedInAName_beginsNoLineOfItsOwn() {
        TypedData data =
                ((TypedDataReading.Valid) read(MAIL.replace("Hello, Bob!", "Hello\\nNetwork: Ethereum"))).data();

        List<String> said = new TypedDataRequest(data, new ChainId(1))
                .describe(Address.ZERO, Facts.NONE).lines().stream()
                        .map(Wording.english()::say)
                        .toList();

        assertThat(said).anyMatch(line -> line.contains("Hello[U+a]Network: Ethereum"));
        assertThat(said).noneMatch(line -> line.contains("\n"));
    }

    @Test
    void anotherChain_isDanger() {
        assertThat(keys(MAIL, 1, Severity.DANGER)).isEmpty();
        assertThat(keys(MAIL, 10, Severity.DANGER)).containsExactly("typed.otherChain");
    }

    @Test
    void permits_areNamed() {
        String spender = "\"spender\":\"0x00000000000000000000000000000000000000aa\"";
        String permit = json(
                """
                "Permit":[{"name":"owner","type":"address"},{"name":"spender","type":"address"},
                {"name":"value","type":"uint256"},{"name":"nonce","type":"uint256"},{"name":"deadline","type":"uint256"}]""",
                "Permit",
                "{\"owner\":\"0x00000000000000000000000000000000000000bb\"," + spender
                        + ",\"value\":\"5\",\"nonce\":0,\"deadline\":1}");
        assertThat(keys(permit, 1, Severity.WARNING)).containsExactly("permit.what", "allowance.some");
        String unlimited = permit.replace("\"5\"", "\"0x" + "f".repeat(64) + "\"");
        assertThat(keys(unlimited, 1, Severity.DANGER)).containsExactly("allowance.unlimited");

        String dai = json(
                """
                "Permit":[{"name":"holder","type":"address"},{"name":"spender","type":"address"},
                {"name":"nonce","type":"uint256"},{"name":"expiry","type":"uint256"},{"name":"allowed","type":"bool"}]""",
                "Permit",
                "{\"holder\":\"0x00000000000000000000000000000000000000bb\"," + spender
                        + ",\"nonce\":0,\"expiry\":0,\"allowed\":true}");
        assertThat(keys(dai, 1, Severity.DANGER)).containsExactly("allowance.unlimited");

        String permit2 = json(
                """
                "PermitSingle":[{"name":"details","type":"PermitDetails"},{"name":"spender","type":"address"},
                {"name":"sigDeadline","type":"uint256"}],
                "PermitDetails":[{"name":"token","type":"address"},{"name":"amount","type":"uint160"},
                {"name":"expiration","type":"uint48"},{"name":"nonce","type":"uint48"}]""",
                "PermitSingle",
                "{\"details\":{\"token\":\"0x00000000000000000000000000000000000000cc\",\"amount\":\"0x"
                        + "f".repeat(40) + "\",\"expiration\":1,\"nonce\":0}," + spender + ",\"sigDeadline\":1}");
        assertThat(keys(permit2, 1, Severity.DANGER)).containsExactly("allowance.unlimited");

        String odd = json(
                "\"PermitForAll\":[{\"name\":\"operator\",\"type\":\"address\"}]",
                "PermitForAll",
                "{\"operator\":\"0x00000000000000000000000000000000000000aa\"}");
        assertThat(keys(odd, 1, Severity.DANGER)).containsExactly("permit.unclear");
    }
}
