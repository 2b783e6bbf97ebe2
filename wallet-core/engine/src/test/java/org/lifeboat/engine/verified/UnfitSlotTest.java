package org.lifeboat.engine.verified;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// A proof of a slot that does not hold is asked for once more; what a contract answers stands on proofs that hold.
class UnfitSlotTest {
    private static final Address COUNTER = Address.fromHex("0xc000000000000000000000000000000000000001");

    /// Gives the word at slot 0: PUSH0 SLOAD PUSH0 MSTORE PUSH1 32 PUSH0 RETURN.
    private static final Bytes CODE = Bytes.fromHex("0x5f545f5260205ff3");

    private final FakeChain chain = new FakeChain(1).runnable();
    private final Set<Address> given = new HashSet<>();

    UnfitSlotTest() {
        chain.at(COUNTER).code = CODE;
        chain.at(COUNTER).storage.put(Hash32.ZERO, BigInteger.valueOf(41));
    }

    @Test
    void itHoldsAtTheSecondAsking() {
        FakeSource busy = new FakeSource(chain, "busy")
                .twist((query, reply) ->
                        query instanceof Query.ProofOf of && !of.slots().isEmpty() && given.add(of.account())
                                ? unfit(reply)
                                : reply);

        assertThat(read(busy)).isEqualTo(new Looped.Done<>(BigInteger.valueOf(41), Assurance.MATCHED));
    }

    @Test
    void itDoesNotHoldTwice() {
        FakeSource liar = new FakeSource(chain, "liar").twist((_, reply) -> unfit(reply));

        assertThat(read(liar)).isInstanceOf(Looped.Lied.class);
    }

    private static Looped<BigInteger> read(FakeSource source) {
        Network network = new Network(new ChainId(1), "Test", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
        ContractCall question = ContractCall.read(COUNTER, Bytes.EMPTY, new Gas(100_000));
        return new VerifiedReads()
                .at(
                        BlockSelector.LATEST,
                        network,
                        source,
                        List.of(COUNTER),
                        (_, calls) -> switch (calls.apply(question)) {
                            case CallResult.Returned(Bytes output, long _, var _) ->
                                new Attempt.Done<>(new BigInteger(1, output.toArray()));
                            case CallResult.Needs(var keys) -> new Attempt.Needs<>(keys);
                            case CallResult other -> new Attempt.NotHere<>(other.toString());
                        },
                        Deadline.in(Duration.ofSeconds(5)));
    }

    private static Reply<?> unfit(Reply<?> reply) {
        if (!(reply.got().orElse(null) instanceof ProofClaim claim)
                || claim.slots().isEmpty()) {
            return reply;
        }
        List<ProofClaim.Slot> slots = new ArrayList<>();
        for (ProofClaim.Slot slot : claim.slots()) {
            byte[] node = slot.proof().getFirst().toArray();
            node[node.length - 1] ^= 1;
            slots.add(new ProofClaim.Slot(slot.key(), slot.value(), List.of(Bytes.of(node))));
        }
        return new Reply.Got<>(new ProofClaim(
                claim.account(),
                claim.balance(),
                claim.nonce(),
                claim.codeHash(),
                claim.storageRoot(),
                claim.accountProof(),
                slots));
    }
}
