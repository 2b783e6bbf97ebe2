package org.lifeboat.primitives.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Answer.Cause;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpWriter;

class TrieProofTest {
    private static final Bytes LONG = Bytes.of(new byte[40]);

    @Test
    void emptyTrie_lacksEveryKey() {
        Answer<Optional<Bytes>> absent = new Answer.Proven<>(Optional.empty());
        assertThat(TrieBuilder.plain().root()).isEqualTo(TrieProof.EMPTY_ROOT);
        assertThat(TrieProof.EMPTY_ROOT).isEqualTo(Keccak256.hash(Bytes.fromHex("0x80")));
        assertThat(check(TrieProof.EMPTY_ROOT, "a", List.of())).isEqualTo(absent);
        // Some servers send the one node of the empty trie.
        assertThat(check(TrieProof.EMPTY_ROOT, "a", List.of(Bytes.fromHex("0x80"))))
                .isEqualTo(absent);
    }

    @Test
    void noNodes_provesNothingAgainstAnotherRoot() {
        assertThat(check(Hash32.ZERO, "a", List.of()))
                .isInstanceOfSatisfying(
                        Answer.Unknown.class,
                        unknown -> assertThat(unknown.cause()).isEqualTo(Cause.MISSING));
    }

    @Test
    void keysThatEndInsideAnother_haveTheirOwnValues() {
        TrieBuilder trie = trie("do", "dog", "doge", "horse");
        for (String present : List.of("do", "dog", "doge", "horse")) {
            assertThat(prove(trie, present)).isEqualTo(new Answer.Proven<>(Optional.of(value(present))));
        }
        // Before a branch, at a branch without value, beside a leaf, beyond a leaf, and the empty key.
        for (String absent : List.of("d", "cat", "horsf", "horses", "dogs", "")) {
            assertThat(prove(trie, absent)).isEqualTo(new Answer.Proven<>(Optional.empty()));
        }
    }

    @Test
    void keyThatEndsInsideAnExtension_isAbsent() {
        TrieBuilder trie =
                TrieBuilder.plain().put(Bytes.fromHex("0x11112222"), LONG).put(Bytes.fromHex("0x11113333"), LONG);
        for (String hex : List.of("0x", "0x11", "0x1111", "0x1112", "0x2111", "0x111122", "0x1111222200")) {
            Bytes key = Bytes.fromHex(hex);
            assertThat(TrieProof.check(trie.root(), key.toArray(), trie.proof(key)))
                    .isEqualTo(new Answer.Proven<>(Optional.empty()));
        }
    }

    @Test
    void shortNodes_standInsideTheirParents() {
        TrieBuilder trie = TrieBuilder.plain()
                .put(Bytes.fromHex("0x10"), Bytes.fromHex("0x01"))
                .put(Bytes.fromHex("0x12"), Bytes.fromHex("0x02"));
        Bytes key = Bytes.fromHex("0x12");
        List<Bytes> proof = trie.proof(key);

        assertThat(proof).hasSize(1);
        assertThat(TrieProof.check(trie.root(), key.toArray(), proof))
                .isEqualTo(new Answer.Proven<>(Optional.of(Bytes.fromHex("0x02"))));
    }

