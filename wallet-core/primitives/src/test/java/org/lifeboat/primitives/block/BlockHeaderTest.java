package org.lifeboat.primitives.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Answer.Cause;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.rlp.RlpItem;

class BlockHeaderTest {
    private static final List<String> LATER = List.of(
            "baseFeePerGas",
            "withdrawalsRoot",
            "blobGasUsed",
            "excessBlobGas",
            "parentBeaconBlockRoot",
            "requestsHash");

    /// One header a fork: with none to all six of the later fields.
    static List<Integer> forks() {
        return List.of(0, 1, 2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @MethodSource("forks")
    void header_ofEveryFork_goesThroughRlpAndMembers(int later) {
        BlockHeader header = header(later);
        assertThat(BlockHeader.fromRlp(header.encoded())).isEqualTo(new Answer.Proven<>(header));
        assertThat(BlockHeader.fromFields(members(header), header.hash())).isEqualTo(new Answer.Proven<>(header));
        assertThat(header.ref().hash()).isEqualTo(header.hash());
    }

    @Test
    void anyChangedMember_isRefuted() {
        BlockHeader header = header(6);
        Hash32 hash = header.hash();
        for (String name : members(header).keySet()) {
            Map<String, String> lie = members(header);
            String text = lie.get(name);
            lie.put(name, text.substring(0, text.length() - 1) + (text.endsWith("1") ? "2" : "1"));
            assertThat(BlockHeader.fromFields(lie, hash)).as(name).isInstanceOf(Answer.Refuted.class);
        }
        assertThat(BlockHeader.fromFields(members(header), Hash32.ZERO)).isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void unknownMember_needsAnUpdateWhereTheHashDiffers() {
        BlockHeader header = header(6);
        Map<String, String> members = members(header);
        members.put("slotNumber", "0x1");

        assertThat(BlockHeader.fromFields(members, Hash32.ZERO)).isInstanceOfSatisfying(Answer.Unknown.class, u -> {
            assertThat(u.cause()).isEqualTo(Cause.UPDATE_NEEDED);
            assertThat(u.reason()).contains("slotNumber");
        });
        // The hash covers every field: where it comes out right, the member is no part of the header.
        assertThat(BlockHeader.fromFields(members, header.hash())).isEqualTo(new Answer.Proven<>(header));
    }

    @Test
    void bodyMembers_areNoExcuse() {
        Map<String, String> members = members(header(6));
        members.put("size", "0x200");
        members.put("totalDifficulty", "0x0");
        assertThat(BlockHeader.fromFields(members, Hash32.ZERO)).isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void missingMember_isMissing_andALaterForkWithAGapNeedsAnUpdate() {
        BlockHeader header = header(6);
        for (String name : members(header).keySet()) {
            Map<String, String> members = members(header);
            members.remove(name);
            Answer<BlockHeader> answer = BlockHeader.fromFields(members, header.hash());
            if (name.equals("requestsHash")) {
                // A whole header of the fork before, but not the one that was named.
                assertThat(answer).isInstanceOf(Answer.Refuted.class);
            } else {
                Cause cause = LATER.contains(name) ? Cause.UPDATE_NEEDED : Cause.MISSING;
                assertThat(answer)
                        .isInstanceOfSatisfying(
                                Answer.Unknown.class, u -> assertThat(u.cause()).isEqualTo(cause));
            }
        }
    }

    @Test
    void memberThatIsNoValueOfItsKind_isRefuted() {
        for (String bad : List.of("", "0x", "12", "0xg", "0x1" + "0".repeat(64), "0x8000000000000000")) {
            Map<String, String> members = members(header(6));
            members.put("number", bad);
            assertThat(BlockHeader.fromFields(members, header(6).hash())).isInstanceOf(Answer.Refuted.class);
        }
    }

    @Test
    void rlpWithAFieldMore_needsAnUpdate() throws RlpException {
        RlpItem.Members fields = (RlpItem.Members) RlpItem.decode(header(6).encoded());
        List<RlpItem> more = new java.util.ArrayList<>(fields.items());
        more.add(new RlpItem.Text(Bytes.of(new byte[32])));

        assertThat(BlockHeader.fromRlp(new RlpItem.Members(more).encoded()))
                .isInstanceOfSatisfying(
                        Answer.Unknown.class, u -> assertThat(u.cause()).isEqualTo(Cause.UPDATE_NEEDED));
        assertThat(BlockHeader.fromRlp(new RlpItem.Members(more.subList(0, 14)).encoded()))
                .isInstanceOf(Answer.Refuted.class);
        assertThat(BlockHeader.fromRlp(Bytes.EMPTY)).isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void header_withAGap_cannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> make(Optional.empty(), 5));
    }

    @Test
    void arbitrumMembers_mustAgreeWithTheHeader() {
        byte[] mix = new byte[32];
        mix[7] = 9; // send count
        mix[14] = 1; // L1 block number 0x105
        mix[15] = 5;
        Hash32 sendRoot = Keccak256.hash(new byte[] {1});
        BlockHeader header = arbitrum(Hash32.of(mix), sendRoot);
        Map<String, String> members = members(header);
        members.put("sendRoot", sendRoot.toHex());
        members.put("sendCount", "0x9");
        members.put("l1BlockNumber", "0x105");
        assertThat(BlockHeader.fromFields(members, header.hash())).isEqualTo(new Answer.Proven<>(header));
        // The three are known: they are no excuse for a wrong hash.
        assertThat(BlockHeader.fromFields(members, Hash32.ZERO)).isInstanceOf(Answer.Refuted.class);

        for (String name : List.of("sendRoot", "sendCount", "l1BlockNumber")) {
            Map<String, String> lie = new HashMap<>(members);
            lie.put(name, name.equals("sendRoot") ? Hash32.ZERO.toHex() : "0x106");
            assertThat(BlockHeader.fromFields(lie, header.hash())).isInstanceOf(Answer.Refuted.class);
        }
    }

    private static BlockHeader header(int later) {
        return make(later > 0 ? Optional.of(Wei.of(7)) : Optional.empty(), later);
    }

    private static BlockHeader make(Optional<Wei> baseFee, int later) {
        return new BlockHeader(
                Hash32.ofNumber(1),
                Hash32.ofNumber(2),
                Address.ZERO,
                Hash32.ofNumber(3),
                Hash32.ofNumber(4),
                Hash32.ofNumber(5),
                Bytes.of(new byte[256]),
                BigInteger.TEN,
                1_000_000,
                new Gas(30_000_000),
                new Gas(21_000),
                1_700_000_000,
                Bytes.fromHex("0x0102"),
                Hash32.ofNumber(6),
                Bytes.of(new byte[8]),
                baseFee,
                later > 1 ? Optional.of(Hash32.ofNumber(7)) : Optional.empty(),
                later > 2 ? Optional.of(new Gas(131_072)) : Optional.empty(),
                later > 3 ? Optional.of(new Gas(0)) : Optional.empty(),
                later > 4 ? Optional.of(Hash32.ofNumber(8)) : Optional.empty(),
                later > 5 ? Optional.of(Hash32.ofNumber(9)) : Optional.empty());
    }

    private static BlockHeader arbitrum(Hash32 mixHash, Hash32 sendRoot) {
        BlockHeader h = header(1);
        return new BlockHeader(
                h.parentHash(),
                h.ommersHash(),
                h.beneficiary(),
                h.stateRoot(),
                h.transactionsRoot(),
                h.receiptsRoot(),
                h.logsBloom(),
                BigInteger.ONE,
                h.number(),
                h.gasLimit(),
                h.gasUsed(),
                h.unixSeconds(),
                Bytes.of(sendRoot.toArray()),
                mixHash,
                h.nonce(),
                h.baseFeePerGas(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Map<String, String> members(BlockHeader h) {
        Map<String, String> members = new HashMap<>();
        members.put("parentHash", h.parentHash().toHex());
        members.put("sha3Uncles", h.ommersHash().toHex());
        members.put("miner", h.beneficiary().toHex());
        members.put("stateRoot", h.stateRoot().toHex());
        members.put("transactionsRoot", h.transactionsRoot().toHex());
        members.put("receiptsRoot", h.receiptsRoot().toHex());
        members.put("logsBloom", h.logsBloom().toHex());
        members.put("difficulty", "0x" + h.difficulty().toString(16));
        members.put("number", "0x" + Long.toHexString(h.number()));
        members.put("gasLimit", "0x" + Long.toHexString(h.gasLimit().amount()));
        members.put("gasUsed", "0x" + Long.toHexString(h.gasUsed().amount()));
        members.put("timestamp", "0x" + Long.toHexString(h.unixSeconds()));
        members.put("extraData", h.extraData().toHex());
        members.put("mixHash", h.mixHash().toHex());
        members.put("nonce", h.nonce().toHex());
        h.baseFeePerGas()
                .ifPresent(
                        fee -> members.put("baseFeePerGas", "0x" + fee.value().toString(16)));
        h.withdrawalsRoot().ifPresent(root -> members.put("withdrawalsRoot", root.toHex()));
        h.blobGasUsed().ifPresent(gas -> members.put("blobGasUsed", "0x" + Long.toHexString(gas.amount())));
        h.excessBlobGas().ifPresent(gas -> members.put("excessBlobGas", "0x" + Long.toHexString(gas.amount())));
        h.parentBeaconBlockRoot().ifPresent(root -> members.put("parentBeaconBlockRoot", root.toHex()));
        h.requestsHash().ifPresent(hash -> members.put("requestsHash", hash.toHex()));
        return members;
    }
}
