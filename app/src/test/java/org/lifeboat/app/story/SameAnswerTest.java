package org.lifeboat.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.verified.Looped;
import org.lifeboat.engine.verified.VerifiedCall;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.solidity.TestContracts;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// The same questions to a real node's `eth_call` and to ours on proven state, at the same block: the same
/// answers.
class SameAnswerTest {
    private static final long SEED = 20_261_121;
    private static final int QUESTIONS = 150;

    @Test
    void randomQuestions_areAnsweredAsTheNodeDoes() {
        try (StoryChain chain = StoryChain.start()) {
            String contract = TestContracts.deploy(chain.node, TestContracts.named("Questions"), "");
            chain.node.mine(8);
            VerifiedCall calls = new VerifiedCall();
            SplittableRandom random = new SplittableRandom(SEED);
            int returned = 0;
            int reverted = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                Hash32 seed = Hash32.of(bytes(random));
                Bytes input = Bytes.fromHex(
                        CallData.selector("ask(uint256)") + seed.toHex().substring(2));

                CallResult ours = ask(calls, chain, contract, input);

                switch (ours) {
                    case CallResult.Returned(Bytes output, long _, var _) -> {
                        returned++;
                        assertThat(theirs(chain, contract, input))
                                .as("seed " + seed)
                                .isEqualTo(output.toHex());
                    }
                    case CallResult.Reverted(Bytes output) -> {
                        reverted++;
                        assertThat(theirs(chain, contract, input))
                                .as("seed " + seed)
                                .contains(output.toHex().substring(2));
                    }
                    case CallResult.Halted _, CallResult.Unpaid _, CallResult.Needs _, CallResult.NotHere _ ->
                        throw new AssertionError("seed " + seed + ": " + ours);
                }
            }
            System.out.printf("same answers: %d returned, %d reverted%n", returned, reverted);
            assertThat(returned).isPositive();
            assertThat(reverted).isPositive();
        }
    }

    private static CallResult ask(VerifiedCall calls, StoryChain chain, String contract, Bytes input) {
        Source source = chain.honest();
        ContractCall call = new ContractCall(
                chain.sender, Address.fromHex(contract), org.lifeboat.primitives.Wei.ZERO, input, new Gas(5_000_000));
        Looped<CallResult> looped =
                calls.at(BlockSelector.LATEST, chain.network(), source, call, Deadline.in(StoryChain.TIME));
        assertThat(looped).isInstanceOf(Looped.Done.class);
        return ((Looped.Done<CallResult>) looped).value();
    }

    /// The result in hexadecimal, or the error as the node words it.
    private static String theirs(StoryChain chain, String contract, Bytes input) {
        String call = "[{\"from\":\"%s\",\"to\":\"%s\",\"data\":\"%s\"},\"latest\"]"
                .formatted(chain.sender.toHex(), contract, input.toHex());
        try {
            return chain.node.rpc("eth_call", call).stringValue();
        } catch (NodeClient.NodeError error) {
            return List.of(String.valueOf(error.getMessage())).getFirst();
        }
    }

    private static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[Hash32.SIZE];
        random.nextBytes(bytes);
        return bytes;
    }
}
