package org.lifeboat.sandbox.node;

import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.sandbox.chain.BlockAttributes;
import org.lifeboat.sandbox.chain.BlockBuilder;
import org.lifeboat.sandbox.chain.ChainSettings;
import org.lifeboat.sandbox.chain.ExecutedTransaction;
import org.lifeboat.sandbox.chain.History;
import org.lifeboat.sandbox.chain.SealedBlock;

/// Runs again what stands in a block, and lets somebody watch.
public final class Replay {
    private final ChainSettings settings;
    private final History history;
    private final Secp256k1 curve;

    Replay(ChainSettings settings, History history, Secp256k1 curve) {
        this.settings = settings;
        this.history = history;
        this.curve = curve;
    }

    /// Runs a transaction after those before it, on the state that its block began with.
    public void watch(History.Place place, Listener listener) {
        SealedBlock block = place.block();
        BlockBuilder builder = begin(block);
        for (ExecutedTransaction before :
                block.transactions().subList(0, place.transaction().index())) {
            builder.add(before.sent());
        }
        builder.add(place.transaction().sent(), listener).ifPresent(reason -> {
            throw new IllegalStateException("a block holds what it cannot: " + reason);
        });
    }

    /// What it takes to run the block again without the state.
    /// @return empty for block 0, which nothing was run in
    public Optional<WitnessSearch.Witness> witness(SealedBlock block) {
        if (block.number() == 0) {
            return Optional.empty();
        }
        BlockBuilder builder = begin(block);
        block.transactions().forEach(each -> builder.add(each.sent()));
        return Optional.of(WitnessSearch.of(settings, history, curve, block, builder.changes()));
    }

    private BlockBuilder begin(SealedBlock block) {
        SealedBlock parent = history.at(block.number() - 1).orElseThrow();
        return BlockBuilder.begin(settings, history.upTo(parent), BlockAttributes.of(block.header()), curve);
    }
}
