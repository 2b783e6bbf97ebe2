package org.lifeboat.rollups.opstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Log;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.trie.StorageProof;
import org.lifeboat.primitives.trie.TrieBuilder;
import org.lifeboat.primitives.trie.TrieProof;
import org.lifeboat.rollups.opstack.derivation.SourceHash;
import org.lifeboat.rollups.opstack.execution.DepositTransaction;

/// Deposits, withdrawals and proofs against figures that others published, and against lies.
class BridgeTest {
    private static final Address PORTAL = Address.fromHex("0x5fc8d32690cc91d4c39d9d3abcbd16989f875707");
    private static final Address USER = Address.fromHex("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");

    /// Source: specification tests of viem, `getSourceHash.test.ts`: an OP Mainnet deposit.
    @Test
    void sourceHash_isTheOneOfARealDeposit() {
        Hash32 block = Hash32.fromHex("0x9ba3933dc6ce43c145349770a39c30f9b647f17668f004bd2e05c80a2e7262f7");

        assertThat(SourceHash.ofUser(block, 196).toHex())
                .isEqualTo("0xd0868c8764d81f1749edb7dec4a550966963540d9fe50aefce8cdb38ea7b2213");
    }

    /// Source: viem, `getWithdrawalHashStorageSlot.test.ts`.
    @Test
    void sentMessage_standsInTheSlotThatOthersCompute() {
        Hash32 withdrawal = Hash32.fromHex("0xb1c3824def40047847145e069bf467aa67e906611b9f5ef31515338db0aabfa2");

        assertThat(Layout.sentMessage(withdrawal).toHex())
                .isEqualTo("0x4a932049252365b3eedbc5190e18949f2ec11f39d3bef2d259764799a1b27d99");
    }

    /// Source: OP Sepolia's genesis, whose block hash was recomputed from the registry's allocation.
    @Test
    void outputRoot_isHashedAsOnL1() {
        OutputRoot genesis = new OutputRoot(
                Hash32.fromHex("0x06787a17a3ed87c339a39dbbeeb311578a0c83ed29daa2db95da62b28efce8a9"),
                Hash32.fromHex("0x8ed4baae3a927be3dea54996b4d5899f8c01e7594bf50b17dc1e741388ce3d12"),
                Hash32.fromHex("0x102de6ffb001480cc9b8b548fd05c34cd4f46ae4aa91759393db90ea0409887d"));

        assertThat(genesis.hash().toHex())
                .isEqualTo("0x6a2fb9128c8bc82eed49ee590fba3e975bd67fede20535d0d20b3000ea6d99b1");
    }

    /// The same genesis: a message passer without withdrawals holds its implementation and its owner.
    @Test
    void rebuiltStorage_hasTheRootOfARealGenesis() {
        Hash32 root = Hash32.fromHex("0x8ed4baae3a927be3dea54996b4d5899f8c01e7594bf50b17dc1e741388ce3d12");
        Map<Hash32, BigInteger> proxy = Map.of(
                Layout.IMPLEMENTATION,
                new BigInteger("c0d3c0d3c0d3c0d3c0d3c0d3c0d3c0d3c0d30016", 16),
                Layout.ADMIN,
                new BigInteger("4200000000000000000000000000000000000018", 16));

        Answer<List<Bytes>> answer = PasserTrie.proof(root, Hash32.ofNumber(7), List.of(), proxy);

        assertThat(answer).isEqualTo(new Answer.Unknown<>(Answer.Cause.MISSING, "the withdrawal is not among them"));
    }

    /// A first block whose message passer holds nothing at all, and the first withdrawal after it.
    @Test
    void anEmptyMessagePasser_provesNothing_andItsFirstWithdrawalStandsAlone() {
        OutputRoot empty = new OutputRoot(Hash32.ZERO, TrieProof.EMPTY_ROOT, Hash32.ZERO);
        Map<Hash32, BigInteger> zeros =
                Map.of(Layout.MESSAGE_NONCE, BigInteger.ZERO, Layout.IMPLEMENTATION, BigInteger.ZERO);
        assertThat(OpStack.rebuiltProof(empty, withdrawal(0), List.of(), zeros))
                .isEqualTo(new Answer.Unknown<>(Answer.Cause.MISSING, "the withdrawal is not among them"));
        assertThat(OpStack.rebuiltProof(
                        empty, withdrawal(0), List.of(withdrawal(0).hash()), zeros))
                .as("it is not there yet")
                .isInstanceOf(Answer.Unknown.class);
        assertThat(OpStack.storageProof(empty, withdrawal(0), List.of()))
                .as("an empty proof of an empty storage")
                .isNotInstanceOf(Answer.Proven.class);

        TrieBuilder storage = TrieBuilder.secure().put(slot(withdrawal(0).slot()), Bytes.of((byte) 1));
        OutputRoot first = new OutputRoot(Hash32.ZERO, storage.root(), Hash32.ZERO);
        assertThat(OpStack.rebuiltProof(
                        first, withdrawal(0), List.of(withdrawal(0).hash()), zeros))
                .isEqualTo(OpStack.storageProof(
                        first, withdrawal(0), storage.proof(slot(withdrawal(0).slot()))))
                .isInstanceOf(Answer.Proven.class);
    }

