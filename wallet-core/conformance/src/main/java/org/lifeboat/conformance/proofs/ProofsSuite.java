package org.lifeboat.conformance.proofs;

import java.io.IOException;
import java.util.List;
import org.lifeboat.conformance.Report;
import org.lifeboat.conformance.Suite;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// RLP, tries, transactions, headers and state proofs.
public final class ProofsSuite implements Suite {
    /// Parts of the published set that hold gigabytes of other suites' files.
    private static final List<String> OTHER_SUITES = List.of(
            "evm/", "wallet/", "registry/", "channels/", "zk/", "arbitrum/", "opstack/kona", "opstack/derivation");

    @Override
    public String name() {
        return "proofs";
    }

    @Override
    public String description() {
        return "RLP, tries, transactions, headers, account and storage proofs";
    }

    @Override
    public void run(VectorSource vectors, Report report) throws IOException {
        Secp256k1 curve = Secp256k1.preferred();
        JsonMapper mapper = new JsonMapper();
        List<Format> formats = List.of(
                new RlpFormat(),
                new TrieFormat(),
                new TransactionFormat(curve),
                new BasicFormat(curve),
                new GenesisFormat(),
                new WithdrawalFormat());
        RecordedAnswers recorded = new RecordedAnswers(curve);
        RpcConversation conversation = new RpcConversation(mapper, recorded);
        vectors.forEach(
                ProofsSuite::wanted,
                file -> report.run(file.path(), () -> {
                    if (file.path().endsWith(".io")) {
                        conversation.run(file, report);
                    } else if (file.path().endsWith(".rlp")) {
                        RawAnswers.chain(file.path(), Bytes.of(file.content()), report);
                    } else {
                        json(file, mapper, formats, recorded, report);
                    }
                }));
        recorded.finish(report);
    }

    private static void json(
            VectorFile file, JsonMapper mapper, List<Format> formats, RecordedAnswers recorded, Report report) {
        JsonNode json;
        try {
            json = mapper.readTree(file.content());
        } catch (JacksonException e) {
            report.failed(file.path(), "not JSON");
            return;
        }
        formats.stream().filter(f -> f.recognises(file, json)).forEach(f -> f.run(file, json, report));
        recorded.collect(file.path(), json, report);
    }

    private static boolean wanted(String path) {
        if (OTHER_SUITES.stream().anyMatch(path::startsWith)) {
            return false;
        }
        return path.endsWith(".tar.xz") || path.endsWith(".json") || path.endsWith(".io") || path.endsWith("chain.rlp");
    }
}
