package org.lifeboat.engine.chaincheck;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.engine.anchor.PathFinder;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.exit.ExitSearch;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.SentWithdrawal;
import org.lifeboat.rollups.opstack.derivation.BlockBuilder;
import org.lifeboat.rollups.opstack.derivation.ChainCheck;
import org.lifeboat.rollups.opstack.derivation.Derivation;
import org.lifeboat.rollups.opstack.derivation.DroppedBatch;
import org.lifeboat.rollups.opstack.derivation.Given;
import org.lifeboat.rollups.opstack.derivation.Need;
import org.lifeboat.rollups.opstack.derivation.Verdict;
import org.lifeboat.verifier.block.MissingPart;

/// One check from its ground to its finding. Used once.
final class CheckRun {
    private static final int CODE_BYTES = 32 << 20;

    /// When what servers gave of the state is forgotten. Unit: bytes.
    private static final long MOST_STATE = 256L << 20;

    /// How many parts of the state are asked for by themselves for one block.
    private static final int MOST_PARTS = 2_000;

    /// After how many nodes of a state that stands on no server what is old of it is looked for.
    private static final int MANY_NODES = 100_000;

    private final CheckPlace place;
    private final GroundSearch.Outcome.Found found;
    private final ChainCheck check;
    private final L1Feed l1;
    private final L2Feed l2;
    private final BlobFeed blobs;
    private final Troubles troubles;
    private final Duration patience;
    private final CheckWatch watch;

    /// What the chain began with, where the run begins there; a file that was given and is not stood on says nothing.
    private final Optional<GenesisState> beginning;

    private final SortedMap<Long, Hash32> roots = new TreeMap<>();
    private final Deque<DroppedBatch> dropped = new ArrayDeque<>();
    private final List<SentWithdrawal> sent = new ArrayList<>();
    private Optional<BlockRef> l1Limit = Optional.empty();
    private L2Block at;
    private long partsOf = -1;
    private int parts;
    private long stateBytes;
    private int nodesKept = MANY_NODES;
    private Optional<MissingPart> lastMissing = Optional.empty();

    CheckRun(
            CheckPlace place,
            GroundSearch.Outcome.Found found,
            Derivation derivation,
            L2Feed l2,
            Troubles troubles,
            Duration patience,
            CheckWatch watch) {
        BlockHeader anchor = found.anchor().header();
        this.place = place;
        this.found = found;
        this.l2 = l2;
        this.troubles = troubles;
        this.patience = patience;
        this.watch = watch;
        this.l1 = new L1Feed(place.chains().l1Sources(), patience, troubles);
        this.blobs = new BlobFeed(place.archives(), patience, troubles);
        this.at = new L2Block(anchor.number());
        this.check = new ChainCheck(
                derivation,
                new BlockBuilder(place.rollup().chain(), Secp256k1.preferred(), new CodeCache(CODE_BYTES)),
                anchor,
                new TreeMap<>(found.aim()
                        .map(aim -> Map.of(aim.block(), aim.claimed()))
                        .orElse(Map.of())));
        this.beginning = place.genesis().filter(genesis -> genesis.header().equals(anchor));
        beginning.ifPresent(genesis -> check.standOn(genesis.state()));
        OutputRoot.of(anchor).ifPresent(root -> roots.put(anchor.number(), root.hash()));
    }

    CheckReport report() {
        try (l1) {
            return runToItsEnd();
        }
    }

    private CheckReport runToItsEnd() {
        Finding finding = limited().orElseGet(this::run);
        return new CheckReport(
                found.aim().isPresent() ? finding : made(finding),
                found.aim(),
                check.l1(),
                check.l1().map(this::isVerified).orElse(false),
                roots,
                List.copyOf(dropped),
                troubles.all(),
                lies(),
                beginning
                        .filter(_ -> roots.size() > 1)
                        .map(_ -> new CheckReport.Recomputed(check.newest(), check.state(), sent)));
    }

    private List<Disagreement> lies() {
        return Stream.concat(found.lies().stream(), l1.disagreements().stream()).toList();
    }

    /// What was made of the chain stays so where the rest cannot be.
    private Finding made(Finding finding) {
        return finding instanceof Finding.CouldNotCheck(Finding.Lack lack, String detail)
                ? remade(new Finding.End.Lacking(lack, detail)).orElse(finding)
                : finding;
    }

