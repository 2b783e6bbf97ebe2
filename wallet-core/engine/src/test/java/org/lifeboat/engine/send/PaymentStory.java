package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.abi.OpGasPriceOracle;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.fake.FakeToken;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.ReceiptClaim;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.EcdsaSignature;
import org.lifeboat.primitives.tx.SignedTransaction;

/// One chain, one source, and the use cases of a payment over them.
abstract class PaymentStory {
    static final long ETHER = 1_000_000_000_000_000_000L;
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Address ALICE = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    static final Address BOB = Address.fromHex("0x0b0b000000000000000000000000000000000b0b");
    static final EcdsaSignature SIGNATURE = new EcdsaSignature(0, BigInteger.ONE, BigInteger.TWO);

    final InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(FakeChain.NOW + 5));
    final FakeChain chain = new FakeChain(1).with(ALICE, ETHER);
    final FakeSource source = new FakeSource(chain, "a");
    final InMemoryStorage storage = new InMemoryStorage();
    final Sending sending = new Sending(storage, clock, PATIENCE);
    final Submission submission = new Submission(storage.activity(), clock);
    final Following following = new Following(storage.activity(), clock);

    OwnTransaction sent() throws InterruptedException {
        Draft draft = ready(order(new SendAmount.Exactly(BigInteger.ONE)), l1());
        var result = (Submission.Result.Sent) submission.submit(
                draft,
                new SignedTransaction(draft.transaction(), SIGNATURE),
                List.of(source),
                Submission.Audience.ONE,
                PATIENCE);
        return result.transaction();
    }

    static ReceiptClaim receipt(OwnTransaction own, Hash32 block, long number) {
        return new ReceiptClaim(
                own.hash(),
                block,
                number,
                true,
                new Gas(21_000),
                Optional.of(Wei.of(1_500_000_000L)),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static Optional<Bytes> oracle(Query<?> query, long l1Fee, long upperBound, long operator) {
        if (!(query instanceof Query.CallOf call) || !call.call().to().equals(Optional.of(OpGasPriceOracle.ADDRESS))) {
            return Optional.empty();
        }
        Bytes selector = call.call().data().slice(0, 4);
        long answer = selector.equals(OpGasPriceOracle.l1Fee(Bytes.EMPTY).slice(0, 4))
                ? l1Fee
                : selector.equals(OpGasPriceOracle.operatorFee(1).slice(0, 4)) ? operator : upperBound;
        return Optional.of(FakeToken.word(BigInteger.valueOf(answer)));
    }

    Draft ready(SendOrder order, Network network) throws InterruptedException {
        return ((Preparation.Ready) sending.prepare(order, place(network, source))).draft();
    }

    static SendPlace place(Network network, Source source) {
        return new SendPlace(network, List.of(source), List.of(), Set.of(), Optional.empty());
    }

    static SendOrder order(SendAmount amount) {
        return SendOrder.of(ALICE, BOB, new Asset.Coin(l1()), amount);
    }

    static List<Check.Kind> kinds(Draft draft) {
        return draft.checks().stream().map(Check::kind).toList();
    }

    static Network l1() {
        return network(new Network.Layer.L1());
    }

    static Network network(Network.Layer layer) {
        return new Network(new ChainId(1), "Test", "ETH", layer, true, Network.Origin.USER);
    }
}
