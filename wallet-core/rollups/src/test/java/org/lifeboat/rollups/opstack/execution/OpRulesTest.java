package org.lifeboat.rollups.opstack.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.evm.block.SystemCalls;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.block.Receipt;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockOutput;
import org.lifeboat.verifier.block.BlockReason;
import org.lifeboat.verifier.block.BlockResult;
import org.lifeboat.verifier.block.Execution;
import org.lifeboat.verifier.trie.StateTrie;

class OpRulesTest {
    private static final Address SOMEBODY = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Address FROM_L1 = Address.fromHex("0x1111000000000000000000000000000000001111");

    @ParameterizedTest
    @EnumSource(
            value = OpFork.class,
            names = {"BEDROCK", "CANYON"},
            mode = EnumSource.Mode.EXCLUDE)
    void feesGoToTheirVaults_andNothingIsLostOrMade(OpFork fork) {
        TestL2 l2 = new TestL2(fork);
        Bytes transfer = l2.transfer(SOMEBODY, Wei.of(1000));

        BlockOutput output = done(l2.run(transfer));

        StateTrie after = output.state();
        L1Attributes l1 = attributes(l2);
        BigInteger gas = BigInteger.valueOf(21_000);
        BigInteger gwei = BigInteger.valueOf(1_000_000_000);
        BigInteger l1Fee = L1Fee.of(fork, l1, transfer).value();
        BigInteger operator = OperatorFee.of(fork, l1, 21_000).value();
        assertThat(TestL2.balance(after, SOMEBODY)).isEqualTo(1000);
        assertThat(TestL2.balance(after, TestL2.BASE_FEE_VAULT)).isEqualTo(gas.multiply(gwei));
        assertThat(TestL2.balance(after, TestL2.SEQUENCER_FEE_VAULT)).isEqualTo(gas.multiply(gwei));
        assertThat(l1Fee).isPositive();
        assertThat(TestL2.balance(after, TestL2.L1_FEE_VAULT)).isEqualTo(l1Fee);
        assertThat(TestL2.balance(after, TestL2.OPERATOR_FEE_VAULT)).isEqualTo(operator);
        assertThat(operator.signum()).isEqualTo(fork.isAtLeast(OpFork.ISTHMUS) ? 1 : 0);
        BigInteger paid =
                gas.multiply(gwei).shiftLeft(1).add(l1Fee).add(operator).add(BigInteger.valueOf(1000));
        assertThat(TestL2.balance(after, l2.person()))
                .isEqualTo(TestL2.FUNDS.value().subtract(paid));
    }

    @ParameterizedTest
    @EnumSource(
            value = OpFork.class,
            names = {"BEDROCK", "CANYON"},
            mode = EnumSource.Mode.EXCLUDE)
    void aSealedBlockIsValid_andWithAnyFalseFigureItIsNot(OpFork fork) {
        TestL2 l2 = new TestL2(fork);
        Block block = l2.sealed(
                TestL2.deposit(FROM_L1, Optional.of(SOMEBODY), 500, 200, 100_000, Bytes.EMPTY),
                l2.transfer(SOMEBODY, Wei.of(1)));

        assertThat(l2.verify(block)).isInstanceOf(BlockResult.Valid.class);
        BlockHeader header = block.header();
        assertThat(reason(l2, block, changed(header, header.baseFeePerGas(), header.blobGasUsed(), Hash32.ZERO)))
                .isEqualTo(BlockReason.INVALID_STATE_ROOT);
        assertThat(reason(l2, block, changed(header, Optional.of(Wei.of(7)), header.blobGasUsed(), header.stateRoot())))
                .isEqualTo(BlockReason.INVALID_BASEFEE_PER_GAS);
        assertThat(reason(
                        l2,
                        block,
                        changed(header, header.baseFeePerGas(), Optional.of(new Gas(1)), header.stateRoot())))
                .isIn(BlockReason.BLOB_GAS_USED_ABOVE_LIMIT, BlockReason.INCORRECT_BLOB_GAS_USED);
    }