    /// @return empty where nothing was made
    private Optional<Finding> remade(Finding.End end) {
        BlockHeader last = check.newest();
        return found.anchor().header().equals(last)
                ? Optional.empty()
                : Optional.ofNullable(roots.get(last.number()))
                        .map(root -> new Finding.Remade(last.ref(), root, last.stateRoot(), end));
    }

    /// Finds out where L1 ends for the claim, or without one.
    private Optional<Finding> limited() {
        if (found.aim().isEmpty()) {
            l1Limit =
                    place.verified().map(VerifiedHead::block).or(() -> l1.end().map(BlockHeader::ref));
        } else if (found.aim().get().l1Head().isEmpty()) {
            return Optional.empty();
        } else {
            l1Limit = l1.header(found.aim().get().l1Head().get()).map(BlockHeader::ref);
        }
        return l1Limit.isPresent() ? Optional.empty() : Optional.of(lack(Finding.Lack.L1_HEADER));
    }

    private Finding run() {
        L2Block to = last();
        while (true) {
            ChainCheck.Progress step = check.step();
            keep(check.takeDropped());
            Optional<Finding> end = switch (step) {
                case ChainCheck.Progress.Needs(Need need) -> bring(need);
                case ChainCheck.Progress.NeedsState(BlockRef parent, MissingPart missing) -> bring(parent, missing);
                case ChainCheck.Progress.Derived(BlockRef block, Hash32 root) -> {
                    roots.put(block.number(), root);
                    at = new L2Block(block.number());
                    keepOwn(check.takeSent());
                    forgetMuchState();
                    yield Optional.empty();
                }
                case ChainCheck.Progress.WentBack(BlockRef head) -> {
                    roots.tailMap(head.number() + 1).clear();
                    sent.removeIf(one -> one.block().number() > head.number());
                    l1.wentBack();
                    at = new L2Block(head.number());
                    yield Optional.empty();
                }
                case ChainCheck.Progress.Done(Verdict verdict) -> Optional.of(finding(verdict));
            };
            if (end.isPresent()) {
                return end.get();
            }
            boolean goOn = watch.goOn(
                    new CheckProgress(new L2Block(found.anchor().header().number()), at, to, check.l1()));
            if (!goOn || Thread.currentThread().isInterrupted()) {
                return new Finding.Cancelled();
            }
        }
    }

    private void keepOwn(List<SentWithdrawal> more) {
        more.stream()
                .filter(one -> ExitSearch.isOf(one.withdrawal(), place.accounts()))
                .forEach(sent::add);
    }

    /// The claimed block, or the one whose time is that of L1's end.
    private L2Block last() {
        BlockHeader anchor = found.anchor().header();
        return new L2Block(found.aim()
                .map(CheckReport.Aim::block)
                .orElseGet(() -> anchor.number()
                        + l1Limit.map(end -> Math.max(0, end.unixSeconds() - anchor.unixSeconds()))
                                        .orElse(0L)
                                / place.rollup().chain().blockSeconds()));
    }

    /// Whoever gave so much will give the rest; where nobody gives any, what is new stays.
    private void forgetMuchState() {
        if (beginning.isPresent()) {
            if (check.stateSize() > 2 * nodesKept) {
                check.forgetOldState();
                nodesKept = Math.max(MANY_NODES, check.stateSize());
            }
        } else if (stateBytes > MOST_STATE) {
            check.forgetState();
            stateBytes = 0;
        }
    }

    private static Finding finding(Verdict verdict) {
        return switch (verdict) {
            case Verdict.True(BlockRef last, Hash32 root) -> new Finding.True(last, root);
            case Verdict.False(BlockRef block, Hash32 claimed, Hash32 computed) ->
                new Finding.False(block, claimed, computed);
            case Verdict.NotThere(BlockRef last, Hash32 root, long block, Hash32 claimed) ->
                new Finding.NotThere(last, root, block, claimed);
            case Verdict.CouldNotCheck(Answer.Cause cause, String reason) ->
                new Finding.CouldNotCheck(
                        cause == Answer.Cause.UPDATE_NEEDED ? Finding.Lack.RULES : Finding.Lack.REORGANISED, reason);
        };
    }

