package org.lifeboat.app.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.exit.ExitEvidence;
import org.lifeboat.engine.exit.ExitEvidenceFile;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Worth;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.sandbox.chain.SealedBlock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The proofs that the wallet of a world keeps of withdrawals, and what it says that they are worth, held against
/// the chains themselves.
final class WorldEvidence {
    private final WorldWallet wallet;

    WorldEvidence(WorldWallet wallet) {
        this.wallet = wallet;
    }

    private ExitEvidence kept() {
        return new ExitEvidence(wallet.storage().evidence());
    }

    /// Each proof holds by itself, and in its block of the L2 the withdrawal stands. What is said to be enough
    /// is there.
    /// @param sure whether what was read of L1 is so
    void require(Exits.Look look, boolean sure) {
        Optional<Withdrawal> withdrawal = look.plan().state().withdrawal();
        if (withdrawal.isEmpty()) {
            return;
        }
        List<OutputRoot> roots = new ArrayList<>();
        for (JsonNode proof : proofs(look.plan())) {
            BlockHeader header = header(proof);
            OutputRoot root = OutputRoot.of(header).orElseThrow();
            assertThat(OpStack.storageProof(root, withdrawal.get(), nodes(proof)))
                    .as("a kept proof of %s", look.plan())
                    .isInstanceOf(Answer.Proven.class);
            Optional<SealedBlock> block = wallet.rollup().node().history().find(header.hash());
            if (block.isPresent()) { // else L1 went another way since
                assertThat(stands(block.get(), withdrawal.get()))
                        .as("%s", proof)
                        .isTrue();
                roots.add(root);
            }
        }
        if (sure && kept().worth(look).filter(Worth.ENOUGH_KEPT::equals).isPresent()) {
            assertThat(roots)
                    .as("proofs of blocks that L1 fixes, of %s", look.plan())
                    .anyMatch(this::isFixed);
        }
    }

    private boolean isFixed(OutputRoot root) {
        SealedBlock block =
                wallet.rollup().node().history().find(root.blockHash()).orElseThrow();
        return new WorldLedger(wallet).root(block.number()).equals(Optional.of(root.hash()));
    }

    private static boolean stands(SealedBlock block, Withdrawal withdrawal) {
        // Source: `L2ToL1MessagePasser.sol`, `sentMessages` in slot 0.
        Hash32 slot = Keccak256.hash(Bytes.of(withdrawal.hash().toArray())
                .plus(Bytes.of(Hash32.ofNumber(0).toArray())));
        return block.state().storage(OpStack.MESSAGE_PASSER, slot).equals(Hash32.ofNumber(1));
    }

    private List<JsonNode> proofs(Exits.Plan plan) {
        Bytes file = ExitEvidenceFile.write(wallet.storage(), plan).orElseThrow();
        return JsonMapper.shared()
                .readTree(file.toArray())
                .path("proofs")
                .valueStream()
                .toList();
    }

    private static BlockHeader header(JsonNode proof) {
        return BlockHeader.fromRlp(Bytes.fromHex(proof.path("header").asString()))
                        instanceof Answer.Proven<BlockHeader>(BlockHeader header)
                ? header
                : fail("no header: " + proof);
    }

    private static List<Bytes> nodes(JsonNode proof) {
        return proof.path("nodes")
                .valueStream()
                .map(node -> Bytes.fromHex(node.asString()))
                .toList();
    }

    /// Those of which the wallet says now that they come home though every server of the L2 were gone.
    List<Exits.Plan> promised(List<Exits.Plan> plans) {
        List<Exits.Plan> promised = new ArrayList<>();
        for (Exits.Plan plan : plans) {
            Exits.Look look = wallet.look(plan);
            Optional<Worth> worth = kept().worth(look);
            if (look.assurance().filter(WorldTruth::checked).isPresent()
                    && worth.filter(one -> one != Worth.NEEDS_STATE).isPresent()) {
                promised.add(look.plan());
            }
        }
        return promised;
    }
}