    @Test
    void aRebuiltProof_isTheOneThatAServerWouldGive_andNoOtherListHasItsRoot() {
        List<Hash32> sent = new ArrayList<>();
        Map<Hash32, BigInteger> others = new HashMap<>(Map.of(Layout.MESSAGE_NONCE, BigInteger.valueOf(40)));
        TrieBuilder storage = TrieBuilder.secure();
        for (int i = 0; i < 40; i++) {
            sent.add(withdrawal(i).hash());
            storage.put(slot(withdrawal(i).slot()), Bytes.of((byte) 1));
        }
        storage.put(
                slot(Layout.MESSAGE_NONCE),
                new RlpWriter().integer(BigInteger.valueOf(40)).toBytes());
        OutputRoot root = new OutputRoot(Hash32.ZERO, storage.root(), Hash32.ZERO);

        assertThat(OpStack.rebuiltProof(root, withdrawal(3), sent, others))
                .isEqualTo(OpStack.storageProof(
                        root, withdrawal(3), storage.proof(slot(withdrawal(3).slot()))))
                .isInstanceOf(Answer.Proven.class);
        assertThat(OpStack.rebuiltProof(root, withdrawal(3), sent.subList(1, 40), others))
                .isInstanceOf(Answer.Unknown.class);
        others.put(Layout.MESSAGE_NONCE, BigInteger.valueOf(41));
        assertThat(OpStack.rebuiltProof(root, withdrawal(3), sent, others)).isInstanceOf(Answer.Unknown.class);
        assertThat(OpStack.storageProof(
                        root, withdrawal(41), storage.proof(slot(withdrawal(41).slot()))))
                .as("proven to be absent is not there yet")
                .isInstanceOf(Answer.Unknown.class);
    }

    /// Two keys that differ in their last nibble only: their leaves are shorter than a hash and stand in
    /// the branch.
    @Test
    void aLeafInsideItsBranch_becomesAnElementOfItsOwn() {
        byte[] key = org.lifeboat.primitives.Keccak256.digest(new byte[32]);
        byte[] neighbour = key.clone();
        neighbour[31] ^= 1;
        TrieBuilder plain = TrieBuilder.plain();
        plain.put(Bytes.of(key), Bytes.of((byte) 1));
        plain.put(Bytes.of(neighbour), Bytes.of((byte) 1));
        List<Bytes> nodes = plain.proof(Bytes.of(key));

        List<Bytes> whole = PortalProof.of(Hash32.ZERO, nodes);

        assertThat(StorageProof.check(plain.root(), Hash32.ZERO, nodes)).isEqualTo(new Answer.Proven<>(BigInteger.ONE));
        // A leaf with no nibble left (0x20) and the value 1. Source: Yellow Paper, appendix C.
        assertThat(whole.getLast()).isEqualTo(Bytes.fromHex("0xc22001"));
        assertThat(whole).startsWith(nodes.toArray(Bytes[]::new)).hasSize(nodes.size() + 2);
        assertThat(PortalProof.of(Hash32.ZERO, whole)).isEqualTo(whole);
    }

    /// A wallet of several keys sends it as data of its own call; what is found is compared by its hash.
    @Test
    void aProofThatAnotherContractPassesOn_isFoundInItsInput() {
        Withdrawal sent = withdrawal(5);
        OutputRoot root = new OutputRoot(Hash32.ZERO, Hash32.ZERO, Hash32.ZERO);
        Bytes call = Contracts.proveWithdrawal(sent, 3, root, List.of(Bytes.fromHex("0x0102")));
        Bytes passed =
                Abi.call("execTransaction(address,uint256,bytes)", Abi.word(PORTAL), Abi.word(0), Abi.text(call));

        assertThat(Contracts.proven(passed)).as("no call of the portal itself").isEmpty();
        assertThat(OpStack.provenWithin(passed)).containsExactly(sent);
        assertThat(OpStack.provenWithin(call)).containsExactly(sent);
        assertThat(OpStack.provenWithin(passed.plus(call))).as("two in one").containsExactly(sent, sent);
        for (int size = 0; size < passed.size(); size += 7) {
            assertThat(OpStack.provenWithin(passed.slice(0, size)))
                    .as("cut at %d", size)
                    .allMatch(sent::equals);
        }
    }

