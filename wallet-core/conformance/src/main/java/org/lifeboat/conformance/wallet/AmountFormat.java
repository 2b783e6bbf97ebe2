package org.lifeboat.conformance.wallet;

import java.math.BigInteger;
import java.util.Map;
import org.lifeboat.conformance.Report;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.rlp.RlpWriter;
import tools.jackson.databind.JsonNode;

/// `units.json` and `rlp.json` of ethers.js.
final class AmountFormat implements WalletFormat {
    private static final Map<String, Integer> DECIMALS =
            Map.of("kwei", 3, "mwei", 6, "gwei", 9, "szabo", 12, "finney", 15, "ether", 18, "satoshi", 8);

    @Override
    public boolean recognises(JsonNode sample) {
        return WalletFormat.has(sample, "wei", "ether") || WalletFormat.has(sample, "decoded", "encoded", "name");
    }

    @Override
    public void run(String path, JsonNode json, Report report) {
        for (JsonNode test : json) {
            String name = path + " " + test.get("name").stringValue();
            report.run(name, () -> {
                if (test.has("encoded")) {
                    RlpWriter writer = new RlpWriter();
                    write(test.get("decoded"), writer);
                    report.equal(
                            name,
                            test.get("encoded").stringValue(),
                            writer.toBytes().toHex());
                } else {
                    checkUnits(name, test, report);
                }
            });
        }
    }

    private static void write(JsonNode item, RlpWriter writer) {
        if (item.isArray()) {
            writer.list(inner -> item.forEach(member -> write(member, inner)));
        } else {
            writer.bytes(Bytes.fromHex(item.stringValue()));
        }
    }

    private static void checkUnits(String name, JsonNode test, Report report) {
        BigInteger wei = new BigInteger(test.get("wei").stringValue());
        DECIMALS.forEach((unit, decimals) -> {
            if (!test.has(unit)) {
                return;
            }
            String typed = test.get(unit).stringValue();
            if (wei.signum() < 0) {
                report.skipped("amounts are never negative here");
            } else if (typed.startsWith(".")) {
                report.skipped("an amount has to begin with a digit");
            } else {
                report.equal(
                        name + " read " + unit,
                        wei,
                        TokenAmount.parse(typed, decimals).units());
            }
            if (test.has(unit + "_format") && wei.signum() >= 0) {
                // ethers writes a final ".0", this program does not.
                String shown = test.get(unit + "_format").stringValue().replaceFirst("\\.0$", "");
                report.equal(name + " show " + unit, shown, new TokenAmount(wei, decimals).toExactString());
            }
        });
    }
}
