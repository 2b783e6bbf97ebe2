package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.abi.ArbNodeInterface;
import org.lifeboat.engine.abi.OpGasPriceOracle;
import org.lifeboat.engine.fake.FakeToken;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.rollups.opstack.execution.L1Attributes;
import org.lifeboat.rollups.opstack.execution.L1Fee;
import org.lifeboat.rollups.opstack.execution.OpFork;
import org.lifeboat.rollups.opstack.execution.OperatorFee;

/// What is shown before signing, held against what the chain will charge by its own rules for the signed bytes.
class RollupFeeTest extends PaymentStory {
    private static final Network OP = network(new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.OP_STACK));
    private static final Network NITRO = network(new Network.Layer.L2(ChainId.ETHEREUM, Network.Stack.ARBITRUM_NITRO));

    /// OP Mainnet, block 124665056, after Fjord; operator numbers from the operator fee test.
    /// Source: ethereum-optimism/op-geth 7b56c731, `core/types/rollup_cost_test.go`.
    private static final L1Attributes L1 = new L1Attributes(
            0,
            0,
            Wei.of(1_055_991_687L),
            Hash32.ZERO,
            0,
            Hash32.ZERO,
            new L1Attributes.Scalars.Ecotone(5_227, 1_014_213, Wei.of(1)),
            1_000,
            BigInteger.TEN,
            0);

    /// A signature whose bytes do not compress, as real ones.
    private static final EcdsaSignature REAL = new EcdsaSignature(
            1,
            new BigInteger("33fd89cb37c31b2cba46b6466e040c61fc9b2a3675a7f5f493ebd5ad77c497f8", 16),
            new BigInteger("7cdf65680e238392693019b4092f610222e71b7cec06449cb922b93b6a12744e", 16));

    @ParameterizedTest
    @EnumSource(
            value = OpFork.class,
            names = {"FJORD", "ISTHMUS", "JOVIAN"})
    void opStack_whatIsShownIsAboutWhatIsCharged_andTheMostCoversIt(OpFork fork) throws InterruptedException {
        source.twist((query, reply) ->
                oracle(query, fork).<Reply<?>>map(Reply.Got::new).orElse(reply));

        Draft draft = ready(order(new SendAmount.Exactly(BigInteger.valueOf(123_456_789_000L))), OP);

        Bytes signed = new SignedTransaction(draft.transaction(), REAL).encoded();
        Wei charged = L1Fee.of(fork, L1, signed);
        assertThat(charged.isZero()).isFalse();
        // The contract guesses at the signature, so "about" is right to a few hundredths.
        assertThat(draft.fee().expected().l1Data().value().multiply(BigInteger.valueOf(100)))
                .isBetween(
                        charged.value().multiply(BigInteger.valueOf(95)),
                        charged.value().multiply(BigInteger.valueOf(105)));
        // Two L1 blocks of rising base fee (EIP-1559: an eighth each) do not make it dearer than what was set aside.
        assertThat(draft.fee().most().l1Data().value().multiply(BigInteger.valueOf(64)))
                .isGreaterThanOrEqualTo(charged.value().multiply(BigInteger.valueOf(81)));
        assertThat(draft.fee().most().operator())
                .isEqualTo(
                        OperatorFee.of(fork, L1, draft.transaction().gasLimit().amount()));
        assertThat(draft.fee().whole()).isTrue();
    }

    @Test
    void arbitrum_theL1ShareIsNamedAndIsPartOfTheGas() throws InterruptedException {
        source.twist((query, reply) -> switch (query) {
            case Query.GasFor _ -> new Reply.Got<>(new Gas(25_000));
            case Query.CallOf call
            when call.call().to().equals(Optional.of(ArbNodeInterface.ADDRESS)) ->
                new Reply.Got<>(FakeToken.word(BigInteger.valueOf(4_000))
                        .plus(FakeToken.word(BigInteger.valueOf(1_000_000_000L)))
                        .plus(FakeToken.word(BigInteger.valueOf(30_000_000_000L))));
            default -> reply;
        });

        Draft draft = ready(order(new SendAmount.Max(true)), NITRO);

        assertThat(draft.fee().l1Share()).isEqualTo(Wei.of(4_000L * 1_000_000_000L));
        assertThat(draft.fee().expected().total()).isEqualTo(Wei.of(25_000L * 1_500_000_000L));
        assertThat(draft.transaction().gasLimit()).isEqualTo(new Gas(30_000));
        assertThat(draft.units()).isEqualTo(BigInteger.valueOf(ETHER - 30_000L * 2_500_000_000L));
        assertThat(draft.fee().whole()).isTrue();
        assertThat(kinds(draft)).doesNotContain(Check.Kind.L1_SHARE_UNKNOWN);
    }

    @Test
    void arbitrumWithoutItsInterface_showsTheWholeFeeAllTheSame() throws InterruptedException {
        source.twist((query, reply) -> query instanceof Query.GasFor ? new Reply.Got<>(new Gas(25_000)) : reply);

        Draft draft = ready(order(new SendAmount.Exactly(BigInteger.ONE)), NITRO);

        assertThat(draft.fee().whole()).isTrue();
        assertThat(kinds(draft)).contains(Check.Kind.L1_SHARE_UNKNOWN);
    }

    /// The contract's own arithmetic. Source: ethereum-optimism/optimism, `packages/contracts-bedrock/src/L2/
    /// GasPriceOracle.sol`, `getL1Fee`, `getL1FeeUpperBound`, `getOperatorFee`: 68 bytes stand in for the
    /// signature.
    private static Optional<Bytes> oracle(Query<?> query, OpFork fork) {
        if (!(query instanceof Query.CallOf call) || !call.call().to().equals(Optional.of(OpGasPriceOracle.ADDRESS))) {
            return Optional.empty();
        }
        Bytes data = call.call().data();
        Bytes selector = data.slice(0, 4);
        if (selector.equals(OpGasPriceOracle.operatorFee(1).slice(0, 4))) {
            return word(OperatorFee.of(fork, L1, number(data, 4).longValueExact()));
        }
        if (selector.equals(OpGasPriceOracle.l1FeeUpperBound(1).slice(0, 4))) {
            int size = number(data, 4).intValueExact() + 68;
            return word(fjordFee(size + size / 255 + 16));
        }
        int length = number(data, 36).intValueExact();
        byte[] signature = new byte[68];
        for (int i = 0; i < signature.length; i++) {
            signature[i] = (byte) (i * 37 + 11);
        }
        return word(L1Fee.of(fork, L1, data.slice(68, 68 + length).plus(Bytes.of(signature))));
    }

    private static Wei fjordFee(int compressed) {
        // No transaction is thought to be smaller than 100 bytes.
        BigInteger size = BigInteger.valueOf(Math.max(100_000_000L, 836_500L * compressed - 42_585_600L));
        BigInteger price = BigInteger.valueOf(16L * 1_055_991_687L * 5_227L + 1_014_213L);
        return new Wei(size.multiply(price).divide(BigInteger.TEN.pow(12)));
    }

    private static BigInteger number(Bytes data, int at) {
        return new BigInteger(1, data.slice(at, at + 32).toArray());
    }

    private static Optional<Bytes> word(Wei wei) {
        return Optional.of(FakeToken.word(wei.value()));
    }
}
