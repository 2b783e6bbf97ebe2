package org.lifeboat.conformance.wallet;

import java.io.IOException;
import java.util.List;
import org.lifeboat.conformance.Report;
import org.lifeboat.conformance.Suite;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.testkit.vectors.VectorSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Seed words, derivation, keys, signatures, typed data, keystores, names.
public final class WalletSuite implements Suite {
    private final JsonMapper mapper = new JsonMapper();
    private final Secp256k1 curve = Secp256k1.preferred();
    private final Bip32Text bip32 = new Bip32Text(curve);
    private final List<WalletFormat> formats = List.of(
            new SeedWordFormat(curve),
            new MnemonicFormat(curve),
            new AccountFormat(curve),
            new TransactionFormat(curve),
            new TypedDataFormat(curve),
            new KeystoreFormat(curve),
            new HashFormat(),
            new AmountFormat(),
            new NameFormat(),
            new CurveFormat(),
            new WycheproofFormat(curve));

    @Override
    public String name() {
        return "wallet";
    }

    @Override
    public String description() {
        return "seed words, derivation, keys, signatures, typed data, keystores, names of ENS";
    }

    @Override
    public void run(VectorSource vectors, Report report) throws IOException {
        vectors.forEach(WalletSuite::wanted, file -> run(file, report));
    }

    private static boolean wanted(String path) {
        if (path.endsWith(".tar.xz")) {
            return path.contains("wallet")
                    || path.contains("keystore")
                    || path.contains("ethereum-tests-small")
                    || !path.contains("/");
        }
        return path.endsWith(".mediawiki")
                || (path.endsWith(".json") && (!path.contains("evm/") || path.contains("keystore/testdata")));
    }

    private void run(VectorFile file, Report report) {
        if (file.name().endsWith(".mediawiki")) {
            bip32.run(file, report);
            return;
        }
        JsonNode json;
        try {
            json = mapper.readTree(file.content());
        } catch (JacksonException e) {
            return; // Not a file of this suite: go-ethereum keeps garbage beside its keystores on purpose.
        }
        JsonNode sample = json.isArray() && !json.isEmpty() ? json.get(0) : json;
        if (sample.has("types") && sample.has("ripemd160")) {
            json.forEach(_ -> report.skipped("the wallet hashes nothing that is packed as Solidity packs it"));
            return;
        }
        formats.stream()
                .filter(format -> format.recognises(sample))
                .forEach(format -> format.run(file.path(), json, report));
    }
}
