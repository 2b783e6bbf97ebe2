package org.lifeboat.engine.exit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.bundled.BundledJson;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.Powers;

/// Where the makers of the OP Stack say that the code of its contracts is on L1, release by release. Code stays what it
/// is at its address: since Cancun no contract can take itself away and come back (EIP-6780). What stands nowhere in
/// the list may be newer than it, or somebody's own: Base's contracts are its own since April 2026.
public final class BridgeReleases {
    /// When the list was taken over. Source: the dates in it.
    public static final String REVIEWED = "2026-11-22";

    private final Map<Place, Release> known = new HashMap<>();
    private final Map<Hash, Release> byHash = new HashMap<>();

    private BridgeReleases(Document document) {
        for (Hashed one : document.hashes().codes()) {
            byHash.put(
                    new Hash(Powers.Role.valueOf(one.role()), Hash32.fromHex(one.hash())),
                    new Release(one.version(), one.releases()));
        }
        for (OnL1 list : document.lists()) {
            for (Code code : list.codes()) {
                known.put(
                        new Place(
                                new ChainId(list.l1ChainId()),
                                Powers.Role.valueOf(code.role()),
                                Address.fromHex(code.at())),
                        new Release(code.version(), code.releases()));
            }
        }
    }

    /// The form of `bridge-codes.json`, format 2.
    record Document(int format, Hashes hashes, List<OnL1> lists) {}

    record Hashes(List<Hashed> codes, List<BundledJson.Source> sources) {}

    record Hashed(String hash, String role, String version, List<String> releases) {}

    record OnL1(long l1ChainId, List<Code> codes, List<BundledJson.Source> sources) {}

    record Code(String at, String role, String version, List<String> releases) {}

    private record Place(ChainId l1, Powers.Role role, Address at) {}

    private record Hash(Powers.Role role, Hash32 code) {}

    /// @param version of the contract
    /// @param releases of `op-contracts` that name this code, newest first
    public record Release(String version, List<String> releases) {
        public Release {
            releases = List.copyOf(releases);
        }
    }

    /// The list that comes with this program.
    public static BridgeReleases bundled() {
        return new BridgeReleases(BundledJson.read("networks/bridge-codes.json", Document.class));
    }

    /// Whose code this is; empty where the list does not have it in that role.
    public Optional<Release> find(ChainId l1, Powers.Role role, Address code) {
        return Optional.ofNullable(known.get(new Place(l1, role, code)));
    }

    /// Whose code this is by its hash, wherever it stands. The makers have published hashes of a few releases only.
    public Optional<Release> find(Powers.Role role, Hash32 code) {
        return Optional.ofNullable(byHash.get(new Hash(role, code)));
    }

    /// Where the list has code for a role on an L1.
    List<Address> places(ChainId l1, Powers.Role role) {
        return known.keySet().stream()
                .filter(place -> place.l1().equals(l1) && place.role() == role)
                .map(Place::at)
                .sorted()
                .toList();
    }

    /// Whether the list is of that L1 at all.
    public boolean covers(ChainId l1) {
        return known.keySet().stream().anyMatch(place -> place.l1().equals(l1));
    }
}
