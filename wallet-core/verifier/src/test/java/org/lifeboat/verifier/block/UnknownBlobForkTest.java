package org.lifeboat.verifier.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;

/// What a block of a fork that only changes blobs looks like to a program that does not know the fork.
class UnknownBlobForkTest {
    /// The time of [TestBlocks]' block.
    private static final long TIME = 112;

    private final TestBlocks chain = new TestBlocks();

    @Test
    void anExcessThatOnlyANewScheduleGives_isUnknown_notInvalid() {
        Block other = with(chain.block, 131_072, chain.block.header().transactionsRoot());

        assertThat(verify(other, TIME - 1)).isInstanceOfSatisfying(BlockResult.Unknown.class, unknown -> {
            assertThat(unknown.reason()).contains("blob schedule");
        });
        assertThat(verify(other, TIME)).isInstanceOf(BlockResult.Invalid.class);
    }

    @Test
    void anExcuse_hidesNothingElseThatIsWrong() {
        assertThat(verify(with(chain.block, 131_072, Hash32.ZERO), TIME - 1))
                .isInstanceOfSatisfying(
                        BlockResult.Invalid.class,
                        invalid ->
                                assertThat(invalid.fault().reason()).isEqualTo(BlockReason.INVALID_TRANSACTIONS_ROOT));
    }

    @Test
    void anHonestBlock_isValidAfterTheReviewToo() {
        assertThat(verify(chain.block, TIME - 1)).isInstanceOf(BlockResult.Valid.class);
    }

    /// With no excess, blob gas costs one wei under any schedule, so no schedule explains another outcome.
    @ParameterizedTest
    @EnumSource(
            value = BlockReason.class,
            names = {"INVALID_STATE_ROOT", "INVALID_RECEIPTS_ROOT", "INVALID_GAS_USED", "INVALID_LOG_BLOOM"})
    void anotherOutcome_isExcusedOnlyWhereThePriceOfBlobsMayDiffer(BlockReason reason) {
        BlockFault fault = new BlockFault(reason, "");

        assertThat(excuse(1, fault)).isPresent();
        assertThat(excuse(0, fault)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TYPE_3_TX_MAX_BLOB_GAS_ALLOWANCE_EXCEEDED, true",
        "INSUFFICIENT_MAX_FEE_PER_BLOB_GAS, true",
        "NONCE_MISMATCH_TOO_LOW, false"
    })
    void aTransactionThatHasTooManyBlobsOrPaysTooLittleForThem_isExcused(InvalidReason reason, boolean excused) {
        BlockFault fault = new BlockFault(BlockReason.INVALID_TRANSACTION, "", Optional.of(reason));

        assertThat(excuse(0, fault).isPresent()).isEqualTo(excused);
    }

    @ParameterizedTest
    @EnumSource(
            value = BlockReason.class,
            names = {
                "UNKNOWN_PARENT",
                "INVALID_BASEFEE_PER_GAS",
                "INVALID_TRANSACTIONS_ROOT",
                "INVALID_WITHDRAWALS_ROOT",
                "INCORRECT_BLOB_GAS_USED",
                "UNREADABLE_TRANSACTION",
                "INVALID_GASLIMIT"
            })
    void whatNoBlobScheduleTouches_isNeverExcused(BlockReason reason) {
        assertThat(excuse(1, new BlockFault(reason, ""))).isEmpty();
    }

    /// Its forks are all there are, up to the greatest time that a header can name.
    @Test
    void aScheduleThatNobodyAddsTo_excusesNothing() {
        BlockHeader last = at(chain.block.header(), -1L);
        EthereumRules rules =
                new EthereumRules(new EthereumChain(new ChainId(1), ForkSchedule.always(Fork.PRAGUE), Address.ZERO));

        assertThat(rules.excuse(last, new BlockFault(BlockReason.INCORRECT_EXCESS_BLOB_GAS, "")))
                .isEmpty();
    }

    @Test
    void theKnownForksOfTheTestNets_beginWhenTheyDo() {
        assertThat(fork(11_155_111, 1_760_427_359)).isEqualTo("PRAGUE 9");
        assertThat(fork(11_155_111, 1_760_427_360)).isEqualTo("OSAKA 9");
        assertThat(fork(11_155_111, 1_761_607_008)).isEqualTo("OSAKA 21");
        assertThat(fork(560_048, 1_762_365_720)).isEqualTo("OSAKA 15");
        assertThat(fork(17_000, 1_740_434_112)).isEqualTo("PRAGUE 9");
        assertThat(fork(1, 1_767_747_671)).isEqualTo("OSAKA 21");
        assertThat(EthereumChain.sepolia().forks().at(1, 1_677_557_087)).isEmpty();
        assertThat(EthereumChain.of(new ChainId(2))).isEmpty();
    }

    private static String fork(long chain, long time) {
        ForkSchedule.Step step = EthereumChain.of(new ChainId(chain))
                .orElseThrow()
                .forks()
                .at(20_000_000, time)
                .orElseThrow();
        return step.fork() + " " + step.blobs().maximum();
    }

    private Optional<String> excuse(long excess, BlockFault fault) {
        Block other = with(chain.block, excess, chain.block.header().transactionsRoot());
        return rules(TIME - 1).excuse(other.header(), fault);
    }

    private BlockResult verify(Block block, long reviewedAt) {
        return new BlockVerifier(rules(reviewedAt), TestBlocks.CURVE, new CodeCache(1 << 20))
                .verify(block, chain.witness(), chain.headers());
    }

    private static EthereumRules rules(long reviewedAt) {
        ForkSchedule forks = ForkSchedule.always(Fork.PRAGUE).reviewed(reviewedAt);
        return new EthereumRules(new EthereumChain(TestBlocks.CHAIN.id(), forks, Address.ZERO));
    }

    private static BlockHeader at(BlockHeader old, long unixSeconds) {
        return changed(old, unixSeconds, 0, old.transactionsRoot());
    }

    private static Block with(Block block, long excess, Hash32 transactionsRoot) {
        BlockHeader header = changed(block.header(), block.header().unixSeconds(), excess, transactionsRoot);
        return new Block(header, block.transactions(), block.ommers(), block.withdrawals());
    }

    private static BlockHeader changed(BlockHeader old, long unixSeconds, long excess, Hash32 transactionsRoot) {
        return new BlockHeader(
                old.parentHash(),
                old.ommersHash(),
                old.beneficiary(),
                old.stateRoot(),
                transactionsRoot,
                old.receiptsRoot(),
                old.logsBloom(),
                old.difficulty(),
                old.number(),
                old.gasLimit(),
                old.gasUsed(),
                unixSeconds,
                old.extraData(),
                old.mixHash(),
                old.nonce(),
                old.baseFeePerGas(),
                old.withdrawalsRoot(),
                old.blobGasUsed(),
                Optional.of(new Gas(excess)),
                old.parentBeaconBlockRoot(),
                old.requestsHash());
    }
}
