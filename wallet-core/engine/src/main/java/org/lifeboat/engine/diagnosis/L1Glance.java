package org.lifeboat.engine.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.sync.VerifiedHead;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.AccountState;

/// Accounts of L1 in one block, proven, in one request. Where L1 is followed, in the newest block that a committee
/// signed; else in the newest that the source names.
final class L1Glance {
    /// How many blocks back the batcher's count is asked for where there was no look before. Source: go-ethereum
    /// keeps the state of 128 blocks unless it is told otherwise.
    private static final List<Long> EARLIER = List.of(110L, 60L, 25L);

    private final Duration patience;
    private final List<Disagreement> disagreements = new ArrayList<>();

    L1Glance(Duration patience) {
        this.patience = patience;
    }

    /// What was proven.
    /// @param accounts those of which there is a proof that fits
    record Seen(BlockHeader header, Map<Address, AccountState> accounts, Assurance assurance, Source source) {
        Seen {
            accounts = Map.copyOf(accounts);
        }
    }

    List<Disagreement> disagreements() {
        return List.copyOf(disagreements);
    }

    /// From the first source that proves anything.
    Optional<Seen> look(List<Source> sources, Optional<VerifiedHead> signed, List<Address> accounts) {
        for (Source source : sources) {
            Optional<Seen> seen =
                    source.health().setAside() ? Optional.empty() : signed.flatMap(head -> at(source, head, accounts));
            if (seen.isEmpty() && !source.health().setAside()) {
                seen = newest(source, accounts);
            }
            if (seen.isPresent()) {
                return seen;
            }
        }
        return Optional.empty();
    }

    private Optional<Seen> at(Source source, VerifiedHead head, List<Address> accounts) {
        BlockSelector block = new BlockSelector.ByHash(head.block().hash());
        return twice(source, block, accounts)
                .filter(seen -> seen.header().hash().equals(head.block().hash()))
                .map(seen -> new Seen(
                        seen.header(), seen.accounts(), new Assurance(Assurance.Level.POSTED, Set.of()), source));
    }

    /// Between a header and the proofs beside it the source may have got a newer block: then once more, by its hash.
    private Optional<Seen> newest(Source source, List<Address> accounts) {
        Optional<Seen> seen = ask(source, BlockSelector.LATEST, accounts, false);
        return seen.isEmpty() || isWhole(seen.get(), accounts)
                ? seen
                : ask(source, new BlockSelector.ByHash(seen.get().header().hash()), accounts, true)
                        .or(() -> seen);
    }

    /// By the block's hash; only a second proof that does not fit is a lie.
    private Optional<Seen> twice(Source source, BlockSelector block, List<Address> accounts) {
        return ask(source, block, accounts, false)
                .flatMap(seen -> isWhole(seen, accounts) ? Optional.of(seen) : ask(source, block, accounts, true));
    }

    private static boolean isWhole(Seen seen, List<Address> accounts) {
        return seen.accounts().keySet().containsAll(accounts);
    }

    /// @param pinned whether a proof that does not fit is a lie
    private Optional<Seen> ask(Source source, BlockSelector block, List<Address> accounts, boolean pinned) {
        List<Query<?>> queries = new ArrayList<>();
        queries.add(new Query.HeaderOf(block));
        accounts.forEach(account -> queries.add(new Query.ProofOf(account, List.of(), block)));
        List<Reply<?>> replies = source.askAll(queries, Purpose.FOLLOW_L1, patience);
        Optional<BlockHeader> header = header(source, replies.getFirst());
        return header.map(found -> new Seen(
                found,
                proven(source, found.stateRoot(), accounts, replies.subList(1, replies.size()), pinned),
                Assurance.MATCHED,
                source));
    }

    private Map<Address, AccountState> proven(
            Source source, Hash32 stateRoot, List<Address> accounts, List<Reply<?>> replies, boolean pinned) {
        Map<Address, AccountState> proven = new HashMap<>();
        for (int i = 0; i < accounts.size(); i++) {
            if (replies.get(i).got().orElse(null) instanceof ProofClaim claim) {
                switch (ClaimCheck.account(stateRoot, accounts.get(i), claim)) {
                    case Checked.Fits<AccountState>(AccountState state) -> proven.put(accounts.get(i), state);
                    case Checked.Contradicted<AccountState>(Contradiction lie) -> {
                        if (pinned) {
                            caught(source, lie);
                        }
                    }
                    case Checked.Unchecked<AccountState> _ -> {
                        // Says nothing.
                    }
                }
            }
        }
        return proven;
    }

    private Optional<BlockHeader> header(Source source, Reply<?> reply) {
        if (!(reply.got().orElse(null) instanceof Optional<?> found)
                || !(found.orElse(null) instanceof HeaderClaim claim)) {
            return Optional.empty();
        }
        return switch (ClaimCheck.header(claim)) {
            case Checked.Fits<BlockHeader>(BlockHeader header) -> Optional.of(header);
            case Checked.Contradicted<BlockHeader>(Contradiction lie) -> {
                caught(source, lie);
                yield Optional.empty();
            }
            case Checked.Unchecked<BlockHeader> _ -> Optional.empty();
        };
    }

    private void caught(Source source, Contradiction lie) {
        source.refuted(lie.refutation());
        disagreements.add(new Disagreement(source.id(), lie));
    }

    /// An earlier block with what an account had sent by then, as the same source proves it.
    record Earlier(BlockRef block, long nonce) {}

    /// The newest of some earlier blocks at which the account had sent less than by now.
    Optional<Earlier> earlier(Seen now, Address account) {
        long sent = Optional.ofNullable(now.accounts().get(account))
                .map(state -> state.nonce().value())
                .orElse(0L);
        List<Query<?>> queries = new ArrayList<>();
        for (long back : EARLIER) {
            BlockSelector block =
                    new BlockSelector.AtNumber(Math.max(0, now.header().number() - back));
            queries.add(new Query.HeaderOf(block));
            queries.add(new Query.ProofOf(account, List.of(), block));
        }
        List<Reply<?>> replies = now.source().askAll(queries, Purpose.FOLLOW_L1, patience);
        Optional<Earlier> found = Optional.empty();
        for (int i = 0; i < EARLIER.size(); i++) {
            Optional<Earlier> one = earlier(now.source(), account, replies.get(2 * i), replies.get(2 * i + 1))
                    .filter(then -> then.nonce() < sent);
            found = one.isPresent() ? one : found;
        }
        return found;
    }

    private Optional<Earlier> earlier(Source source, Address account, Reply<?> headerReply, Reply<?> proofReply) {
        return header(source, headerReply)
                .flatMap(header -> proofReply.got().orElse(null) instanceof ProofClaim claim
                                && ClaimCheck.account(header.stateRoot(), account, claim)
                                        instanceof Checked.Fits<AccountState>(AccountState state)
                        ? Optional.of(new Earlier(header.ref(), state.nonce().value()))
                        : Optional.empty());
    }
}
