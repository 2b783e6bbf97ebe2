package org.lifeboat.rpc.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.engine.sync.Branch;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszTree;
import org.lifeboat.rpc.transport.SourceFault;

class CompactProofTest {
    /// 42 is 101010: down by left, right, left, right, left. The walk: 0, 01, 0, 01, 0, the node, three to its right.
    @ParameterizedTest
    @CsvSource({"42, 0x25e0", "43, 0x25e0", "2, 0x60", "3, 0x60", "4, 0x38", "7, 0x58"})
    void theDescriptor_walksThroughTheTree(long index, String expected) {
        assertThat(CompactProof.descriptor(index).toHex()).isEqualTo(expected);
    }

    /// Nodes 43, 11, 3 stand to the right of 42, and 4, 20 to its left; each is named here by its number.
    @Test
    void theBranch_isReadFromLeavesThatStandFromLeftToRight() throws SourceFault {
        Branch branch = CompactProof.read(answer("0x25e0", 4, 20, 42, 43, 11, 3), 42);

        assertThat(branch.leaf()).isEqualTo(Hash32.ofNumber(42));
        assertThat(branch.siblings())
                .containsExactly(
                        Hash32.ofNumber(43),
                        Hash32.ofNumber(20),
                        Hash32.ofNumber(11),
                        Hash32.ofNumber(4),
                        Hash32.ofNumber(3));
        assertThat(CompactProof.read(answer("0x25e0", 4, 20, 42, 43, 11, 3), 43).leaf())
                .isEqualTo(Hash32.ofNumber(43));
    }

    @Test
    void whatIsRead_provesTheLeaf() throws SourceFault {
        SszTree tree = new SszTree();
        Hash32 two = tree.hash(Hash32.ofNumber(4), Hash32.ofNumber(5));
        Hash32 root = tree.hash(two, Hash32.ofNumber(3));

        Branch branch = CompactProof.read(answer("0x38", 4, 5, 3), 4);

        assertThat(tree.proves(branch.leaf(), branch.siblings(), 4, root)).isTrue();
        assertThat(tree.proves(branch.leaf(), branch.siblings(), 5, root)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"data\":{}}", "[]", "{\"data\":{\"descriptor\":\"0x38\",\"leaves\":[\"0x12\",\"\",7]}}"
            })
    void somethingElse_isRefused(String body) {
        assertThatThrownBy(() -> CompactProof.read(body.getBytes(StandardCharsets.UTF_8), 4))
                .isInstanceOf(SourceFault.class);
    }

    @Test
    void aProofOfAnotherNode_orWithMoreLeaves_isRefused() {
        assertThatThrownBy(() -> CompactProof.read(answer("0x38", 4, 5, 3), 7)).isInstanceOf(SourceFault.class);
        assertThatThrownBy(() -> CompactProof.read(answer("0x38", 4, 5, 3, 9), 4))
                .isInstanceOf(SourceFault.class);
        assertThatThrownBy(() -> CompactProof.read(answer("0x38", 4, 5), 4)).isInstanceOf(SourceFault.class);
    }

    private static byte[] answer(String descriptor, long... leaves) {
        String list = Arrays.stream(leaves)
                .mapToObj(leaf -> "\"" + Hash32.ofNumber(leaf).toHex() + "\"")
                .collect(Collectors.joining(","));
        return "{\"version\":\"fulu\",\"data\":{\"leaves\":[%s],\"descriptor\":\"%s\"}}"
                .formatted(list, descriptor)
                .getBytes(StandardCharsets.UTF_8);
    }
}
