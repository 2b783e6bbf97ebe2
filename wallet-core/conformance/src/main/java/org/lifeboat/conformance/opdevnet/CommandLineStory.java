package org.lifeboat.conformance.opdevnet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetFacts.Role;
import tools.jackson.databind.JsonNode;

/// The wallet's command line with the devnet as its sources: both networks added, balances right and matched by
/// proofs, a payment on each tried out before it is signed, and paid for within a tenth of what was said.
final class CommandLineStory implements Story {
    private static final BigInteger ONE_ETHER = BigInteger.TEN.pow(18);

    /// The English words of `cli.send.fee`.
    private static final Pattern FEE = Pattern.compile("Expected fee: ([0-9.]+) ETH, at most ([0-9.]+) ETH");

    @Override
    public String name() {
        return "command-line";
    }

    @Override
    public void play(Stage stage) throws IOException, InterruptedException {
        WalletProcess wallet = new WalletProcess(stage.folder());
        DevnetFacts facts = stage.facts();
        wallet.restore();
        wallet.run("accounts", "add", "--password-file", wallet.passwordFile()).requireDone();
        addNetworks(wallet, facts);
        String user = stage.onL2(Role.USER).address().toChecksum();

        JsonNode sheet = wallet.run("balances", "--json").json();
        for (Actor actor : List.of(stage.onL1(Role.USER), stage.onL2(Role.USER))) {
            JsonNode position = position(sheet, actor.chain().value(), user);
            String there = actor.balance().value().toString();
            stage.report()
                    .equal(
                            "balance on " + actor.chain(),
                            there,
                            position.path("units").asString(""));
            stage.report()
                    .equal(
                            "balance on " + actor.chain() + " is matched by a proof",
                            "MATCHED",
                            position.at("/marks/0").asString(""));
        }
        pay(stage, wallet, stage.onL1(Role.USER));
        pay(stage, wallet, stage.onL2(Role.USER));
    }

    private static void addNetworks(WalletProcess wallet, DevnetFacts facts) throws IOException, InterruptedException {
        String l1 = Long.toString(facts.l1ChainId());
        String l2 = Long.toString(facts.l2ChainId());
        wallet.run(
                        "networks",
                        "add",
                        l1,
                        "--name",
                        "Devnet L1",
                        "--layer",
                        "L1",
                        "--test-net",
                        "--source",
                        facts.l1().url().toString(),
                        "--yes")
                .requireDone();
        wallet.run(
                        "networks",
                        "add",
                        l2,
                        "--name",
                        "Devnet L2",
                        "--layer",
                        "L2",
                        "--l1",
                        l1,
                        "--stack",
                        "OP_STACK",
                        "--test-net",
                        "--source",
                        facts.sequencer().url().toString(),
                        "--yes")
                .requireDone();
    }

    private static void pay(Stage stage, WalletProcess wallet, Actor user) throws IOException, InterruptedException {
        String chain = Long.toString(user.chain().value());
        Address friend = Keccak256.hash(
                        Bytes.of((byte) stage.seed(), (byte) user.chain().value()))
                .toAddress();
        BigInteger before = user.balance().value();
        WalletProcess.Result result = wallet.sign(
                "send",
                "--network",
                chain,
                "--from",
                user.address().toChecksum(),
                "--to",
                friend.toChecksum(),
                "--amount",
                "1",
                "--json");
        JsonNode sent = result.json();
        stage.report()
                .equal(
                        "payment on " + chain + " was tried out",
                        "SHOWN SUCCEEDS",
                        sent.at("/simulation/state").asString("") + " "
                                + sent.at("/simulation/ending").asString(""));
        JsonNode receipt = user.receipt(Hash32.fromHex(sent.get("hash").stringValue()));
        stage.report()
                .equal(
                        "payment on " + chain + " was mined well",
                        "0x1",
                        receipt.get("status").stringValue());
        stage.report()
                .equal(
                        "payment on " + chain + " arrived",
                        ONE_ETHER,
                        user.balanceOf(friend).value());
        BigInteger paid = before.subtract(user.balance().value()).subtract(ONE_ETHER);
        Matcher fee = FEE.matcher(result.err());
        if (!fee.find()) {
            stage.report().failed("fee on " + chain, "none was said: " + result.err());
            return;
        }
        BigDecimal said = new BigDecimal(fee.group(1)).movePointRight(18);
        BigDecimal off =
                said.subtract(new BigDecimal(paid)).abs().divide(new BigDecimal(paid), 4, RoundingMode.HALF_UP);
        stage.report()
                .note("  fee on %s: %s wei said, %s paid, off by %s %%"
                        .formatted(chain, said.toPlainString(), paid, off.movePointRight(2)));
        stage.report().equal("fee on " + chain + " within a tenth", true, off.compareTo(new BigDecimal("0.1")) <= 0);
        BigDecimal most = new BigDecimal(fee.group(2)).movePointRight(18);
        stage.report()
                .equal(
                        "fee on " + chain + " below the most that was said",
                        true,
                        new BigDecimal(paid).compareTo(most) <= 0);
    }

    private static JsonNode position(JsonNode sheet, long chain, String account) {
        for (JsonNode network : sheet.get("networks")) {
            for (JsonNode position : network.get("positions")) {
                if (network.get("chainId").longValue() == chain
                        && position.get("account").stringValue().equals(account)) {
                    return position;
                }
            }
        }
        throw new IllegalStateException("no position of " + account + " on " + chain + " in " + sheet);
    }
}
