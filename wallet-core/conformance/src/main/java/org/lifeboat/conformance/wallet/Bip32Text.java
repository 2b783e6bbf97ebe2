package org.lifeboat.conformance.wallet;

import org.lifeboat.conformance.Report;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Hex;
import org.lifeboat.testkit.vectors.VectorFile;
import org.lifeboat.vault.Secret;
import org.lifeboat.vault.hd.DerivationPath;

/// The vectors in the text of BIP-32: lines `Seed (hex):`, `* Chain`, `** ext pub:` and `** ext prv:`.
final class Bip32Text {
    private static final String SEED = "Seed (hex): ";
    private static final String CHAIN = "* Chain ";
    private static final String PUBLIC = "** ext pub: ";
    private static final String PRIVATE = "** ext prv: ";

    private final Secp256k1 curve;

    Bip32Text(Secp256k1 curve) {
        this.curve = curve;
    }

    void run(VectorFile file, Report report) {
        String seed = "";
        String path = "m";
        for (String line : file.text().lines().toList()) {
            if (line.startsWith(SEED)) {
                seed = line.substring(SEED.length()).strip();
            } else if (line.startsWith(CHAIN)) {
                path = line.substring(CHAIN.length()).strip().replace("<sub>H</sub>", "'");
            } else if (line.startsWith(PUBLIC)) {
                compare(file, seed, path, line.substring(PUBLIC.length()).strip(), true, report);
            } else if (line.startsWith(PRIVATE)) {
                compare(file, seed, path, line.substring(PRIVATE.length()).strip(), false, report);
            } else if (line.matches("\\* (xpub|xprv)\\S+ \\(.*\\)")) {
                report.skipped("the wallet reads no extended keys, so wrong ones cannot be offered to it");
            }
        }
    }

    private void compare(VectorFile file, String seed, String path, String expected, boolean pub, Report report) {
        String name = file.name() + " " + path + (pub ? " public" : " private");
        report.run(name, () -> {
            DerivationPath parsed = DerivationPath.parse(path).orElseThrow();
            ExtendedKey key = ExtendedKey.of(Secret.take(Hex.decode("0x" + seed)), parsed, curve);
            report.equal(name, expected, pub ? key.xpub() : key.xprv());
        });
    }
}
