package org.lifeboat.sandbox.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.state.AccountChange;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.sandbox.chain.ChainState;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.chain.StateProof;
import org.lifeboat.verifier.block.Block;
import org.lifeboat.verifier.block.BlockResult;
import org.lifeboat.verifier.block.BlockVerifier;
import org.lifeboat.verifier.block.ChainRules;
import org.lifeboat.verifier.block.MissingPart;

/// Finds what it takes to run a block again without the state: begins with what the block changed, and lets the
/// stateless verifier say what else it needs, until it finds every figure of the header.
public final class WitnessSearch {
    /// Far more than any block of the sandbox reads beside what it changes.
    private static final int MOST_ROUNDS = 100_000;

    /// @param nodes of the state's and the storages' tries, as RLP
    /// @param keys the addresses and slots that are asked for
    /// @param headers as RLP, the parent's first
    public record Witness(List<Bytes> nodes, List<Bytes> codes, List<Bytes> keys, List<Bytes> headers) {}

    private final ChainRules rules;
    private final History history;
    private final Secp256k1 curve;
    private final SealedBlock block;
    private final SealedBlock parent;
    private final Set<Bytes> nodes = new LinkedHashSet<>();
    private final Set<Bytes> codes = new LinkedHashSet<>();
    private final Set<Bytes> keys = new LinkedHashSet<>();
    private final List<Bytes> headers = new ArrayList<>();

    private WitnessSearch(ChainRules rules, History history, Secp256k1 curve, SealedBlock block) {
        this.rules = rules;
        this.history = history;
        this.curve = curve;
        this.block = block;
        this.parent = history.at(block.number() - 1).orElseThrow();
    }

    /// @param block not block 0
    /// @param changed what the block changed
    static Witness of(
            ChainRules rules, History history, Secp256k1 curve, SealedBlock block, Collection<AccountChange> changed) {
        WitnessSearch search = new WitnessSearch(rules, history, curve, block);
        search.headers.add(search.parent.header().encoded());
        changed.forEach(change ->
                search.prove(change.address(), List.copyOf(change.slots().keySet())));
        return search.search();
    }

    private Witness search() {
        BlockVerifier verifier = new BlockVerifier(rules, curve, new CodeCache(1 << 20));
        Block whole = new Block(
                block.header(),
                block.transactions().stream().map(each -> each.sent().encoded()).toList(),
                block.ommers(),
                block.withdrawals());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Bytes> preimages = new ArrayList<>(nodes);
            preimages.addAll(codes);
            switch (verifier.verify(whole, preimages, headers)) {
                case BlockResult.Valid _ -> {
                    return new Witness(List.copyOf(nodes), List.copyOf(codes), List.copyOf(keys), headers);
                }
                case BlockResult.Incomplete(MissingPart missing) -> add(missing);
                case BlockResult.Invalid(var fault) -> throw new IllegalStateException("our own block: " + fault);
                case BlockResult.Unknown(var _, var reason) ->
                    throw new IllegalStateException("our own block: " + reason);
            }
        }
        throw new IllegalStateException("a witness without an end");
    }

    private void add(MissingPart missing) {
        switch (missing) {
            case MissingPart.Code(Hash32 hash) -> codes.add(found(hash));
            case MissingPart.Node(var node, var key) -> {
                nodes.add(found(node.hash()));
                key.ifPresent(this::note);
            }
            case MissingPart.Ancestor(long number) -> {
                for (long each = block.number() - 1 - headers.size(); each >= number; each--) {
                    headers.add(history.at(each).orElseThrow().header().encoded());
                }
            }
            case MissingPart.Parent(Hash32 hash) -> throw new IllegalStateException("the parent is there: " + hash);
        }
    }

    private Bytes found(Hash32 hash) {
        return parent.state().preimage(hash).orElseThrow();
    }

    private void note(StateKey key) {
        switch (key) {
            case StateKey.Account(Address address) -> keys.add(Bytes.of(address.toArray()));
            case StateKey.Storage(Address _, Hash32 slot) -> keys.add(Bytes.of(slot.toArray()));
            case StateKey.Code _, StateKey.BlockHash _ -> {}
        }
    }

    private void prove(Address address, List<Hash32> slots) {
        ChainState state = parent.state();
        StateProof proof = state.prove(address, slots);
        nodes.addAll(proof.nodes());
        note(new StateKey.Account(address));
        for (StateProof.Slot slot : proof.slots()) {
            nodes.addAll(slot.nodes());
            note(new StateKey.Storage(address, slot.key()));
        }
    }
}
