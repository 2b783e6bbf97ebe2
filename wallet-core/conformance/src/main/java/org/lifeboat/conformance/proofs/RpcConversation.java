package org.lifeboat.conformance.proofs;

import java.util.List;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.rlp.RlpException;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.testkit.vectors.VectorFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// execution-apis `.io` files: lines `>> request` and `<< response`, in pairs.
final class RpcConversation {
    private final JsonMapper mapper;
    private final RecordedAnswers recorded;

    RpcConversation(JsonMapper mapper, RecordedAnswers recorded) {
        this.mapper = mapper;
        this.recorded = recorded;
    }

    void run(VectorFile file, Report report) throws RlpException {
        JsonNode request = mapper.createObjectNode();
        List<String> lines = file.text().lines().toList();
        for (String line : lines) {
            if (line.startsWith(">>")) {
                request = mapper.readTree(line.substring(2));
            } else if (line.startsWith("<<")) {
                JsonNode response = mapper.readTree(line.substring(2));
                if (response.has("result")) {
                    answer(file.path(), request, response.path("result"), report);
                }
            }
        }
    }

    private void answer(String name, JsonNode request, JsonNode result, Report report) throws RlpException {
        switch (Values.text(request, "method")) {
            case "debug_getRawHeader" -> RawAnswers.header(name, Bytes.fromHex(result.stringValue()), report);
            case "debug_getRawBlock" -> RawAnswers.block(name, Bytes.fromHex(result.stringValue()), report);
            case "debug_getRawTransaction" -> RawAnswers.transaction(name, Bytes.fromHex(result.stringValue()), report);
            case "debug_getRawReceipts" ->
                result.values().forEach(r -> RawAnswers.receipt(name, Bytes.fromHex(r.stringValue()), report));
            case "eth_sendRawTransaction" -> sent(name, request, result, report);
            case "eth_getProof", "eth_getBlockByHash", "eth_getBlockByNumber", "eth_getBlockReceipts" ->
                recorded.collect(name, result, report);
            default -> {
                // The other methods have nothing to prove.
            }
        }
    }

    private static void sent(String name, JsonNode request, JsonNode result, Report report) {
        Bytes raw = Bytes.fromHex(request.path("params").path(0).stringValue());
        Answer<SignedTransaction> decoded = SignedTransaction.decode(raw);
        if (raw.at(0) == 3) {
            // Sent with its blobs around it, which is not the form that is hashed.
            report.equal(name, true, decoded instanceof Answer.Refuted<?>);
        } else {
            report.equal(
                    name, new Answer.Proven<>(Values.hash(result.stringValue())), decoded.map(SignedTransaction::hash));
        }
    }
}
