package org.lifeboat.engine.chaincheck;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.exit.BridgeLook;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.derivation.BlobHashing;
import org.lifeboat.rollups.opstack.derivation.Derivation;
import org.lifeboat.rollups.opstack.derivation.Given;

/// Checks what is claimed of an L2 by running its blocks here. Takes as long as it takes; runs in the
/// thread of whoever asks. Thread-safe.
public final class ChainChecks {
    private final BlobHashing hashing;
    private final Duration patience;
    private final BridgeLook bridges = new BridgeLook();

    /// With the points of Ethereum's ceremony, read when the first blob is met.
    /// @param patience for one question to one source
    public ChainChecks(Duration patience) {
        this(new Ceremony(), patience);
    }

    ChainChecks(BlobHashing hashing, Duration patience) {
        this.hashing = hashing;
        this.patience = patience;
    }

    /// @param watch is told how far it has come, and can end it
    public CheckReport check(CheckPlace place, CheckWish wish, CheckWatch watch) {
        Troubles troubles = new Troubles();
        L2Feed l2 = new L2Feed(place.chains().l2Sources(), patience, troubles);
        return switch (new GroundSearch(bridges, place, l2, patience).search(wish)) {
            case GroundSearch.Outcome.Lacking(Finding.Lack lack, String detail, var lies) ->
                lacking(lack, detail, troubles, lies);
            case GroundSearch.Outcome.Found found -> run(place, found, l2, troubles, watch);
        };
    }

    /// The header of a block of an L2, from whoever has it: its hash is compared.
    public static Optional<BlockHeader> l2Header(List<Source> sources, BlockRef block, Duration patience) {
        return new L2Feed(sources, patience, new Troubles()).header(block.hash());
    }

    /// How many servers of an L2 have that root for a block. Where a root that was found false here is what
    /// they all have, either they follow it, or something here is wrong.
    public static long sourcesWith(List<Source> sources, long block, Hash32 root, Duration patience) {
        return sources.stream()
                .filter(source -> new L2Feed(List.of(source), patience, new Troubles())
                        .headerAt(block)
                        .flatMap(OutputRoot::of)
                        .filter(found -> found.hash().equals(root))
                        .isPresent())
                .count();
    }

    private CheckReport run(
            CheckPlace place, GroundSearch.Outcome.Found found, L2Feed l2, Troubles troubles, CheckWatch watch) {
        Given.L2Block anchor = found.anchor();
        Answer<Derivation> derivation = Derivation.after(
                place.rollup(),
                UpgradeBook.bundled(),
                hashing,
                Secp256k1.preferred(),
                anchor.header(),
                anchor.transactions());
        return switch (derivation) {
            case Answer.Proven<Derivation>(Derivation fresh) ->
                new CheckRun(place, found, fresh, l2, troubles, patience, watch).report();
            case Answer.Refuted<Derivation>(String reason) ->
                lacking(Finding.Lack.GROUND, reason, troubles, found.lies());
            case Answer.Unknown<Derivation>(Answer.Cause _, String reason) ->
                lacking(Finding.Lack.RULES, reason, troubles, found.lies());
        };
    }

    private static CheckReport lacking(Finding.Lack lack, String detail, Troubles troubles, List<Disagreement> lies) {
        return new CheckReport(
                new Finding.CouldNotCheck(lack, detail),
                Optional.empty(),
                Optional.empty(),
                false,
                new TreeMap<>(),
                List.of(),
                troubles.all(),
                lies,
                Optional.empty());
    }
}