    private Finding lack(Finding.Lack lack) {
        return new Finding.CouldNotCheck(lack, troubles.last());
    }

    private Optional<Finding> bring(Need need) {
        return switch (need) {
            case Need.L1Header(long number, Optional<Hash32> hash) -> header(number, hash);
            case Need.L1Receipts(BlockRef block) -> unless(l1.receipts(block, check::give), Finding.Lack.L1_BLOCK);
            case Need.L1Transactions(BlockRef block) ->
                unless(l1.transactions(block, check::give), Finding.Lack.L1_BLOCK);
            case Need.Blobs(BlockRef block, List<Hash32> wanted) ->
                unless(blobs.blobs(block, wanted, check::give), Finding.Lack.BLOBS);
            case Need.L2Blocks(Hash32 newest) -> {
                List<Given.L2Block> blocks = l2.ending(newest);
                yield unless(
                        !blocks.isEmpty()
                                && check.give(new Given.L2Blocks(blocks)).isEmpty(),
                        Finding.Lack.L2_BLOCK);
            }
        };
    }

    private Optional<Finding> unless(boolean brought, Finding.Lack lack) {
        return brought ? Optional.empty() : Optional.of(lack(lack));
    }

    /// @param hash where only that block will do
    private Optional<Finding> header(long number, Optional<Hash32> hash) {
        Optional<BlockRef> end = l1Limit.filter(limit -> number > limit.number());
        if (end.isPresent() && found.aim().isEmpty()) {
            return remade(new Finding.End.OfL1(end.get()))
                    .or(() -> Optional.of(new Finding.CouldNotCheck(Finding.Lack.L1_NOT_THERE_YET, "")));
        }
        if (end.isPresent()) {
            return check.l1Ends() instanceof ChainCheck.Progress.Done(Verdict verdict)
                    ? Optional.of(finding(verdict))
                    : Optional.empty();
        }
        Optional<BlockHeader> header = hash.isPresent() ? l1.header(hash.get()) : l1.header(number);
        if (header.isEmpty()) {
            return Optional.of(lack(l1.lastAnswered() ? Finding.Lack.L1_NOT_THERE_YET : Finding.Lack.L1_HEADER));
        }
        boolean another = l1Limit.filter(limit -> limit.number() == number)
                .filter(limit -> !limit.hash().equals(header.get().hash()))
                .isPresent();
        if (another) {
            return Optional.of(lack(Finding.Lack.REORGANISED));
        }
        check.give(new Given.L1Header(header.get()))
                .ifPresent(why ->
                        troubles.add(place.chains().l1Sources().getFirst().id(), why));
        return Optional.empty();
    }

    /// First all that running the block touches, as a server says; then, one by one, what that has left out.
    private Optional<Finding> bring(BlockRef parent, MissingPart missing) {
        boolean first = partsOf != parent.number();
        if (first) {
            partsOf = parent.number();
            parts = 0;
            lastMissing = Optional.empty();
            if (give(l2.witness(parent.number() + 1))) {
                return Optional.empty();
            }
        }
        parts++;
        boolean again = lastMissing.filter(missing::equals).isPresent();
        lastMissing = Optional.of(missing);
        boolean hopeless = again || parts > MOST_PARTS || !give(l2.part(parent, missing));
        return hopeless
                ? Optional.of(new Finding.CouldNotCheck(
                        Finding.Lack.L2_STATE, "block " + (parent.number() + 1) + ": " + troubles.last()))
                : Optional.empty();
    }

    private boolean give(Collection<Bytes> preimages) {
        check.giveState(preimages);
        stateBytes += preimages.stream().mapToLong(Bytes::size).sum();
        return !preimages.isEmpty();
    }

    private void keep(List<DroppedBatch> more) {
        dropped.addAll(more);
        while (dropped.size() > CheckReport.MOST_DROPPED) {
            dropped.removeFirst();
        }
    }

    /// Whether the light client's newest final block stands on this one.
    private boolean isVerified(BlockRef block) {
        return place.verified()
                .filter(head -> head.block().number() >= block.number())
                .flatMap(head ->
                        new PathFinder(place.chains().l1Sources(), Deadline.in(patience)).find(block.number(), head))
                .filter(path -> path.hash().equals(block.hash()))
                .isPresent();
    }
}
