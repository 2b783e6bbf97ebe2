package org.lifeboat.engine.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.logs.BlockFinding.Absent;
import org.lifeboat.engine.logs.BlockFinding.CouldNotCheck;
import org.lifeboat.engine.logs.BlockFinding.Found;
import org.lifeboat.engine.logs.BlockFinding.How;
import org.lifeboat.engine.logs.BlockFinding.Placed;
import org.lifeboat.engine.logs.BlockFinding.Why;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.LogClaim;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.block.Receipt;

class LogSearchTest {
    private static final Address TOKEN = Address.fromHex("0x1000000000000000000000000000000000000001");
    private static final Address OTHER = Address.fromHex("0x2000000000000000000000000000000000000002");
    private static final Hash32 PAID = Hash32.ofNumber(77);
    private static final Hash32 ALLOWED = Hash32.ofNumber(78);
    private static final Log MINE = new Log(TOKEN, List.of(PAID, Hash32.ofNumber(5)), Bytes.of((byte) 9));
    private static final Log NOT_MINE = new Log(OTHER, List.of(ALLOWED), Bytes.EMPTY);
    /// The same contract and topic as [#MINE] in one block, but never in one log: only the receipts tell.
    private static final List<List<Log>> LOOKS_ALIKE =
            List.of(List.of(new Log(TOKEN, List.of(ALLOWED), Bytes.EMPTY), new Log(OTHER, List.of(PAID), Bytes.EMPTY)));

    private static final LogFilter FILTER = new LogFilter(List.of(TOKEN), List.of(List.of(PAID)));

    private final LogChain chain = new LogChain()
            .block(List.of())
            .block(List.of(List.of(NOT_MINE)))
            .block(List.of(List.of(NOT_MINE), List.of(NOT_MINE, MINE)))
            .block(LOOKS_ALIKE)
            .block(List.of())
            .block(List.of(List.of(MINE), List.of(MINE)))
            .block(List.of());

    private final Source honest = chain.source("honest", (_, truth) -> Optional.of(truth));

    @Test
    void eachBlock_isFoundOrProvenAbsent() {
        ProvenLogs logs = search(List.of(honest), 0, 5);

        assertThat(logs.complete()).isTrue();
        assertThat(logs.assurance().level()).isEqualTo(Assurance.Level.FINAL);
        assertThat(logs.blocks()).extracting(BlockFinding::number).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(logs.blocks().get(1))
                .isInstanceOfSatisfying(
                        Absent.class, absent -> assertThat(absent.how()).isEqualTo(How.BLOOM));
        assertThat(logs.blocks().get(3))
                .isInstanceOfSatisfying(
                        Absent.class, absent -> assertThat(absent.how()).isEqualTo(How.RECEIPTS));
        assertThat(logs.found()).extracting(Found::number).containsExactly(2L, 5L);
        assertThat(logs.found().getFirst().logs()).containsExactly(new Placed(1, 2, MINE));
        assertThat(logs.found().getLast().logs()).containsExactly(new Placed(0, 0, MINE), new Placed(1, 1, MINE));
        assertThat(logs.unfit()).isEmpty();
    }

    @Test
    void aLogLeftOut_doesNotFit_andTheNextSourceIsAsked() {
        Source omitting = chain.source("omitting", (_, truth) -> Optional.of(without(truth)));

        ProvenLogs alone = search(List.of(omitting), 0, 5);
        ProvenLogs both = search(List.of(omitting, honest), 0, 5);

        assertThat(alone.found()).isEmpty();
        assertThat(alone.complete()).isFalse();
        assertThat(alone.blocks())
                .contains(new CouldNotCheck(2, Why.NO_RECEIPTS), new CouldNotCheck(5, Why.NO_RECEIPTS));
        assertThat(alone.unfit()).containsExactly(omitting.id());
        assertThat(both.complete()).isTrue();
        assertThat(both.found()).hasSize(2);
        assertThat(both.unfit()).containsExactly(omitting.id());
    }

    @Test
    void aReceiptLeftOut_orNoneAtAll_doesNotFit() {
        Source omitting = chain.source(
                "omitting", (block, truth) -> Optional.of(block == 2 ? List.of() : truth.subList(0, truth.size() - 1)));

        ProvenLogs logs = search(List.of(omitting), 0, 5);

        assertThat(logs.found()).isEmpty();
        assertThat(logs.blocks())
                .contains(new CouldNotCheck(2, Why.NO_RECEIPTS), new CouldNotCheck(5, Why.NO_RECEIPTS));
    }

