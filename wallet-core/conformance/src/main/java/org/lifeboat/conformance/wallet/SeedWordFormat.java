package org.lifeboat.conformance.wallet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Hex;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.hd.DerivationPath;
import org.lifeboat.vault.words.Language;
import org.lifeboat.vault.words.Phrase;
import org.lifeboat.vault.words.PhraseReader;
import org.lifeboat.vault.words.PhraseReading;
import tools.jackson.databind.JsonNode;

/// `vectors.json` of trezor/python-mnemonic: by language, lists of entropy, words, seed, root key; passphrase
/// TREZOR.
final class SeedWordFormat implements WalletFormat {
    private final Secp256k1 curve;

    SeedWordFormat(Secp256k1 curve) {
        this.curve = curve;
    }

    @Override
    public boolean recognises(JsonNode sample) {
        return sample.path("english").isArray();
    }

    @Override
    public void run(String path, JsonNode json, Report report) {
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            Optional<Language> language = Arrays.stream(Language.values())
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(entry.getKey()))
                    .findFirst();
            for (JsonNode test : entry.getValue()) {
                if (language.isEmpty()) {
                    report.skipped("word lists in Russian and Turkish are not among the ten of BIP-39");
                } else {
                    String name =
                            path + " " + entry.getKey() + " " + test.get(0).stringValue();
                    report.run(name, () -> check(name, language.get(), test, report));
                }
            }
        }
    }

    private void check(String name, Language language, JsonNode test, Report report) {
        String words = test.get(1).stringValue();
        try (Phrase phrase = Phrase.ofEntropy(
                language, Secret.take(Hex.decode("0x" + test.get(0).stringValue())))) {
            report.equal(name + " words", words, text(phrase.text()));
            Secret seed = phrase.seed(secret("TREZOR"));
            report.equal(name + " seed", "0x" + test.get(2).stringValue(), seed.with(Hex::encode));
            ExtendedKey root = ExtendedKey.of(seed, DerivationPath.parse("m").orElseThrow(), curve);
            report.equal(name + " root key", test.get(3).stringValue(), root.xprv());
        }
        if (PhraseReader.read(secret(words)) instanceof PhraseReading.Valid(Phrase found, var others)) {
            boolean right = found.language() == language || others.contains(language);
            report.equal(name + " language found", true, right);
            report.equal(
                    name + " entropy found",
                    test.get(0).stringValue(),
                    found.entropy().with(Hex::encode).substring(2));
        } else {
            report.failed(name, "not read as a phrase");
        }
    }

    static Secret secret(String text) {
        return Secret.take(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Secret secret) {
        return secret.with(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