    @Test
    void embeddedLeafRepeated_isAcceptedByteForByteOnly() {
        TrieBuilder trie = TrieBuilder.plain()
                .put(Bytes.fromHex("0x10"), Bytes.fromHex("0x01"))
                .put(Bytes.fromHex("0x22"), Bytes.fromHex("0x02"));
        // [path "0x2", value 2] as it stands in the branch.
        Bytes leaf = Bytes.fromHex("0xc23202");
        Bytes otherLeaf = Bytes.fromHex("0xc23203");
        byte[] key = {0x22};
        List<Bytes> proof = trie.proof(Bytes.of(key));

        assertThat(TrieProof.check(trie.root(), key, with(proof, leaf)))
                .isEqualTo(new Answer.Proven<>(Optional.of(Bytes.fromHex("0x02"))));
        assertThat(TrieProof.check(trie.root(), key, with(proof, otherLeaf))).isInstanceOf(Answer.Refuted.class);
        assertThat(TrieProof.check(trie.root(), key, with(with(proof, leaf), leaf)))
                .isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void leftOverNodes_areRefuted() {
        TrieBuilder trie = trie("do", "dog", "doge", "horse");
        List<Bytes> present = trie.proof(key("dog"));
        List<Bytes> absent = trie.proof(key("cat"));

        assertThat(check(trie.root(), "dog", with(present, present.getFirst()))).isInstanceOf(Answer.Refuted.class);
        assertThat(check(trie.root(), "cat", with(absent, LONG))).isInstanceOf(Answer.Refuted.class);
        assertThat(check(TrieProof.EMPTY_ROOT, "a", List.of(Bytes.fromHex("0x80"), LONG)))
                .isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void cutOffProof_isMissingRatherThanRefuted() {
        TrieBuilder trie = trie("do", "dog", "doge", "horse");
        List<Bytes> proof = trie.proof(key("doge"));
        for (int kept = 0; kept < proof.size(); kept++) {
            assertThat(check(trie.root(), "doge", proof.subList(0, kept)))
                    .isInstanceOfSatisfying(
                            Answer.Unknown.class, u -> assertThat(u.cause()).isEqualTo(Cause.MISSING));
        }
    }

    @Test
    void nodeOfAnotherKindUnderTheRightHash_isNotCalledALie() {
        for (String hex : List.of("0x", "0x01", "0xc0", "0xc101", "0xc3010203", "0xc2c080", "0xc24001", "0xc28001")) {
            Bytes node = Bytes.fromHex(hex);
            assertThat(check(Keccak256.hash(node), "a", List.of(node)))
                    .isInstanceOfSatisfying(
                            Answer.Unknown.class, u -> assertThat(u.cause()).isEqualTo(Cause.UPDATE_NEEDED));
        }
    }

    @Test
    void account_isProvenPresentAndAbsent() {
        Address here = Address.fromHex("0x00000000000000000000000000000000000000aa");
        Address notHere = Address.fromHex("0x00000000000000000000000000000000000000bb");
        AccountState state = new AccountState(new Nonce(3), Wei.of(1_000), Hash32.ofNumber(1), AccountState.NO_CODE);
        TrieBuilder trie = TrieBuilder.secure()
                .put(Bytes.of(here.toArray()), state.encoded())
                .put(Bytes.of(Address.ZERO.toArray()), AccountState.EMPTY.encoded());

        assertThat(AccountProof.check(trie.root(), here, trie.proof(Bytes.of(here.toArray()))))
                .isEqualTo(new Answer.Proven<>(Optional.of(state)));
        assertThat(AccountProof.check(trie.root(), notHere, trie.proof(Bytes.of(notHere.toArray()))))
                .isEqualTo(new Answer.Proven<>(Optional.empty()));
    }

    @Test
    void accountWithAFieldMore_needsAnUpdate() {
        Bytes account = new RlpWriter()
                .list(w -> w.integer(0)
                        .integer(0)
                        .hash(Hash32.ZERO)
                        .hash(Hash32.ZERO)
                        .integer(7))
                .toBytes();
        Bytes key = Bytes.of(Address.ZERO.toArray());
        TrieBuilder trie = TrieBuilder.secure().put(key, account);

        assertThat(AccountProof.check(trie.root(), Address.ZERO, trie.proof(key)))
                .isInstanceOfSatisfying(
                        Answer.Unknown.class, u -> assertThat(u.cause()).isEqualTo(Cause.UPDATE_NEEDED));
    }

    @Test
    void storage_readsZeroWhereThereIsNothing() {
        Bytes slot = Bytes.of(Hash32.ofNumber(5).toArray());
        TrieBuilder trie =
                TrieBuilder.secure().put(slot, new RlpWriter().integer(999).toBytes());
        Hash32 other = Hash32.ofNumber(6);

        assertThat(StorageProof.check(trie.root(), Hash32.ofNumber(5), trie.proof(slot)))
                .isEqualTo(new Answer.Proven<>(BigInteger.valueOf(999)));
        assertThat(StorageProof.check(trie.root(), other, trie.proof(Bytes.of(other.toArray()))))
                .isEqualTo(new Answer.Proven<>(BigInteger.ZERO));
        assertThat(StorageProof.check(TrieProof.EMPTY_ROOT, other, List.of()))
                .isEqualTo(new Answer.Proven<>(BigInteger.ZERO));
    }

    @Test
    void orderedTrie_provesEveryPositionAndTheEnd() {
        List<Bytes> items = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            items.add(Bytes.of(Keccak256.digest(new byte[] {(byte) i, (byte) (i >> 8)})));
        }
        Hash32 root = OrderedTrie.root(items);
        for (int i : new int[] {0, 1, 127, 128, 255, 256, 299}) {
            assertThat(OrderedTrie.check(root, i, OrderedTrie.proof(items, i)))
                    .isEqualTo(new Answer.Proven<>(Optional.of(items.get(i))));
        }
        assertThat(OrderedTrie.check(root, 300, OrderedTrie.proof(items, 300)))
                .isEqualTo(new Answer.Proven<>(Optional.empty()));
        assertThat(OrderedTrie.root(List.of())).isEqualTo(TrieProof.EMPTY_ROOT);
    }

    @Test
    void builder_forgetsWhatIsRemoved() {
        TrieBuilder trie = trie("do", "dog").put(key("do"), Bytes.EMPTY).remove(key("dog"));
        assertThat(trie.root()).isEqualTo(TrieProof.EMPTY_ROOT);
        assertThat(trie.proof(key("do"))).isEmpty();
    }

    private static TrieBuilder trie(String... keys) {
        TrieBuilder trie = TrieBuilder.plain();
        for (String key : keys) {
            trie.put(key(key), value(key));
        }
        return trie;
    }

    private static Answer<Optional<Bytes>> prove(TrieBuilder trie, String key) {
        return check(trie.root(), key, trie.proof(key(key)));
    }

    private static Answer<Optional<Bytes>> check(Hash32 root, String key, List<Bytes> nodes) {
        return TrieProof.check(root, key(key).toArray(), nodes);
    }

    private static Bytes key(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Bytes value(String text) {
        return Bytes.of(Keccak256.digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<Bytes> with(List<Bytes> nodes, Bytes more) {
        List<Bytes> longer = new ArrayList<>(nodes);
        longer.add(more);
        return longer;
    }
}