    @Test
    void whatASourceWillNotGive_isNamed_andWhatTheBloomExcludesIsStillProven() {
        Source refusing = chain.source("refusing", (_, _) -> Optional.empty());

        ProvenLogs logs = search(List.of(refusing), 0, 5);

        assertThat(logs.complete()).isFalse();
        assertThat(logs.unfit()).isEmpty();
        assertThat(logs.blocks().get(0)).isInstanceOf(Absent.class);
        assertThat(logs.blocks().get(3)).isEqualTo(new CouldNotCheck(3, Why.NO_RECEIPTS));
    }

    @Test
    void aboveTheVerifiedBlock_nothingIsSaid() {
        ProvenLogs logs = new LogSearch(List.of(honest), Deadline.in(Duration.ofMinutes(1)))
                .search(FILTER, 3, 6, chain.head(4), Assurance.Level.POSTED);

        assertThat(logs.assurance().level()).isEqualTo(Assurance.Level.POSTED);
        assertThat(logs.blocks().get(0)).isInstanceOf(Absent.class);
        assertThat(logs.blocks().subList(2, 4))
                .containsExactly(new CouldNotCheck(5, Why.NOT_VERIFIED), new CouldNotCheck(6, Why.NOT_VERIFIED));
    }

    @Test
    void anotherBranch_isNoWayDown() {
        LogChain branch = new LogChain();
        for (int i = 0; i < 7; i++) {
            branch.block(List.of(List.of(NOT_MINE)));
        }
        Source elsewhere = branch.source("elsewhere", (_, truth) -> Optional.of(truth));

        ProvenLogs logs = search(List.of(elsewhere), 0, 5);

        assertThat(logs.blocks()).allSatisfy(block -> assertThat(block).isInstanceOf(CouldNotCheck.class));
        assertThat(search(List.of(elsewhere, honest), 0, 5).complete()).isTrue();
    }

    @Test
    void anAnswerToGetLogs_isHeldAgainstWhatIsProven() {
        ProvenLogs logs = search(List.of(honest), 0, 5);
        List<LogClaim> truth = List.of(claim(2, MINE), claim(5, MINE), claim(5, MINE));

        assertThat(logs.against(truth)).isEmpty();
        assertThat(logs.against(truth.subList(0, 2)))
                .hasValueSatisfying(
                        contradiction -> assertThat(contradiction.said()).isEqualTo("no such log"));
        List<LogClaim> more = new ArrayList<>(truth);
        more.add(claim(4, MINE));
        assertThat(logs.against(more))
                .hasValueSatisfying(
                        contradiction -> assertThat(contradiction.shown()).isEqualTo("no such log"));
    }

    @Test
    void aFilter_acceptsAnyOfSeveralAndAnyWhereNothingIsSaid() {
        LogFilter any = new LogFilter(List.of(), List.of(List.of(), List.of(Hash32.ofNumber(5), Hash32.ofNumber(6))));

        assertThat(any.matches(MINE)).isTrue();
        assertThat(any.matches(NOT_MINE)).isFalse();
        assertThat(new LogFilter(List.of(), List.of()).matches(NOT_MINE)).isTrue();
        assertThat(new LogFilter(List.of(OTHER, TOKEN), List.of(List.of(PAID))).matches(MINE))
                .isTrue();
    }

    private ProvenLogs search(List<Source> sources, long from, long to) {
        return new LogSearch(sources, Deadline.in(Duration.ofMinutes(1)))
                .search(FILTER, from, to, chain.head(6), Assurance.Level.FINAL);
    }

    private static LogClaim claim(long block, Log log) {
        return new LogClaim(
                log.contract(), log.topics(), log.data(), block, Hash32.ofNumber(block), Hash32.ofNumber(1), 0);
    }

    /// Without the last log of the last receipt that has one; its bloom stays.
    private static List<Receipt> without(List<Receipt> truth) {
        List<Receipt> others = new ArrayList<>(truth);
        for (int i = truth.size() - 1; i >= 0; i--) {
            Receipt receipt = truth.get(i);
            if (!receipt.logs().isEmpty()) {
                others.set(
                        i,
                        new Receipt(
                                receipt.type(),
                                receipt.outcome(),
                                receipt.cumulativeGasUsed(),
                                receipt.logsBloom(),
                                receipt.logs().subList(0, receipt.logs().size() - 1),
                                receipt.deposit()));
                return others;
            }
        }
        return others;
    }
}
