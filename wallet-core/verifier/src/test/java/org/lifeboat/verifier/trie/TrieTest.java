package org.lifeboat.verifier.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.trie.TrieBuilder;

class TrieTest {
    private static final byte[] LEFT = {0x10, 1};
    private static final byte[] RIGHT = {0x20, 2};
    private static final Bytes LONG = Bytes.of(new byte[40]).plus(Bytes.of((byte) 1));

    @Test
    void removal_thatLeavesOneChild_namesTheSiblingByHashAndPath() {
        TrieBuilder whole = TrieBuilder.plain().put(Bytes.of(LEFT), LONG).put(Bytes.of(RIGHT), LONG);
        List<Bytes> proof = whole.proof(Bytes.of(LEFT));
        Hash32 sibling = Keccak256.hash(whole.proof(Bytes.of(RIGHT)).getLast());
        Trie trie = Trie.of(whole.root(), PreimageStore.of(proof));

        TrieResult<Trie> result = trie.remove(LEFT);

        assertThat(result).isEqualTo(new TrieResult.Missing<Trie>(new MissingNode(sibling, Bytes.of((byte) 2), false)));
        assertThat(trie.root()).isEqualTo(whole.root());
    }

    @Test
    void read_ofAnUnknownRoot_namesIt() {
        Hash32 root = Keccak256.hash(LONG);

        assertThat(Trie.of(root, new PreimageStore()).get(LEFT))
                .isEqualTo(new TrieResult.Missing<>(new MissingNode(root, Bytes.EMPTY, false)));
    }

    @Test
    void bytesWithTheRightHash_thatAreNoNode_areUnreadable() {
        Bytes noNode = Bytes.of((byte) 0xc1, (byte) 0x80);
        PreimageStore store = new PreimageStore();
        Hash32 root = store.add(noNode);

        assertThat(Trie.of(root, store).get(LEFT))
                .isEqualTo(new TrieResult.Missing<>(new MissingNode(root, Bytes.EMPTY, true)));
    }

    @Test
    void write_ofTheSameValue_isTheSameVersion() {
        TrieBuilder whole = TrieBuilder.plain().put(Bytes.of(LEFT), LONG).put(Bytes.of(RIGHT), LONG);
        Trie trie = Trie.of(whole.root(), PreimageStore.of(whole.proof(Bytes.of(LEFT))));

        assertThat(trie.put(LEFT, LONG)).isEqualTo(new TrieResult.Known<>(trie));
    }
}
