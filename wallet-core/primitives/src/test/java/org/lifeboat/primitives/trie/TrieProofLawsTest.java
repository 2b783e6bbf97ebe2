package org.lifeboat.primitives.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

class TrieProofLawsTest {
    @Property(tries = 400)
    void everyKey_isProvenAsItIs(@ForAll("entries") Map<Bytes, Bytes> entries, @ForAll("keys") Bytes other) {
        TrieBuilder trie = trie(entries);
        for (Bytes key : entries.keySet()) {
            assertThat(TrieProof.check(trie.root(), key.toArray(), trie.proof(key)))
                    .isEqualTo(new Answer.Proven<>(Optional.of(entries.get(key))));
        }
        assertThat(TrieProof.check(trie.root(), other.toArray(), trie.proof(other)))
                .isEqualTo(new Answer.Proven<>(Optional.ofNullable(entries.get(other))));
    }

    @Property(tries = 1_500)
    void anyChangedByteOfAnyNode_isRefuted(
            @ForAll("entries") Map<Bytes, Bytes> entries,
            @ForAll int which,
            @ForAll int place,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        TrieBuilder trie = trie(entries);
        Bytes key = pick(entries, which);
        List<Bytes> nodes = new ArrayList<>(trie.proof(key));
        int index = Math.floorMod(place, nodes.size());
        byte[] node = nodes.get(index).toArray();
        node[Math.floorMod(place / 7, node.length)] ^= (byte) change;
        nodes.set(index, Bytes.of(node));

        assertThat(TrieProof.check(trie.root(), key.toArray(), nodes)).isInstanceOf(Answer.Refuted.class);
    }

    @Property(tries = 500)
    void anyChangedByteOfTheRoot_isRefuted(
            @ForAll("entries") Map<Bytes, Bytes> entries,
            @ForAll @IntRange(max = 31) int place,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        TrieBuilder trie = trie(entries);
        Bytes key = pick(entries, place);
        byte[] root = trie.root().toArray();
        root[place] ^= (byte) change;

        assertThat(TrieProof.check(Hash32.of(root), key.toArray(), trie.proof(key)))
                .isInstanceOf(Answer.Refuted.class);
    }

    /// Another key may be proven absent by the same nodes, which is then true; it is never proven to have the
    /// value.
    @Property(tries = 1_500)
    void anyChangedByteOfTheKey_neverProvesTheValue(
            @ForAll("entries") Map<Bytes, Bytes> entries,
            @ForAll int which,
            @ForAll int place,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        TrieBuilder trie = trie(entries);
        Bytes key = pick(entries, which);
        byte[] other = key.toArray();
        other[Math.floorMod(place, other.length)] ^= (byte) change;

        Answer<Optional<Bytes>> answer = TrieProof.check(trie.root(), other, trie.proof(key));

        if (answer instanceof Answer.Proven<Optional<Bytes>>(Optional<Bytes> value)) {
            assertThat(value).isEqualTo(Optional.ofNullable(entries.get(Bytes.of(other))));
        }
    }

    @Property(tries = 2_000)
    void garbageNodes_endInAnOutcome(@ForAll @Size(max = 5) List<byte[]> garbage, @ForAll @Size(max = 40) byte[] key) {
        List<Bytes> nodes = garbage.stream().map(Bytes::of).toList();
        Hash32 root = nodes.isEmpty() ? Hash32.ZERO : Keccak256.hash(nodes.getFirst());

        assertThat(TrieProof.check(root, key, nodes)).isNotNull();
        assertThat(AccountProof.check(root, Address.ZERO, nodes)).isNotNull();
        assertThat(StorageProof.check(root, Hash32.ZERO, nodes)).isNotNull();
    }

    /// A node changed and its hash mended all the way up: a liar's own trie. Ends, in whatever outcome.
    @Property(tries = 2_000)
    void changedNodeUnderItsOwnHash_endsInAnOutcome(
            @ForAll("entries") Map<Bytes, Bytes> entries, @ForAll int which, @ForAll int place, @ForAll byte change) {
        TrieBuilder trie = trie(entries);
        Bytes key = pick(entries, which);
        byte[] node = trie.proof(key).getFirst().toArray();
        node[Math.floorMod(place, node.length)] ^= change;

        assertThat(TrieProof.check(Keccak256.hash(node), key.toArray(), List.of(Bytes.of(node))))
                .isNotNull();
    }

    @Provide
    Arbitrary<Bytes> keys() {
        // Few different bytes and several lengths, so that keys share beginnings and end inside one another.
        return Arbitraries.bytes()
                .between((byte) 0x10, (byte) 0x22)
                .array(byte[].class)
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(Bytes::of);
    }

    @Provide
    Arbitrary<Map<Bytes, Bytes>> entries() {
        Arbitrary<Bytes> values = Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(Bytes::of);
        return Arbitraries.maps(keys(), values).ofMinSize(1).ofMaxSize(25);
    }

    private static Bytes pick(Map<Bytes, Bytes> entries, int which) {
        List<Bytes> keys = List.copyOf(entries.keySet());
        return keys.get(Math.floorMod(which, keys.size()));
    }

    private static TrieBuilder trie(Map<Bytes, Bytes> entries) {
        TrieBuilder trie = TrieBuilder.plain();
        entries.forEach(trie::put);
        return trie;
    }
}