    @Test
    void aWitnessNeedNotHoldTheMessagePasser_whereTheBlockLeavesItAlone() {
        TestL2 l2 = new TestL2(
                OpFork.JOVIAN, Map.of(TestL2.MESSAGE_PASSER, Bytes.of((byte) 0), SOMEBODY, Bytes.of((byte) 0)));
        Block alone = l2.sealed();
        Block called =
                l2.sealed(TestL2.deposit(FROM_L1, Optional.of(TestL2.MESSAGE_PASSER), 5, 5, 100_000, Bytes.EMPTY));

        assertThat(l2.verify(
                        alone,
                        L1Attributes.DEPOSITOR,
                        L1Attributes.CONTRACT,
                        SystemCalls.BEACON_ROOTS,
                        SystemCalls.HISTORY))
                .isInstanceOf(BlockResult.Valid.class);
        assertThat(l2.verify(
                        called,
                        L1Attributes.DEPOSITOR,
                        L1Attributes.CONTRACT,
                        SystemCalls.BEACON_ROOTS,
                        SystemCalls.HISTORY,
                        FROM_L1))
                .isInstanceOf(BlockResult.Incomplete.class);
    }

    @Test
    void aDepositMintsWhateverBecomesOfIt() {
        TestL2 l2 = new TestL2(OpFork.JOVIAN);

        BlockOutput output = done(l2.run(
                TestL2.deposit(FROM_L1, Optional.of(SOMEBODY), 500, 200, 100_000, Bytes.EMPTY),
                TestL2.deposit(FROM_L1, Optional.of(SOMEBODY), 50, 10_000, 100_000, Bytes.EMPTY),
                TestL2.deposit(FROM_L1, Optional.of(SOMEBODY), 5, 0, 20_000, Bytes.EMPTY)));

        assertThat(TestL2.balance(output.state(), SOMEBODY)).isEqualTo(200);
        assertThat(TestL2.balance(output.state(), FROM_L1)).isEqualTo(500 - 200 + 50 + 5);
        List<Receipt> receipts = output.receipts().subList(1, 4);
        assertThat(receipts)
                .extracting(Receipt::outcome)
                .containsExactly(
                        new Receipt.Outcome.Status(true),
                        new Receipt.Outcome.Status(false),
                        new Receipt.Outcome.Status(false));
        assertThat(receipts)
                .extracting(receipt -> receipt.deposit().orElseThrow())
                .containsExactly(
                        new Receipt.Deposit(0, Optional.of(1L)),
                        new Receipt.Deposit(1, Optional.of(1L)),
                        new Receipt.Deposit(2, Optional.of(1L)));
        // What could not begin has used all its gas.
        assertThat(receipts.getLast().cumulativeGasUsed().amount()
                        - receipts.get(0).cumulativeGasUsed().amount())
                .isEqualTo(120_000);
        assertThat(TestL2.known(output.state().account(FROM_L1)).orElseThrow().nonce())
                .isEqualTo(3);
    }

    @Test
    void whoCannotPayForL1DataMayNotStandInTheBlock() {
        TestL2 l2 = new TestL2(OpFork.FJORD);
        BigInteger gas = BigInteger.valueOf(50_000).multiply(BigInteger.valueOf(2_000_000_000));
        Wei all = new Wei(TestL2.FUNDS.value().subtract(gas));

        assertThat(l2.run(l2.transfer(SOMEBODY, all))).isInstanceOfSatisfying(Execution.Invalid.class, invalid -> {
            assertThat(invalid.fault().transaction()).contains(InvalidReason.INSUFFICIENT_ACCOUNT_FUNDS);
        });
    }

    @Test
    void jovianCountsTheFootprintOfData() {
        TestL2 l2 = new TestL2(OpFork.JOVIAN);
        Bytes transfer = l2.transfer(SOMEBODY, Wei.of(1));

        long footprint =
                done(l2.run(transfer)).commitments().blobGasUsed().orElseThrow().amount();

        assertThat(footprint).isEqualTo(L1Fee.estimatedSize(transfer) * 400);
        assertThat(done(l2.run()).commitments().blobGasUsed()).contains(new Gas(0));
        assertThat(done(new TestL2(OpFork.ISTHMUS).run()).commitments().blobGasUsed())
                .contains(new Gas(0));
    }

    @Test
    void sinceIsthmusTheHeaderHoldsTheMessagePassersStorageRoot() {
        // Writes 1 into its slot 0, whoever calls.
        Map<Address, Bytes> passer = Map.of(TestL2.MESSAGE_PASSER, Bytes.fromHex("0x60015f55"));
        Bytes call = TestL2.deposit(FROM_L1, Optional.of(TestL2.MESSAGE_PASSER), 0, 0, 100_000, Bytes.EMPTY);

        BlockOutput isthmus = done(new TestL2(OpFork.ISTHMUS, passer).run(call));
        Hash32 stored = TestL2.known(isthmus.state().account(TestL2.MESSAGE_PASSER))
                .orElseThrow()
                .storageRoot();
        assertThat(isthmus.commitments().withdrawalsRoot()).contains(stored);

        Optional<Hash32> untouched =
                done(new TestL2(OpFork.ISTHMUS, passer).run()).commitments().withdrawalsRoot();
        assertThat(untouched).isPresent().isNotEqualTo(Optional.of(stored));
        assertThat(done(new TestL2(OpFork.HOLOCENE, passer).run(call))
                        .commitments()
                        .withdrawalsRoot())
                .isEqualTo(untouched);
    }

