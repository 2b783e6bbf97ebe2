package org.lifeboat.conformance.evm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.Code;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpItem;
import org.lifeboat.primitives.rlp.RlpReader;
import org.lifeboat.verifier.block.Ancestors;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockExecutor;
import org.lifeboat.verifier.block.EthereumChain;
import org.lifeboat.verifier.block.EthereumRules;
import org.lifeboat.verifier.block.Execution;
import org.lifeboat.verifier.block.ForkSchedule;
import org.lifeboat.verifier.block.MissingPart;
import org.lifeboat.verifier.trie.PreimageStore;
import org.lifeboat.verifier.trie.StateTrie;
import org.lifeboat.verifier.trie.TrieResult;
import tools.jackson.databind.JsonNode;

/// Witnesses that are complete, and witnesses from which a piece was taken, for blocks of a fork (Amsterdam)
/// whose rules this program does not have. What such a block reads is what it would read under the rules
/// before; so the run with the newest known rules must say "incomplete" exactly where the test says that the
/// witness does not do, and the piece it names must not be in the witness. Nothing is said about the block's
/// figures, which those rules do not give.
///
/// One thing is read otherwise: that fork fetches the code of a delegate (EIP-7702) before it looks whether the
/// caller has the value to send; the programs that write witnesses today do not, and their witnesses lack that
/// code. A block that runs without a delegate's code is therefore left out, not called wrong.
final class WitnessTests {
    /// Fields of a header that this program knows.
    private static final int KNOWN_FIELDS = 21;

    /// Where the published outcome says whether the witness did: after a hash.
    private static final int OUTCOME = 32;

    private static final BlobSchedule BLOBS = new BlobSchedule(14, 21, 11_684_671);

    private final Secp256k1 curve = Secp256k1.preferred();

    static boolean isTest(String name, JsonNode test) {
        return name.contains("witness_validation") && test.path("blocks").isArray();
    }

    CaseResult run(String name, JsonNode test) throws RlpException {
        EthereumChain chain = new EthereumChain(
                new ChainId(Fields.unsigned(test.get("config"), "chainid")),
                new ForkSchedule(List.of(new ForkSchedule.Step(0, 0, Fork.OSAKA, BLOBS))),
                Address.fromHex("0x00000000219ab540356cbb839cbe05303d7705fa"));
        int number = 0;
        for (JsonNode json : test.get("blocks")) {
            number++;
            if (!json.has("executionWitness") || !json.has("statelessOutputBytes")) {
                continue;
            }
            boolean complete =
                    Bytes.fromHex(json.get("statelessOutputBytes").asString()).at(OUTCOME) == 1;
            Execution execution = run(chain, json);
            if (execution instanceof Execution.Done && !complete && lacksDelegate(json.get("executionWitness"))) {
                return new CaseResult.Skipped("a delegate's code is read earlier from Amsterdam on");
            }
            Optional<String> wrong = judge(execution, complete, json.get("executionWitness"));
            if (wrong.isPresent()) {
                return new CaseResult.Failed(name, "block " + number + ": " + wrong.get());
            }
        }
        return new CaseResult.Passed();
    }

    private static Optional<String> judge(Execution execution, boolean complete, JsonNode witness) {
        return switch (execution) {
            case Execution.Done _ ->
                complete ? Optional.empty() : Optional.of("ran, where the witness should be incomplete");
            case Execution.Invalid(var fault) -> Optional.of("called invalid: " + fault);
            case Execution.Unknown(String reason) -> Optional.of("called unknown: " + reason);
            case Execution.Incomplete(MissingPart missing) ->
                complete
                        ? Optional.of("incomplete, where the witness should do: " + missing)
                        : named(missing)
                                .filter(hash -> holds(witness, hash))
                                .map(hash -> hash + " is named as missing but is there");
        };
    }

    /// Whether a pointer (EIP-7702) among the codes leads to an account whose code is not among them.
    private static boolean lacksDelegate(JsonNode witness) throws RlpException {
        List<Bytes> codes = bytes(witness.get("codes"));
        PreimageStore store = PreimageStore.of(bytes(witness.get("state")));
        codes.forEach(store::add);
        BlockHeader parent = header(RlpItem.decode(bytes(witness.get("headers")).getLast()));
        StateTrie state = StateTrie.of(parent.stateRoot(), store);
        return codes.stream()
                .map(code -> Code.of(code.toArray()))
                .filter(Code::isDelegation)
                .map(pointer -> state.account(pointer.delegate()))
                .anyMatch(found -> found instanceof TrieResult.Known<Optional<StoredAccount>>(var account)
                        && account.filter(there -> !there.codeHash().equals(Code.EMPTY_HASH)
                                        && state.code(there.codeHash()).isEmpty())
                                .isPresent());
    }

