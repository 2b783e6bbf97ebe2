package org.lifeboat.vault.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Keccak256;

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
        assertThat(keys(MAIL, 1, Severity.DANGER)).containsExactly("typed.unknown");
        assertThat(keys(MAIL, 10, Severity.DANGER)).containsExactly("typed.unknown", "typed.otherChain");
    }

    /// The type hashes as the standards and the contracts publish them: a type that is one letter off is unknown.
    @Test
    void paymentsByAuthorization_areDanger() {
        String payment = json("""
                "TransferWithAuthorization":[{"name":"from","type":"address"},{"name":"to","type":"address"},
                {"name":"value","type":"uint256"},{"name":"validAfter","type":"uint256"},
                {"name":"validBefore","type":"uint256"},{"name":"nonce","type":"bytes32"}]""", "TransferWithAuthorization", """
                {"from":"0x00000000000000000000000000000000000000bb","to":"0x00000000000000000000000000000000000000aa",
                "value":"5","validAfter":0,"validBefore":%s,"nonce":"0x%s"}""".formatted("1700000000", "00".repeat(32)));

        assertThat(hash(payment)).isEqualTo("0x7c7c6cdb67a18743f49ec6fa9b35f50d52ed05cbed4cc592e13b44501c1a2267");
        assertThat(keys(payment, 1, Severity.DANGER)).containsExactly("authorization.pay");
        assertThat(keys(payment.replace("1700000000", "\"4102444800\""), 1, Severity.DANGER))
                .containsExactly("authorization.pay", "until.never");
        assertThat(keys(payment.replace("validAfter", "validafter"), 1, Severity.DANGER))
                .containsExactly("typed.unknown");
    }

    @Test
    void cowOrder_saysWhatIsGivenAndTaken() {
        String order = json("""
                "Order":[{"name":"sellToken","type":"address"},{"name":"buyToken","type":"address"},
                {"name":"receiver","type":"address"},{"name":"sellAmount","type":"uint256"},
                {"name":"buyAmount","type":"uint256"},{"name":"validTo","type":"uint32"},
                {"name":"appData","type":"bytes32"},{"name":"feeAmount","type":"uint256"},
                {"name":"kind","type":"string"},{"name":"partiallyFillable","type":"bool"},
                {"name":"sellTokenBalance","type":"string"},{"name":"buyTokenBalance","type":"string"}]""", "Order", """
                {"sellToken":"0x00000000000000000000000000000000000000cc",
                "buyToken":"0x00000000000000000000000000000000000000dd",
                "receiver":"0x00000000000000000000000000000000000000aa","sellAmount":"7","buyAmount":"8",
                "validTo":1700000000,"appData":"0x%s","feeAmount":"0","kind":"sell","partiallyFillable":false,
                "sellTokenBalance":"erc20","buyTokenBalance":"erc20"}""".formatted("00".repeat(32)));

        assertThat(hash(order)).isEqualTo("0xd5a25ba2e97094ad7d83dc28a6572da797d6b3e7fc6663bd93efb789fc17e489");
        assertThat(keys(order, 1, Severity.DANGER)).isEmpty();
        assertThat(keys(order, 1, Severity.WARNING)).containsExactly("order.swap", "order.receiver");
        assertThat(keys(order.replace("\"8\"", "\"0\""), 1, Severity.DANGER)).containsExactly("order.swap");
    }

    @Test
    void seaportOrder_forNothingIsDanger() {
        String item = "{\"itemType\":%d,\"token\":\"0x00000000000000000000000000000000000000cc\","
                + "\"identifierOrCriteria\":\"9\",\"startAmount\":\"1\",\"endAmount\":\"1\"%s}";
        String mine = ",\"recipient\":\"0x00000000000000000000000000000000000000bb\"";
        String theirs = ",\"recipient\":\"0x00000000000000000000000000000000000000aa\"";
        String fields = """
                "OrderComponents":[{"name":"offerer","type":"address"},{"name":"zone","type":"address"},
                {"name":"offer","type":"OfferItem[]"},{"name":"consideration","type":"ConsiderationItem[]"},
                {"name":"orderType","type":"uint8"},{"name":"startTime","type":"uint256"},
                {"name":"endTime","type":"uint256"},{"name":"zoneHash","type":"bytes32"},
                {"name":"salt","type":"uint256"},{"name":"conduitKey","type":"bytes32"},
                {"name":"counter","type":"uint256"}],
                "OfferItem":[{"name":"itemType","type":"uint8"},{"name":"token","type":"address"},
                {"name":"identifierOrCriteria","type":"uint256"},{"name":"startAmount","type":"uint256"},
                {"name":"endAmount","type":"uint256"}],
                "ConsiderationItem":[{"name":"itemType","type":"uint8"},{"name":"token","type":"address"},
                {"name":"identifierOrCriteria","type":"uint256"},{"name":"startAmount","type":"uint256"},
                {"name":"endAmount","type":"uint256"},{"name":"recipient","type":"address"}]""";
        String order = """
                {"offerer":"0x00000000000000000000000000000000000000bb",
                "zone":"0x0000000000000000000000000000000000000000","offer":[%s],"consideration":[%s],"orderType":0,
                "startTime":0,"endTime":1700000000,"zoneHash":"0x%s","salt":"1","conduitKey":"0x%s","counter":0}""";
        String zero = "00".repeat(32);

        String sale = json(
                fields, "OrderComponents", order.formatted(item.formatted(2, ""), item.formatted(0, mine), zero, zero));
        assertThat(hash(sale)).isEqualTo("0xfa445660b7e21515a59617fcd68910b487aa5808b8abda3d78bc85df364b2c2f");
        assertThat(keys(sale, 1, Severity.DANGER)).isEmpty();
        assertThat(keys(sale, 1, Severity.WARNING)).contains("order.gives");
        String theft = json(
                fields,
                "OrderComponents",
                order.formatted(item.formatted(4, ""), item.formatted(0, theirs), zero, zero));
        assertThat(keys(theft, 1, Severity.DANGER)).containsExactly("order.givesAny", "order.forNothing");
    }

    private static String hash(String json) {
        String type = ((TypedDataReading.Valid) read(json)).data().encodedType();
        return Keccak256.hash(Bytes.of(type.getBytes(StandardCharsets.UTF_8))).toHex();
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
