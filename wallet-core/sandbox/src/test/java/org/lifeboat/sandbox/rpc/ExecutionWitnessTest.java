package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.BEN;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.contracts.PlayToken;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.world.PlayChain;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockResult;
import org.lifeboat.verifier.block.BlockVerifier;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.block.EthereumRules;
import org.lifeboat.verifier.block.ForkSchedule;
import tools.jackson.databind.JsonNode;

/// Whoever has the witness and the block needs no state; whoever lacks one node of it is told so.
class ExecutionWitnessTest {
    private final TestChain chain = new TestChain(Mining.WHEN_TOLD);
    private final Conversation conversation = new Conversation(chain.rpc());

    private JsonNode witnessOfABusyBlock() {
        Bytes all = Bytes.fromHex("0xa9059cbb")
                .plus(Bytes.of(STRANGER.toWord().toArray()))
                .plus(Bytes.of(Hash32.ofNumber(0).toArray()));
        // BLOCKHASH of block 1, kept in slot 0: an ancestor's header is needed.
        Bytes asksForAHash = Bytes.fromHex("0x600140600055");
        for (int i = 0; i < 4; i++) {
            chain.node().mine();
        }
        chain.send(ANNA.pays(0, STRANGER, Wei.of(5)));
        chain.send(ANNA.calls(1, PlayToken.OAR.address(), all));
        chain.send(ANNA.legacy(2, Optional.empty(), Wei.ZERO, asksForAHash));
        chain.send(BEN.calls(0, PlayToken.DOLLAR.address(), Bytes.fromHex("0x18160ddd")));
        assertThat(chain.node().mine().transactions()).hasSize(4);
        return conversation.result("debug_executionWitness", "[\"latest\"]");
    }

    private BlockResult verify(List<Bytes> preimages, List<Bytes> headers) {
        Bytes raw = Bytes.fromHex(
                conversation.result("debug_getRawBlock", "[\"latest\"]").stringValue());
        EthereumChain rules = new EthereumChain(PlayChain.ID, ForkSchedule.always(Fork.OSAKA), Address.ZERO);
        return new BlockVerifier(new EthereumRules(rules), Secp256k1.preferred(), new CodeCache(1 << 20))
                .verify(((Answer.Proven<Block>) Block.fromRlp(raw)).value(), preimages, headers);
    }

    private static List<Bytes> bytes(JsonNode list) {
        return new ArrayList<>(list.valueStream()
                .map(JsonNode::stringValue)
                .map(Bytes::fromHex)
                .toList());
    }

    @Test
    void witness_isEnoughToRunTheBlock_andNoneOfItCanBeLeftOut() {
        JsonNode witness = witnessOfABusyBlock();
        List<Bytes> preimages = bytes(witness.path("state"));
        preimages.addAll(bytes(witness.path("codes")));
        List<Bytes> headers = bytes(witness.path("headers"));

        assertThat(verify(preimages, headers)).isInstanceOf(BlockResult.Valid.class);
        assertThat(headers).hasSize(4);
        assertThat(witness.path("keys").size()).isGreaterThan(4);
        int needed = 0;
        for (int i = 0; i < preimages.size(); i++) {
            List<Bytes> fewer = new ArrayList<>(preimages);
            fewer.remove(i);
            needed += verify(fewer, headers) instanceof BlockResult.Incomplete ? 1 : 0;
        }
        assertThat(needed).isEqualTo(preimages.size());
    }

    @Test
    void blockZero_hasNone() {
        assertThat(HostileRequestsTest.code(conversation.ask("debug_executionWitness", "[\"0x0\"]")))
                .isEqualTo(-32_000);
    }
}
