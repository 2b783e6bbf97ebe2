package org.lifeboat.engine.chaincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.derivation.Given;

/// An L2 whose blocks follow from L1 alone, checked with servers that tell the truth, lie, or say nothing.
class ChainChecksTest {
    private static final CheckWish FIRST = new CheckWish.Spot(new L2Block(1));
    private static final CheckWatch ON = _ -> true;

    private final QuietChains chains = new QuietChains(12, 1);
    private final List<BlockHeader> l2 =
            chains.l2.stream().map(Given.L2Block::header).toList();
    private final QuietSource l1Source = new QuietSource(900, "l1", chains.l1);
    private final QuietSource l2Source = new QuietSource(901, "l2", l2);

    private CheckPlace place(List<Source> l1, List<Source> layer2, Optional<VerifiedHead> verified) {
        Network below =
                new Network(new ChainId(900), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.BUNDLED);
        Network above = new Network(
                new ChainId(901),
                "L2",
                "ETH",
                new Network.Layer.L2(new ChainId(900), Network.Stack.OP_STACK),
                true,
                Network.Origin.BUNDLED);
        return new CheckPlace(
                new ExitPlace(
                        above, layer2, below, l1, chains.rollup.contracts().portal()),
                List.of(),
                chains.rollup,
                verified);
    }

    private CheckReport check(List<Source> l1, List<Source> layer2) {
        return new ChainChecks(Duration.ofSeconds(5)).check(place(l1, layer2, Optional.empty()), FIRST, ON);
    }

    private Hash32 truth() {
        return OutputRoot.of(l2.get(1)).orElseThrow().hash();
    }

    @Test
    void whatTheServerSays_isTrue() {
        CheckReport report = check(List.of(l1Source), List.of(l2Source));

        assertThat(report.finding()).isEqualTo(new Finding.True(l2.get(1).ref(), truth()));
        assertThat(report.roots()).containsEntry(1L, truth()).hasSize(2);
        assertThat(report.aim().orElseThrow().ground()).isEqualTo(new Ground.Genesis(new L2Block(0)));
        assertThat(report.l1Verified()).isFalse();
    }

    @Test
    void theLightClient_vouchesForTheL1ThatWasRead_orNot() {
        BlockHeader top = chains.l1.getLast();
        VerifiedHead right = new VerifiedHead(9, Hash32.ZERO, top.ref(), top.stateRoot());
        VerifiedHead other = new VerifiedHead(
                9,
                Hash32.ZERO,
                QuietChains.header(Hash32.ZERO, top.number(), top.unixSeconds(), Bytes.EMPTY)
                        .ref(),
                top.stateRoot());
        ChainChecks checks = new ChainChecks(Duration.ofSeconds(5));

        assertThat(checks.check(place(List.of(l1Source), List.of(l2Source), Optional.of(right)), FIRST, ON)
                        .l1Verified())
                .isTrue();
        assertThat(checks.check(place(List.of(l1Source), List.of(l2Source), Optional.of(other)), FIRST, ON)
                        .l1Verified())
                .isFalse();
    }

    @Test
    void anotherBlock_isFoundFalse_andTheRightRootIsNamed() {
        BlockHeader lie = QuietChains.header(l2.getFirst().hash(), 1, 1_800_000_002L, Bytes.EMPTY);
        QuietSource liar = new QuietSource(901, "liar", List.of(l2.getFirst(), lie));

        CheckReport report = check(List.of(l1Source), List.of(liar));

        assertThat(report.finding())
                .isEqualTo(new Finding.False(
                        l2.get(1).ref(), OutputRoot.of(lie).orElseThrow().hash(), truth()));
        assertThat(report.finding().isFalse()).isTrue();
        assertThat(report.remedy())
                .as("a server's word cannot be contested on L1")
                .isEmpty();
    }

    /// Whatever a source of L1 invents in a block's content does not have the header's roots.
    @Test
    void inventedContentOfL1_isLeftAside_andTheNextSourceAsked() {
        QuietSource inventing = new QuietSource(
                900,
                "inventing",
                chains.l1,
                (query, truth) ->
                        query instanceof Query.Probe(String method, String _) && method.equals("eth_getBlockByHash")
                                ? new Reply.Got<>("""
                        {"transactions": [{"type": "0x2", "chainId": "0x384", "nonce": "0x0", "gas": "0x5208",
                         "maxFeePerGas": "0x1", "maxPriorityFeePerGas": "0x1", "value": "0x1", "input": "0x",
                         "to": "0xff00000000000000000000000000000000000901", "accessList": [], "yParity": "0x0",
                         "v": "0x0", "r": "0x1", "s": "0x1"}]}""")
                                : truth);

        assertThat(check(List.of(inventing, l1Source), List.of(l2Source)).finding())
                .isInstanceOf(Finding.True.class);
        CheckReport alone = check(List.of(inventing), List.of(l2Source));
        assertThat(alone.finding())
                .isInstanceOfSatisfying(
                        Finding.CouldNotCheck.class,
                        lacking -> assertThat(lacking.lack()).isEqualTo(Finding.Lack.L1_BLOCK));
        assertThat(alone.troubles()).anyMatch(trouble -> trouble.contains("inventing"));
    }

    @Test
    void aHeaderThatDoesNotHashToItsName_setsTheSourceAside() {
        QuietSource forging = new QuietSource(
                900,
                "forging",
                chains.l1,
                (query, truth) -> query instanceof Query.HeaderOf
                        ? new Reply.Got<>(Optional.of(new org.lifeboat.engine.source.HeaderClaim(
                                Hash32.ofNumber(1), QuietChains.fields(chains.l1.getFirst()))))
                        : truth);

        CheckReport report = check(List.of(forging, l1Source), List.of(l2Source));

        assertThat(report.finding()).isInstanceOf(Finding.True.class);
        assertThat(forging.refutations).isNotEmpty();
        assertThat(report.disagreements()).isNotEmpty();
    }

    @Test
    void whatIsMissing_isNamed() {
        QuietSource shortL1 = new QuietSource(900, "short", chains.l1.subList(0, 3));
        QuietSource silent = new QuietSource(
                900, "silent", List.of(), (_, _) -> new Reply.Failed<>(Reply.Failure.TIMED_OUT, "late"));
        QuietSource withoutReceipts = new QuietSource(901, "empty", List.of());

        assertThat(lack(check(List.of(shortL1), List.of(l2Source)))).isEqualTo(Finding.Lack.L1_NOT_THERE_YET);
        assertThat(lack(check(List.of(silent), List.of(l2Source)))).isEqualTo(Finding.Lack.L1_HEADER);
        assertThat(lack(check(List.of(l1Source), List.of(withoutReceipts)))).isEqualTo(Finding.Lack.L2_BLOCK);
        assertThat(lack(check(List.of(l1Source), List.of()))).isEqualTo(Finding.Lack.L2_BLOCK);
    }

    private static Finding.Lack lack(CheckReport report) {
        return report.finding() instanceof Finding.CouldNotCheck(Finding.Lack lack, String _)
                ? lack
                : org.junit.jupiter.api.Assertions.fail("a finding: " + report.finding());
    }

    @Test
    void whoeverWatches_canEndIt() {
        CheckReport report = new ChainChecks(Duration.ofSeconds(5))
                .check(
                        place(List.of(l1Source), List.of(l2Source), Optional.empty()),
                        FIRST,
                        progress -> progress.l1().isEmpty());

        assertThat(report.finding()).isEqualTo(new Finding.Cancelled());
    }
}
