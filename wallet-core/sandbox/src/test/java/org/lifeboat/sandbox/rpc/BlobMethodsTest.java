package org.lifeboat.sandbox.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lifeboat.sandbox.TestChain.ANNA;
import static org.lifeboat.sandbox.TestChain.STRANGER;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.sandbox.Person;
import org.lifeboat.sandbox.TestChain;
import org.lifeboat.sandbox.blob.PlayBlob;
import org.lifeboat.sandbox.blob.PlaySidecar;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.world.PlayChain;
import tools.jackson.databind.JsonNode;

class BlobMethodsTest {
    private static final PlaySidecar SIDECAR = PlaySidecar.of(5, 11);
    private static final PlayBlob BLOB = SIDECAR.blob();

    private final TestChain chain = new TestChain(Mining.WHEN_TOLD);
    private final Conversation conversation = new Conversation(chain.rpc());

    @Test
    void blob_waitsIsMinedAndKept() {
        SignedTransaction signed = names(0, BLOB.versionedHash());
        String asked = "[\"" + signed.hash() + "\"]";
        assertThat(send(SIDECAR.beside(signed.encoded())).path("result").stringValue())
                .isEqualTo(signed.hash().toHex());

        JsonNode waiting = conversation.result("eth_getTransactionByHash", asked);
        assertThat(waiting.path("type").stringValue()).isEqualTo("0x3");
        assertThat(waiting.path("blockHash").isNull()).isTrue();
        assertThat(waiting.path("blobVersionedHashes").toString()).isEqualTo("[\"" + BLOB.versionedHash() + "\"]");
        assertThat(conversation.result("txpool_status", "[]").path("pending").stringValue())
                .isEqualTo("0x1");
        assertThat(conversation.result("txpool_content", "[]").path("pending").size())
                .as("counted and not shown, as with geth")
                .isEqualTo(0);

        conversation.result("sandbox_mine", "[]");
        JsonNode receipt = conversation.result("eth_getTransactionReceipt", asked);
        assertThat(receipt.path("status").stringValue()).isEqualTo("0x1");
        assertThat(receipt.path("type").stringValue()).isEqualTo("0x3");
        assertThat(receipt.path("blobGasUsed").stringValue()).isEqualTo("0x20000");
        assertThat(receipt.path("blobGasPrice").stringValue()).isEqualTo("0x1");
        assertThat(conversation
                        .result("eth_getBlockByNumber", "[\"latest\",false]")
                        .path("blobGasUsed")
                        .stringValue())
                .isEqualTo("0x20000");
        assertThat(conversation.result("debug_getRawTransaction", asked).stringValue())
                .as("without what was sent beside it")
                .isEqualTo(signed.encoded().toHex());
        assertThat(chain.node().blobs().find(List.of(BLOB.versionedHash()))).contains(List.of(BLOB));
    }

    @Test
    void transactionWithoutABlob_hasNoBlobGasInItsReceipt() {
        SignedTransaction signed = ANNA.pays(0, STRANGER, Wei.of(1));
        send(signed.encoded());
        conversation.result("sandbox_mine", "[]");
        assertThat(conversation
                        .result("eth_getTransactionReceipt", "[\"" + signed.hash() + "\"]")
                        .propertyNames())
                .doesNotContain("blobGasUsed", "blobGasPrice");
    }

    @Test
    void falseProofs_areRefused() {
        Bytes transaction = names(0, BLOB.versionedHash()).encoded();
        String words = "KZG verification error: can't verify opening proof";

        assertThat(refusal(beside(transaction, BLOB.content(), BLOB.commitment(), SIDECAR.mixedUp())))
                .isEqualTo(words);
        List<Bytes> noPoints = Collections.nCopies(128, Bytes.of(new byte[48]));
        assertThat(refusal(beside(transaction, BLOB.content(), BLOB.commitment(), noPoints)))
                .isEqualTo(words);
        List<Bytes> nothing = Collections.nCopies(128, Bytes.fromHex("0xc0" + "00".repeat(47)));
        assertThat(refusal(beside(transaction, BLOB.content(), BLOB.commitment(), nothing)))
                .isEqualTo(words);
        assertThat(refusal(beside(transaction, BLOB.content(), SIDECAR.proofs().getFirst(), SIDECAR.proofs())))
                .as("another commitment")
                .isEqualTo(words);
        assertNothingHappened();
    }

    @Test
    void blobThatIsNotTheOneThatIsNamed_isRefused() {
        Bytes transaction = names(0, BLOB.versionedHash()).encoded();
        byte[] other = BLOB.content().toArray();
        other[31] ^= 1;
        assertThat(refusal(beside(transaction, Bytes.of(other), BLOB.commitment(), SIDECAR.proofs())))
                .startsWith("blob 0: computed hash 0x01")
                .endsWith("mismatches transaction one " + BLOB.versionedHash());
        byte[] tooLarge = BLOB.content().toArray();
        java.util.Arrays.fill(tooLarge, 0, 32, (byte) 0xff);
        assertThat(refusal(beside(transaction, Bytes.of(tooLarge), BLOB.commitment(), SIDECAR.proofs())))
                .isEqualTo("KZG verification error: scalar is not canonical");
        assertNothingHappened();
    }

