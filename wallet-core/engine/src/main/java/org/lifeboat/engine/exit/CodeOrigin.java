package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.claims.Checked;
import org.lifeboat.engine.claims.ClaimCheck;
import org.lifeboat.engine.claims.Head;
import org.lifeboat.engine.claims.HeadQuestion;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.primitives.trie.AccountState;
import org.lifeboat.rollups.opstack.Powers;

/// Whose code a contract of a bridge runs: by where it is, and else by its hash.
/// @param hash of the code, as a proof shows it; empty where no source gave one
/// @param published that the makers name for this place
/// @param twin that has the very same code at another place; empty where `published` is known
public record CodeOrigin(
        Optional<Hash32> hash, Optional<BridgeReleases.Release> published, Optional<BridgeReleases.Release> twin) {
    /// Reads the hashes of all codes; and, where the list does not have one's place, of those that it has for that
    /// role on this L1: what is the same code elsewhere has the same hash.
    /// @param patience for one source
    public static Map<Powers.Role, CodeOrigin> of(
            ExitPlace place, Powers powers, BridgeReleases releases, Duration patience) {
        Map<Powers.Role, Map<Address, BridgeReleases.Release>> others = new EnumMap<>(Powers.Role.class);
        Set<Address> asked = new LinkedHashSet<>(powers.codes().values());
        powers.codes().forEach((role, code) -> {
            if (releases.find(place.l1().chain(), role, code).isEmpty()) {
                Map<Address, BridgeReleases.Release> listed = new HashMap<>();
                releases.places(place.l1().chain(), role)
                        .forEach(at -> listed.put(
                                at, releases.find(place.l1().chain(), role, at).orElseThrow()));
                others.put(role, listed);
                asked.addAll(listed.keySet());
            }
        });
        Map<Address, Hash32> hashes = hashes(place, List.copyOf(asked), patience);
        Map<Powers.Role, CodeOrigin> origins = new EnumMap<>(Powers.Role.class);
        powers.codes().forEach((role, code) -> {
            Optional<Hash32> hash = Optional.ofNullable(hashes.get(code));
            Optional<BridgeReleases.Release> published =
                    releases.find(place.l1().chain(), role, code);
            Optional<BridgeReleases.Release> twin = published.isPresent()
                    ? Optional.empty()
                    : hash.flatMap(known -> releases.find(role, known)
                            .or(() -> others.getOrDefault(role, Map.of()).entrySet().stream()
                                    .filter(other -> Optional.ofNullable(hashes.get(other.getKey()))
                                            .equals(hash))
                                    .map(Map.Entry::getValue)
                                    .findFirst()));
            origins.put(role, new CodeOrigin(hash, published, twin));
        });
        return origins;
    }

    /// From the first source that proves all; where L1 is followed, in the newest block that a committee signed.
    private static Map<Address, Hash32> hashes(ExitPlace place, List<Address> contracts, Duration patience) {
        BlockSelector at = place.signed()
                .<BlockSelector>map(
                        head -> new BlockSelector.ByHash(head.block().hash()))
                .orElse(BlockSelector.LATEST);
        for (Source source : place.l1Sources()) {
            Deadline deadline = Deadline.in(patience);
            Optional<BlockHeader> header = source.health().setAside()
                    ? Optional.empty()
                    : header(place, source, at, deadline)
                            .filter(found -> place.signed()
                                    .filter(head -> !head.block().hash().equals(found.hash()))
                                    .isEmpty());
            Map<Address, Hash32> hashes = header.map(found -> hashes(source, found, contracts, deadline))
                    .orElse(Map.of());
            if (!hashes.isEmpty()) {
                return hashes;
            }
        }
        return Map.of();
    }

    private static Optional<BlockHeader> header(ExitPlace place, Source source, BlockSelector at, Deadline deadline) {
        return HeadQuestion.ask(source, place.l1().chain(), at, Purpose.FOLLOW_L1, deadline.remaining())
                        instanceof Head.Usable head
                ? head.header()
                : Optional.empty();
    }

    /// @return nothing where one of the proofs is missing or does not fit
    private static Map<Address, Hash32> hashes(
            Source source, BlockHeader header, List<Address> contracts, Deadline deadline) {
        List<Reply<ProofClaim>> replies = new ArrayList<>();
        Batch batch = new Batch();
        BlockSelector block = new BlockSelector.ByHash(header.hash());
        contracts.forEach(contract -> batch.add(new Query.ProofOf(contract, List.of(), block), replies::add));
        batch.ask(source, Purpose.FOLLOW_L1, deadline.remaining());
        Map<Address, Hash32> hashes = new HashMap<>();
        for (int i = 0; i < contracts.size(); i++) {
            Address contract = contracts.get(i);
            Optional<Hash32> hash = replies.get(i)
                    .got()
                    .flatMap(claim -> ClaimCheck.account(header.stateRoot(), contract, claim)
                                    instanceof Checked.Fits<AccountState>(AccountState state)
                            ? Optional.of(state.codeHash())
                            : Optional.empty());
            if (hash.isEmpty()) {
                return Map.of();
            }
            hashes.put(contract, hash.get());
        }
        return hashes;
    }
}