    private static Optional<Hash32> named(MissingPart missing) {
        return switch (missing) {
            case MissingPart.Node(var node, var _) -> Optional.of(node.hash());
            case MissingPart.Code(Hash32 hash) -> Optional.of(hash);
            case MissingPart.Parent(Hash32 hash) -> Optional.of(hash);
            case MissingPart.Ancestor _ -> Optional.empty();
        };
    }

    private static boolean holds(JsonNode witness, Hash32 hash) {
        return List.of("state", "codes", "headers").stream()
                .flatMap(part -> bytes(witness.get(part)).stream())
                .anyMatch(piece -> Keccak256.hash(piece).equals(hash));
    }

    private Execution run(EthereumChain chain, JsonNode json) throws RlpException {
        Block block = block(Bytes.fromHex(json.get("rlp").asString()));
        JsonNode witness = json.get("executionWitness");
        List<Bytes> encoded = bytes(witness.get("headers"));
        if (!isChain(encoded)) {
            return new Execution.Incomplete(
                    new MissingPart.Ancestor(block.header().number() - encoded.size()));
        }
        Ancestors ancestors = new Ancestors(headers(encoded));
        Optional<BlockHeader> parent = ancestors.find(block.header().parentHash());
        if (parent.isEmpty()) {
            return new Execution.Incomplete(
                    new MissingPart.Parent(block.header().parentHash()));
        }
        PreimageStore store = PreimageStore.of(bytes(witness.get("state")));
        bytes(witness.get("codes")).forEach(store::add);
        return new BlockExecutor(new EthereumRules(chain), curve, new CodeCache(1 << 20))
                .execute(
                        block,
                        parent.get(),
                        StateTrie.of(parent.get().stateRoot(), store),
                        number -> ancestors.hash(block.header(), number));
    }

    /// Headers stand oldest first, each the parent of the next (EIP-8025). The verifier itself asks for no
    /// order.
    private static boolean isChain(List<Bytes> encoded) {
        for (int i = 1; i < encoded.size(); i++) {
            Optional<Hash32> parent = parentHash(encoded.get(i));
            if (parent.isEmpty() || !parent.get().equals(Keccak256.hash(encoded.get(i - 1)))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Hash32> parentHash(Bytes encoded) {
        try {
            return Optional.of(RlpReader.of(encoded).list().hash());
        } catch (RlpException e) {
            return Optional.empty();
        }
    }

    /// What is no header is not among them.
    private static Map<Hash32, BlockHeader> headers(List<Bytes> encoded) {
        Map<Hash32, BlockHeader> headers = new HashMap<>();
        encoded.forEach(header -> readable(header).ifPresent(read -> headers.put(Keccak256.hash(header), read)));
        return headers;
    }

    private static Optional<BlockHeader> readable(Bytes encoded) {
        try {
            return Optional.of(header(RlpItem.decode(encoded)));
        } catch (RlpException e) {
            return Optional.empty();
        }
    }

    private static Block block(Bytes encoded) throws RlpException {
        List<RlpItem> parts = new ArrayList<>(((RlpItem.Members) RlpItem.decode(encoded)).items());
        RlpItem known = known(parts.getFirst());
        parts.set(0, known);
        return switch (Block.fromRlp(new RlpItem.Members(parts.subList(0, 4)).encoded())) {
            case Answer.Proven<Block>(Block block) -> block;
            case Answer.Refuted<Block>(String reason) -> throw new RlpException(reason);
            case Answer.Unknown<Block>(var _, String reason) -> throw new RlpException(reason);
        };
    }

    private static BlockHeader header(RlpItem item) throws RlpException {
        return switch (BlockHeader.fromRlp(known(item).encoded())) {
            case Answer.Proven<BlockHeader>(BlockHeader header) -> header;
            case Answer.Refuted<BlockHeader>(String reason) -> throw new RlpException(reason);
            case Answer.Unknown<BlockHeader>(var _, String reason) -> throw new RlpException(reason);
        };
    }

    /// The header without the fields of a later fork.
    private static RlpItem known(RlpItem header) throws RlpException {
        if (!(header instanceof RlpItem.Members(List<RlpItem> fields)) || fields.size() < KNOWN_FIELDS) {
            throw new RlpException("not a header of that fork");
        }
        return new RlpItem.Members(fields.subList(0, KNOWN_FIELDS));
    }

    private static List<Bytes> bytes(JsonNode list) {
        List<Bytes> all = new ArrayList<>();
        list.forEach(each -> all.add(Bytes.fromHex(each.asString())));
        return all;
    }
}
