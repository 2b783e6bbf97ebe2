package org.lifeboat.engine.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.StoredEvidence;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.TokenAmount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FigureFileTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:05:00Z");
    private static final Network OPTIMISM = new Network(
            new ChainId(10),
            "OP Mainnet",
            "ETH",
            new Network.Layer.L2(new ChainId(1), Network.Stack.OP_STACK),
            false,
            Network.Origin.BUNDLED);
    private static final Address ACCOUNT = Address.fromHex("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");
    private static final BlockRef BLOCK = new BlockRef(77, Hash32.ofNumber(BigInteger.TEN), 1_763_730_000L);
    private static final Figure.Known KNOWN = new Figure.Known(
            new TokenAmount(new BigInteger("1500000000000000001"), 18),
            Assurance.MATCHED,
            BLOCK,
            NOW.minusSeconds(2),
            new SourceId(new ChainId(10), "https://node.example/secret-key"),
            List.of(Note.of(Note.Kind.SOURCES_AGREE, "2")));

    @Test
    void known_isWrittenExactlyAndWithoutTheSourcesPath() {
        var piece = new StoredEvidence("account-proof/1", new ChainId(10), ACCOUNT, BLOCK, Bytes.of((byte) 0xab));
        String text = FigureFile.write(OPTIMISM, row(KNOWN), List.of(piece), NOW);
        JsonNode file = JsonMapper.builder().build().readTree(text);

        assertThat(text).doesNotContain("secret-key");
        assertThat(file.path("format").asString("")).isEqualTo("lifeboat-figure/1");
        assertThat(file.path("outcome").asString("")).isEqualTo("known");
        assertThat(file.path("figure").path("units").asString("")).isEqualTo("1500000000000000001");
        assertThat(file.path("figure").path("amount").asString("")).isEqualTo("1.500000000000000001");
        assertThat(file.path("figure").path("assurance").asString("")).isEqualTo("CLAIMED");
        assertThat(file.path("figure").path("marks").get(0).asString("")).isEqualTo("MATCHED");
        assertThat(file.path("figure").path("source").asString("")).isEqualTo("node.example");
        assertThat(file.path("l1").path("kind").asString("")).isEqualTo("NO_L1_VERIFIER");
        assertThat(file.path("evidence").get(0).path("content").asString("")).isEqualTo("0xab");
    }

    @Test
    void problem_hasNoFigureOfItsOwn() {
        JsonNode file = read(
                new Figure.Problem(Figure.Outcome.REFUTED, List.of(Note.of(Note.Kind.NO_SOURCE)), Optional.of(KNOWN)));

        assertThat(file.path("outcome").asString("")).isEqualTo("refuted");
        assertThat(file.has("figure")).isFalse();
        assertThat(file.path("lastKnown").path("block").path("number").asLong(0))
                .isEqualTo(77);
        assertThat(read(new Figure.NotAsked()).path("outcome").asString("")).isEqualTo("notAsked");
    }

    private static JsonNode read(Figure figure) {
        return JsonMapper.builder().build().readTree(FigureFile.write(OPTIMISM, row(figure), List.of(), NOW));
    }

    private static Row row(Figure figure) {
        return new Row(
                new Position(ACCOUNT, new Asset.Coin(OPTIMISM)),
                figure,
                new Vouched.NoneYet(Note.of(Note.Kind.NO_L1_VERIFIER)));
    }
}
