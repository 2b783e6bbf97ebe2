package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.abi.OpL1Block;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.L1Orders;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.fake.FakeToken;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;

/// A deposit takes a nonce of its sender on the L2, where an own payment may wait for it.
class CrossingNoncesTest extends PaymentStory {
    private static final Address PORTAL = Hash32.ofNumber(0x5fc8).toAddress();
    private static final Network L2 = new Network(
            new ChainId(901),
            "L2",
            "ETH",
            new Network.Layer.L2(new ChainId(1), Network.Stack.OP_STACK),
            true,
            Network.Origin.USER);

    private final FakeChain chain2 = new FakeChain(901).with(ALICE, ETHER);
    private final FakeSource source2 = new FakeSource(chain2, "l2");

    CrossingNoncesTest() {
        storage.networks().put(L2);
        assertThat(new Portals(NetworkRegistry.bundled(), storage.settings()).keep(L2.chain(), PORTAL))
                .isTrue();
        taken(99);
    }

    @Test
    void depositWhileAPaymentWaitsThere_isWarnedOf() throws InterruptedException {
        keep(payment(), new Status.Sent(Instant.EPOCH));

        assertThat(deposit().checks())
                .contains(fate(Check.Kind.DEPOSIT_TAKES_NONCE, 0))
                .contains(Check.of(Check.Kind.DEPOSIT_BESIDE_UNKNOWN, "L2"));
    }

    @Test
    void allThatWaitThere_areNamed_eachWithItsFate() throws InterruptedException {
        keep(payment(), new Status.Sent(Instant.EPOCH));
        keep(payment(), new Status.Saved());
        keep(payment(), new Status.Dropped());

        nonces(0, 3);
        assertThat(crossing(beside()))
                .containsExactly(
                        fate(Check.Kind.DEPOSIT_TAKES_NONCE, 0),
                        fate(Check.Kind.DEPOSIT_LEAVES_BEHIND, 1),
                        fate(Check.Kind.DEPOSIT_LEAVES_BEHIND, 2));
        nonces(1, 3);
        assertThat(crossing(beside()))
                .as("the first was carried out, and nobody has looked yet")
                .containsExactly(fate(Check.Kind.DEPOSIT_TAKES_NONCE, 1), fate(Check.Kind.DEPOSIT_LEAVES_BEHIND, 2));
        nonces(3, 3);
        assertThat(crossing(beside())).isEmpty();
    }

    @Test
    void oneThatWaitsForAnotherThatDoesNotExist_isLetLoose() throws InterruptedException {
        keep(payment(), new Status.Dropped());
        keep(payment(), new Status.Sent(Instant.EPOCH));
        storage.activity().unsettled().stream()
                .filter(own -> own.nonce().value() == 0)
                .forEach(own ->
                        storage.activity().put(own.with(new Status.Replaced(Optional.empty()), clock.instant())));

        nonces(0, 0);
        assertThat(crossing(beside())).containsExactly(fate(Check.Kind.DEPOSIT_COMES_BEFORE, 1));
    }

    @Test
    void whatWasNotMadeHere_isCountedByTheServersWord() throws InterruptedException {
        nonces(4, 6);
        assertThat(crossing(beside())).containsExactly(Check.of(Check.Kind.DEPOSIT_BESIDE_FOREIGN, "L2", "2"));
        nonces(4, 4);
        assertThat(crossing(beside())).isEmpty();
        nonces(6, 4);
        assertThat(crossing(beside())).as("a server that counts backwards").isEmpty();
    }

    @Test
    void depositWhereNothingWaits_isNot() throws InterruptedException {
        keep(payment(), new Status.Accepted(block(7)));

        assertThat(kinds(deposit())).doesNotContain(Check.Kind.DEPOSIT_TAKES_NONCE);
    }

    @Test
    void paymentWhileADepositIsOnItsWay_isWarnedOf() throws InterruptedException {
        keep(deposit(), new Status.Sent(Instant.EPOCH));

        assertThat(payment().checks()).contains(Check.of(Check.Kind.DEPOSIT_UNDER_WAY, "L2"));
    }

    @Test
    void depositInABlock_isOnItsWay_untilTheLayer2HasReadThatBlock() throws InterruptedException {
        keep(deposit(), new Status.Mined(block(100)));

        assertThat(kinds(payment())).contains(Check.Kind.DEPOSIT_UNDER_WAY);
        taken(100);
        assertThat(kinds(payment())).doesNotContain(Check.Kind.DEPOSIT_UNDER_WAY);
    }

    @Test
    void whereItCannotBeFoundOut_itCountsAsOnItsWay() throws InterruptedException {
        keep(deposit(), new Status.Mined(block(98)));
        source2.twist((query, reply) ->
                query instanceof Query.CallOf ? new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no route") : reply);

        assertThat(kinds(payment())).contains(Check.Kind.DEPOSIT_UNDER_WAY);
    }

    private Draft deposit() throws InterruptedException {
        ExitPlace place = new ExitPlace(L2, List.of(source2), l1(), List.of(source), PORTAL);
        return ready(L1Orders.deposit(place, ALICE, ALICE, Wei.of(5)), l1());
    }

    /// A deposit where a server of the L2 can be asked.
    private Draft beside() throws InterruptedException {
        ExitPlace place = new ExitPlace(L2, List.of(source2), l1(), List.of(source), PORTAL);
        SendPlace above = new SendPlace(
                l1(), List.of(source), List.of(new SendPlace.Elsewhere(L2, source2)), Set.of(), Optional.empty());
        return ((Preparation.Ready) sending.prepare(L1Orders.deposit(place, ALICE, ALICE, Wei.of(5)), above)).draft();
    }

    private static List<Check> crossing(Draft draft) {
        return draft.checks().stream()
                .filter(check -> check.kind().name().startsWith("DEPOSIT_"))
                .toList();
    }

    private static Check fate(Check.Kind kind, long nonce) {
        return Check.of(kind, "L2", Long.toString(nonce), "0.000000000000000001 ETH", BOB.toChecksum());
    }

    /// What the L2's server says of the account.
    private void nonces(long latest, long pending) {
        source2.twist((query, reply) -> query instanceof Query.NonceOf asked
                ? new Reply.Got<>(new Nonce(asked.block().equals(BlockSelector.PENDING) ? pending : latest))
                : reply);
    }

    private Draft payment() throws InterruptedException {
        SendOrder order = SendOrder.of(ALICE, BOB, new Asset.Coin(L2), new SendAmount.Exactly(BigInteger.ONE));
        return ((Preparation.Ready) sending.prepare(
                        order, new SendPlace(L2, List.of(source2), List.of(), Set.of(), Optional.empty())))
                .draft();
    }

    private void keep(Draft draft, Status status) {
        SignedTransaction signed = new SignedTransaction(draft.transaction(), SIGNATURE);
        Submission.Result result = submission.submit(draft, signed, List.of(), Submission.Audience.ALL, PATIENCE);
        OwnTransaction kept = ((Submission.Result.NotTaken) result).transaction();
        storage.activity().put(kept.with(status, clock.instant()));
    }

    /// The L2 has taken in the deposits up to this block of L1.
    private void taken(long block) {
        source2.twist((query, reply) ->
                query instanceof Query.CallOf call && call.call().to().equals(Optional.of(OpL1Block.ADDRESS))
                        ? new Reply.Got<>(FakeToken.word(BigInteger.valueOf(block)))
                        : reply);
    }

    private static BlockRef block(long number) {
        return new BlockRef(number, Hash32.ofNumber(number), FakeChain.NOW);
    }
}
