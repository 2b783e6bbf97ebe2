package org.lifeboat.verifier.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.trie.TrieBuilder;
import org.lifeboat.primitives.trie.TrieProof;

/// Against a trie that is built anew from its entries each time. Keys are two or three nibble-poor bytes, so
/// that they share paths, end in one another, and make branches collapse; values are short and long, so that
/// nodes are embedded and hashed.
class TrieLawsTest {
    @Property(tries = 300)
    void anyWritesInAnyOrder_giveTheRootOfTheRebuiltTrie(@ForAll long seed, @ForAll @IntRange(max = 60) int writes) {
        Random random = new Random(seed);
        Map<Bytes, Bytes> entries = new TreeMap<>((a, b) -> a.toHex().compareTo(b.toHex()));
        Trie trie = Trie.empty(new PreimageStore());
        for (int i = 0; i < writes; i++) {
            Bytes key = key(random);
            Bytes value = random.nextInt(3) == 0 ? Bytes.EMPTY : value(random);
            trie = known(trie.put(key.toArray(), value));
            write(entries, key, value);
            if (random.nextInt(4) == 0) {
                assertThat(trie.root()).isEqualTo(builder(entries).root());
            }
        }
        assertThat(trie.root()).isEqualTo(builder(entries).root());
        for (int i = 0; i < 10; i++) {
            Bytes key = key(random);
            assertThat(known(trie.get(key.toArray()))).isEqualTo(Optional.ofNullable(entries.get(key)));
            assertThat(known(trie.prove(key.toArray())))
                    .isEqualTo(builder(entries).proof(key));
            assertThat(TrieProof.check(trie.root(), key.toArray(), known(trie.prove(key.toArray()))))
                    .isEqualTo(new Answer.Proven<>(Optional.ofNullable(entries.get(key))));
        }
    }

    @Property(tries = 200)
    void anOldVersion_staysReadableByItsRoot(@ForAll long seed) {
        Random random = new Random(seed);
        PreimageStore store = new PreimageStore();
        Trie trie = Trie.empty(store);
        List<Hash32> roots = new ArrayList<>();
        List<Map<Bytes, Bytes>> versions = new ArrayList<>();
        Map<Bytes, Bytes> entries = new TreeMap<>((a, b) -> a.toHex().compareTo(b.toHex()));
        for (int version = 0; version < 6; version++) {
            for (int i = 0; i < 8; i++) {
                Bytes key = key(random);
                Bytes value = random.nextInt(3) == 0 ? Bytes.EMPTY : value(random);
                trie = known(trie.put(key.toArray(), value));
                write(entries, key, value);
            }
            roots.add(trie.commit());
            versions.add(Map.copyOf(entries));
        }
        for (int version = 0; version < roots.size(); version++) {
            Trie old = Trie.of(roots.get(version), store);
            Bytes key = key(random);
            assertThat(known(old.get(key.toArray())))
                    .isEqualTo(Optional.ofNullable(versions.get(version).get(key)));
            assertThat(known(old.prove(key.toArray())))
                    .isEqualTo(builder(versions.get(version)).proof(key));
        }
    }

    /// A witness of the touched keys' proofs is enough for reads and inserts; a deletion may need a sibling,
    /// and then the answer names a node that the whole trie has at that path. With it added, the run goes on.
    @Property(tries = 400)
    void aPartialTrie_givesTheSameRoot_orNamesAMissingNode(@ForAll long seed) {
        Random random = new Random(seed);
        Map<Bytes, Bytes> entries = new TreeMap<>((a, b) -> a.toHex().compareTo(b.toHex()));
        for (int i = 0; i < 40; i++) {
            entries.put(key(random), value(random));
        }
        TrieBuilder whole = builder(entries);
        Set<Bytes> everyNode = new HashSet<>();
        entries.keySet().forEach(key -> everyNode.addAll(whole.proof(key)));
        List<Bytes> touched = new ArrayList<>(entries.keySet());
        Collections.shuffle(touched, random);
        touched = new ArrayList<>(touched.subList(0, Math.min(5, touched.size())));
        touched.add(key(random));
        PreimageStore store = new PreimageStore();
        touched.forEach(key -> whole.proof(key).forEach(store::add));

        Trie trie = Trie.of(whole.root(), store);
        for (Bytes key : touched) {
            assertThat(known(trie.get(key.toArray()))).isEqualTo(Optional.ofNullable(entries.get(key)));
            Bytes value = random.nextBoolean() ? Bytes.EMPTY : value(random);
            trie = withHelp(trie, key, value, everyNode, store);
            write(entries, key, value);
        }
        assertThat(trie.root()).isEqualTo(builder(entries).root());
    }

    private static Trie withHelp(Trie trie, Bytes key, Bytes value, Set<Bytes> everyNode, PreimageStore store) {
        TrieResult<Trie> result = trie.put(key.toArray(), value);
        int asked = 0;
        while (result instanceof TrieResult.Missing<Trie>(MissingNode node)) {
            assertThat(value.isEmpty())
                    .as("only a removal needs more than the key's own proof")
                    .isTrue();
            assertThat(node.unreadable()).isFalse();
            Bytes found = everyNode.stream()
                    .filter(encoded -> Keccak256.hash(encoded).equals(node.hash()))
                    .findFirst()
                    .orElseThrow();
            store.add(found);
            assertThat(++asked).isLessThan(10);
            result = trie.put(key.toArray(), value);
        }
        return known(result);
    }

    private static Bytes key(Random random) {
        byte[] key = new byte[random.nextInt(8) == 0 ? 1 : 2 + random.nextInt(2)];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (random.nextInt(3) * 16 + random.nextInt(3));
        }
        return Bytes.of(key);
    }

    private static Bytes value(Random random) {
        byte[] value = new byte[random.nextBoolean() ? 1 + random.nextInt(3) : 40];
        random.nextBytes(value);
        return Bytes.of(value);
    }

    private static void write(Map<Bytes, Bytes> entries, Bytes key, Bytes value) {
        if (value.isEmpty()) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }

    private static TrieBuilder builder(Map<Bytes, Bytes> entries) {
        TrieBuilder builder = TrieBuilder.plain();
        entries.forEach(builder::put);
        return builder;
    }

    private static <T> T known(TrieResult<T> result) {
        return switch (result) {
            case TrieResult.Known<T>(T value) -> value;
            case TrieResult.Missing<T>(MissingNode node) -> throw new AssertionError("missing " + node);
        };
    }
}