    @Test
    void numbersThatDoNotFit_areRefused() {
        Bytes transaction = names(0, BLOB.versionedHash()).encoded();
        List<Bytes> one = List.of(BLOB.commitment());
        List<Bytes> content = List.of(BLOB.content());
        List<Bytes> proofs = SIDECAR.proofs();

        assertThat(refusal(transaction)).isEqualTo("missing sidecar in blob transaction");
        assertThat(refusal(PlaySidecar.beside(transaction, -1, content, one, one)))
                .isEqualTo("Wrong sidecar format: unexpected sidecar version, want: 1, got: 0");
        assertThat(refusal(PlaySidecar.beside(transaction, 2, content, one, proofs)))
                .isEqualTo("rlp: unsupported sidecar version");
        assertThat(refusal(PlaySidecar.beside(transaction, 1, content, List.of(), proofs)))
                .isEqualTo("invalid number of 0 blob commitments compared to 1 blob hashes");
        assertThat(refusal(PlaySidecar.beside(transaction, 1, List.of(), one, proofs)))
                .isEqualTo("invalid number of 0 blobs compared to 1 commitments");
        assertThat(refusal(PlaySidecar.beside(transaction, 1, content, one, proofs.subList(0, 127))))
                .isEqualTo("Wrong sidecar format: invalid number of 127 blob proofs expected 128");
        assertThat(refusal(PlaySidecar.beside(names(0).encoded(), 1, List.of(), List.of(), List.of())))
                .isEqualTo("blob transaction missing blob hashes");
        assertThat(refusal(PlaySidecar.beside(transaction, 1, List.of(Bytes.of(new byte[131_071])), one, proofs)))
                .startsWith("rlp: ");
        assertNothingHappened();
    }

    @Test
    void moreBlobsThanATransactionMayHave_areRefusedBeforeAnythingIsComputed() {
        Hash32[] seven = Collections.nCopies(7, BLOB.versionedHash()).toArray(Hash32[]::new);
        List<Bytes> none = List.of();
        assertThat(refusal(PlaySidecar.beside(names(0, seven).encoded(), 1, none, none, none)))
                .isEqualTo("transaction blob limit exceeded: blob count 7, limit 6");
        assertNothingHappened();
    }

    @ParameterizedTest
    @CsvSource({
        "2,2,2,true",
        "1,2,2,false",
        "2,1,2,false",
        "2,2,1,false",
        "3,3,3,true",
    })
    void replacement_offersTwiceOfEveryPrice(int tip, int fee, int blobFee, boolean taken) {
        SignedTransaction first = names(0, BLOB.versionedHash());
        send(SIDECAR.beside(first.encoded()));
        SignedTransaction second = ANNA.sign(transaction(
                0, Person.TIP.times(tip), Person.FEE.times(fee), Wei.of(blobFee), List.of(BLOB.versionedHash())));
        JsonNode answer = send(SIDECAR.beside(second.encoded()));
        assertThat(answer.path("error").path("message").asString("taken"))
                .isEqualTo(taken ? "taken" : "replacement transaction underpriced");
        assertThat(chain.node().allPending())
                .extracting(each -> each.hash())
                .containsExactly(taken ? second.hash() : first.hash());
    }

    @Test
    void unpayableTransaction_leavesNoBlobBehind() {
        SignedTransaction poor = Person.named("nobody", PlayChain.ID).sign(transaction(0, BLOB.versionedHash()));
        assertThat(refusal(SIDECAR.beside(poor.encoded()))).isEqualTo("insufficient funds for gas * price + value");
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x03", "0x03c0", "0x03f8", "0x03c1c0", "0x03c3c0c0c0", "0x03c5c001c0c0c0", "0x0380"})
    void garbage_isRefused(String bytes) {
        assertThat(refusal(Bytes.fromHex(bytes))).isNotEmpty();
        assertNothingHappened();
    }

    private void assertNothingHappened() {
        assertThat(conversation.result("txpool_status", "[]").toString())
                .isEqualTo("{\"pending\":\"0x0\",\"queued\":\"0x0\"}");
        assertThat(chain.node().blobs().find(List.of(BLOB.versionedHash()))).isEmpty();
    }

    private static Bytes beside(Bytes transaction, Bytes content, Bytes commitment, List<Bytes> proofs) {
        return PlaySidecar.beside(transaction, 1, List.of(content), List.of(commitment), proofs);
    }

    private static SignedTransaction names(long nonce, Hash32... hashes) {
        return ANNA.sign(transaction(nonce, hashes));
    }

    private static Transaction transaction(long nonce, Hash32... hashes) {
        return transaction(nonce, Person.TIP, Person.FEE, Wei.of(1), List.of(hashes));
    }

    private static Transaction transaction(long nonce, Wei tip, Wei fee, Wei blobFee, List<Hash32> hashes) {
        return new Transaction.Blob(
                PlayChain.ID,
                new Nonce(nonce),
                tip,
                fee,
                new Gas(100_000),
                STRANGER,
                Wei.ZERO,
                Bytes.EMPTY,
                List.of(),
                blobFee,
                hashes);
    }

    private JsonNode send(Bytes encoded) {
        return conversation.ask("eth_sendRawTransaction", "[\"" + encoded.toHex() + "\"]");
    }

    private String refusal(Bytes encoded) {
        JsonNode error = send(encoded).path("error");
        assertThat(error.path("code").intValue()).isEqualTo(-32_000);
        return error.path("message").stringValue();
    }
}
