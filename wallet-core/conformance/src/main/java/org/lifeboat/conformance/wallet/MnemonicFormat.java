package org.lifeboat.conformance.wallet;

import java.util.List;
import java.util.Map;
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

/// `mnemonics.json` of ethers.js: words and password as hex of UTF-8, entropy, seed, and nodes below it.
final class MnemonicFormat implements WalletFormat {
    private static final Map<String, Language> LOCALES = Map.of(
            "cz", Language.CZECH,
            "en", Language.ENGLISH,
            "es", Language.SPANISH,
            "fr", Language.FRENCH,
            "it", Language.ITALIAN,
            "ja", Language.JAPANESE,
            "ko", Language.KOREAN,
            "pt", Language.PORTUGUESE,
            "zh_cn", Language.CHINESE_SIMPLIFIED,
            "zh_tw", Language.CHINESE_TRADITIONAL);

    private final Secp256k1 curve;

    MnemonicFormat(Secp256k1 curve) {
        this.curve = curve;
    }

    @Override
    public boolean recognises(JsonNode sample) {
        return WalletFormat.has(sample, "phrase", "entropy", "seed", "nodes");
    }

    @Override
    public void run(String path, JsonNode json, Report report) {
        WalletFormat.each(path, json, report, this::check);
    }

    private void check(String name, JsonNode test, Report report) {
        Language language = LOCALES.get(test.get("locale").stringValue());
        if (language == null) {
            report.skipped("a language that BIP-39 has no list for");
            return;
        }
        Secret words = Secret.take(Hex.decode(test.get("phrase").stringValue()));
        if (!(PhraseReader.read(words, List.of(language)) instanceof PhraseReading.Valid(Phrase phrase, var _))) {
            report.failed(name, "not read as a phrase");
            return;
        }
        report.equal(
                name + " entropy",
                test.get("entropy").stringValue(),
                phrase.entropy().with(Hex::encode));
        Secret seed = phrase.seed(Secret.take(Hex.decode(test.get("password").stringValue())));
        report.equal(name + " seed", test.get("seed").stringValue(), seed.with(Hex::encode));
        for (JsonNode node : test.get("nodes")) {
            DerivationPath at =
                    DerivationPath.parse(node.get("path").stringValue()).orElseThrow();
            ExtendedKey key = ExtendedKey.of(seed, at, curve);
            report.equal(name + " " + at + " xpriv", node.get("xpriv").stringValue(), key.xprv());
            report.equal(name + " " + at + " xpub", node.get("xpub").stringValue(), key.xpub());
            report.equal(
                    name + " " + at + " fingerprint",
                    node.get("fingerprint").stringValue(),
                    Hex.encode(ExtendedKey.fingerprint(key.node())));
        }
    }
}