    @Test
    void blobTransactionsHaveNoPlaceOnTheL2() {
        TestL2 l2 = new TestL2(OpFork.JOVIAN);
        byte[] hash = new byte[32];
        hash[0] = 1;
        Bytes blob = l2.signed(new Transaction.Blob(
                TestL2.ID,
                new Nonce(0),
                Wei.ZERO,
                Wei.of(2_000_000_000),
                new Gas(50_000),
                SOMEBODY,
                Wei.ZERO,
                Bytes.EMPTY,
                List.of(),
                Wei.of(1),
                List.of(Hash32.of(hash))));

        assertThat(l2.run(blob)).isInstanceOf(Execution.Invalid.class);
    }

    @Test
    void aBlockMustBeginWithTheDescriptionOfL1() {
        TestL2 l2 = new TestL2(OpFork.JOVIAN);

        assertThat(l2.runOnly(List.of(l2.transfer(SOMEBODY, Wei.of(1))))).isInstanceOf(Execution.Invalid.class);
        assertThat(l2.runOnly(List.of(
                        TestL2.deposit(FROM_L1, Optional.of(L1Attributes.CONTRACT), 0, 0, 100_000, Bytes.EMPTY))))
                .isInstanceOf(Execution.Invalid.class);
    }

    @Test
    void aFormOfALaterForkIsUnknownAndNotInvalid() {
        TestL2 l2 = new TestL2(OpFork.JOVIAN);
        Bytes later = TestL2.deposit(
                L1Attributes.DEPOSITOR,
                Optional.of(L1Attributes.CONTRACT),
                0,
                0,
                1_000_000,
                Bytes.fromHex("0xffffffff" + "00".repeat(200)));

        assertThat(l2.runOnly(List.of(later))).isInstanceOf(Execution.Unknown.class);
    }

    @Test
    void whereTheRulesAreNotKnownItSaysSo() {
        TestL2 l2 = new TestL2(OpFork.JOVIAN);
        Block block = l2.sealed();
        OpChain leaving = new OpChain(
                l2.chain.id(),
                l2.chain.forks(),
                l2.chain.fees(),
                2,
                Optional.of(block.header().unixSeconds()));
        assertThat(new OpRules(leaving).unknown(block.header())).isPresent();
        assertThat(new OpRules(leaving).unknown(l2.parent)).isEmpty();

        OpChain young = new OpChain(
                l2.chain.id(),
                new OpForks(Map.of(OpFork.CANYON, block.header().unixSeconds())),
                l2.chain.fees(),
                2,
                Optional.empty());
        assertThat(new OpRules(young).unknown(block.header())).isPresent();
    }

    private static BlockReason reason(TestL2 l2, Block block, BlockHeader header) {
        Block changed = new Block(header, block.transactions(), List.of(), block.withdrawals());
        BlockResult result = l2.verify(changed);
        assertThat(result).isInstanceOf(BlockResult.Invalid.class);
        return ((BlockResult.Invalid) result).fault().reason();
    }

    private static BlockHeader changed(
            BlockHeader header, Optional<Wei> baseFee, Optional<Gas> blobGas, Hash32 stateRoot) {
        return new BlockHeader(
                header.parentHash(),
                header.ommersHash(),
                header.beneficiary(),
                stateRoot,
                header.transactionsRoot(),
                header.receiptsRoot(),
                header.logsBloom(),
                header.difficulty(),
                header.number(),
                header.gasLimit(),
                header.gasUsed(),
                header.unixSeconds(),
                header.extraData(),
                header.mixHash(),
                header.nonce(),
                baseFee,
                header.withdrawalsRoot(),
                blobGas,
                header.excessBlobGas(),
                header.parentBeaconBlockRoot(),
                header.requestsHash());
    }

    private static BlockOutput done(Execution execution) {
        assertThat(execution).isInstanceOf(Execution.Done.class);
        return ((Execution.Done) execution).output();
    }

    private static L1Attributes attributes(TestL2 l2) {
        Answer<DepositTransaction> deposit = DepositTransaction.decode(l2.l1Attributes());
        Answer<L1Attributes> read = L1Attributes.of(((Answer.Proven<DepositTransaction>) deposit).value());
        return ((Answer.Proven<L1Attributes>) read).value();
    }
}