    @Test
    void anEventWithAnotherHash_isNoWithdrawal() {
        Withdrawal sent = withdrawal(5);
        Log event = event(sent, sent.hash());

        assertThat(Withdrawal.of(event)).isEqualTo(new Answer.Proven<>(sent));
        assertThat(Withdrawal.of(event(sent, Hash32.ofNumber(1)))).isInstanceOf(Answer.Refuted.class);
        assertThat(Withdrawal.of(new Log(USER, event.topics(), event.data()))).isInstanceOf(Answer.Refuted.class);
        for (int size = 0; size < event.data().size(); size += 13) {
            assertThat(Withdrawal.of(new Log(
                            event.contract(), event.topics(), event.data().slice(0, size))))
                    .isInstanceOf(Answer.Refuted.class);
        }
    }

    @Test
    void aDeposit_isTheTransactionThatItsEventDescribes() {
        L1Call call = OpStack.forceWithdrawal(PORTAL, USER, Wei.of(700));
        Bytes there = OpStack.initiate(USER, Wei.of(700)).data();
        Bytes opaque = Bytes.of(new byte[32])
                .plus(Bytes.of(Hash32.ofNumber(700).toArray()))
                .plus(Bytes.fromHex("0x0000000000030d40"))
                .plus(Bytes.of((byte) 0))
                .plus(there);
        Log event = new Log(
                PORTAL,
                List.of(OpStack.DEPOSITED, USER.toWord(), OpStack.MESSAGE_PASSER.toWord(), Hash32.ZERO),
                Abi.encode(Abi.text(opaque)));

        Answer<DepositTransaction> answer = OpStack.depositTransaction(PORTAL, event, Hash32.ofNumber(9), 2);

        assertThat(call.value()).isEqualTo(Wei.ZERO);
        assertThat(answer).isInstanceOfSatisfying(Answer.Proven.class, proven -> {
            DepositTransaction deposit = (DepositTransaction) proven.value();
            assertThat(deposit.from()).isEqualTo(USER);
            assertThat(deposit.to()).contains(OpStack.MESSAGE_PASSER);
            assertThat(deposit.mint()).isEqualTo(Wei.ZERO);
            assertThat(deposit.value()).isEqualTo(Wei.of(700));
            assertThat(deposit.gas()).isEqualTo(OpStack.FORCED_WITHDRAWAL_GAS);
            assertThat(deposit.data()).isEqualTo(there);
        });
        assertThat(OpStack.depositTransaction(USER, event, Hash32.ZERO, 2)).isInstanceOf(Answer.Refuted.class);
    }

    @Test
    void aContractIsAliased_andADelegationIsNot() {
        Address contract = Address.fromHex("0xffffffffffffffffffffffffffffffffffffffff");

        assertThat(OpStack.alias(contract).toHex()).isEqualTo("0x1111000000000000000000000000000000001110");
        assertThat(OpStack.keepsItsName(Bytes.EMPTY)).isTrue();
        assertThat(OpStack.keepsItsName(Bytes.fromHex("0xef0100").plus(Bytes.of(USER.toArray()))))
                .isTrue();
        assertThat(OpStack.keepsItsName(Bytes.fromHex("0x6000"))).isFalse();
    }

    private static Log event(Withdrawal sent, Hash32 hash) {
        return new Log(
                OpStack.MESSAGE_PASSER,
                List.of(
                        Withdrawal.EVENT,
                        Hash32.ofNumber(sent.nonce()),
                        sent.sender().toWord(),
                        sent.target().toWord()),
                Abi.encode(
                        Abi.word(sent.value().value()),
                        Abi.word(sent.gasLimit()),
                        Abi.text(sent.data()),
                        Abi.word(hash)));
    }

    private static Withdrawal withdrawal(int nonce) {
        BigInteger versioned = BigInteger.ONE.shiftLeft(240).add(BigInteger.valueOf(nonce));
        return new Withdrawal(
                versioned, USER, USER, Wei.of(1_000 + nonce), BigInteger.valueOf(100_000), Bytes.fromHex("0x0102"));
    }

    private static Bytes slot(Hash32 slot) {
        return Bytes.of(slot.toArray());
    }
}
