package org.lifeboat.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import org.lifeboat.testkit.opdevnet.DevnetOptions;
import org.lifeboat.testkit.opdevnet.DevnetProgram;
import org.lifeboat.testkit.opdevnet.OpDevnet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What each step on L1 was said to take, and what it took though the fee of L1 doubled before a block had it: on a
/// whole OP Stack whose operator is gone, with an L1 that makes a block when the test says so. Prints the table.
class L1GasStoryTest {
    /// Nobody's.
    private static final String TARGET = "0x00000000000000000000000000000000c0ffee21";

    /// Of a busy day, so that what the portal burns for the L2 is not the most of it.
    private static final BigInteger BASE_FEE = BigInteger.valueOf(30_000_000_000L);

    /// The English words of `cli.send.fee`.
    private static final Pattern FEE = Pattern.compile("Expected fee: ([0-9.]+) ETH, at most ([0-9.]+) ETH");

    /// L1 blocks of the devnet's sequencing window, and some.
    private static final int WINDOW = 24;

    /// CANNON. Source: optimism, `src/dispute/lib/Types.sol`, `GameTypes`.
    private static final int CANNON = 0;

    /// Seconds of a contest.
    private static final int CLOCK = 90;

    private static final int MOST_LOOKS = 20;

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    @TempDir
    Path folder;

    /// @param said gas that the expected fee was for
    /// @param used gas by the receipt
    private record Row(String step, BigInteger said, BigInteger used) {
        BigDecimal off() {
            return new BigDecimal(said.subtract(used).abs()).divide(new BigDecimal(used), 4, RoundingMode.HALF_UP);
        }
    }

    @Test
    void eachStepOnL1_takesTheGasThatWasSaid_thoughTheFeeDoubles() throws Exception {
        DevnetOptions options = DevnetOptions.standard()
                .clocks(20, 12, 6)
                .without(DevnetProgram.CHALLENGER)
                .without(DevnetProgram.PROPOSER);
        try (OpDevnet devnet = OpDevnet.start(options)) {
            Play play = new Play(devnet);
            DevnetTokens tokens = DevnetTokens.issue(devnet.facts());
            devnet.stopOperator();
            devnet.pauseL1();
            play.tokens(tokens);
            play.wayOut();
            within(
                    play.table,
                    "APPROVE",
                    "DEPOSIT",
                    "deposit",
                    "force",
                    "INITIATE",
                    "OWN_ROOT",
                    "PROVE",
                    "RESOLVE",
                    "RESOLVE",
                    "FINISH");
        }
    }

    @Test
    void eachMoveOfAContest_takesTheGasThatWasSaid_thoughTheFeeDoubles() throws Exception {
        DevnetOptions options = DevnetOptions.standard()
                .clocks(CLOCK, 12, 6)
                .with("seq-window", "300")
                .without(DevnetProgram.CHALLENGER)
                .without(DevnetProgram.PROPOSER);
        try (OpDevnet devnet = OpDevnet.start(options)) {
            Play play = new Play(devnet);
            String game = devnet.falseRoot(CANNON).game();
            devnet.stopOperator();
            devnet.pauseL1();
            play.contest(game);
            within(play.table, "MOVE", "SETTLE", "SETTLE", "SETTLE", "UNLOCK", "CLAIM");
        }
    }

    private static void within(List<Row> table, String... steps) {
        assertThat(table).extracting(Row::step).containsExactly(steps);
        assertThat(table).allSatisfy(row -> assertThat(row.off()).as(row.step()).isLessThanOrEqualTo(TENTH));
    }

    private final class Play {
        private final OpDevnet devnet;
        private final DevnetWallet wallet;
        private final DevnetFacts facts;
        private final NodeClient l1;
        private final List<Row> table = new ArrayList<>();
        private BigInteger expected = BigInteger.ZERO;
        private String said = "";

        Play(OpDevnet devnet) throws Exception {
            this.devnet = devnet;
            this.facts = devnet.facts();
            this.l1 = facts.l1();
            this.wallet = new DevnetWallet(folder, "wallet", facts, facts.verifier());
        }

        void tokens(DevnetTokens tokens) {
            String token = tokens.onL2().toHex();
            wallet.done("tokens", "add", "opdev", token, "--yes");
            for (String step : List.of("APPROVE", "DEPOSIT")) {
                take(step, "deposit", "--network", "opdev", "--from", "user", "--token", token, "--amount", "400");
            }
        }

        /// The clock of whoever lied runs out; what follows is the money of it.
        void contest(String game) {
            Path rollup = facts.rollupConfig();
            String[] more = {
                "opdev",
                game,
                "--from",
                "user",
                "--rollup",
                rollup.toString(),
                "--l1-config",
                rollup.resolveSibling("l1-chain-config.json").toString()
            };
            take("MOVE", with(more, "dispute", "move"));
            for (int look = 0; look < MOST_LOOKS && !isPaid(); look++) {
                devnet.jumpL1(2, CLOCK);
                JsonNode done = signed(with(more, "dispute", "claim"));
                if (done.at("/dispute/step").isString()) {
                    hold(done.at("/dispute/step").stringValue(), hash(done));
                }
            }
        }

        private boolean isPaid() {
            return table.getLast().step().equals("CLAIM");
        }

        void wayOut() {
            String[] own = {"--network", "opdev", "--from", "user"};
            take("deposit", with(own, "deposit", "--amount", "1"));
            take("force", with(own, "force", "--to", TARGET, "--amount", "0.01"));
            take("INITIATE", with(own, "exit", "start", "--amount", "0.3", "--to", TARGET, "--through-l1"));
            devnet.jumpL1(WINDOW, 2);
            wallet.until("NO_ROOT");
            take("OWN_ROOT", "exit", "next", "1", "--own-root");
            devnet.jumpL1(2, 2);
            wallet.until("CAN_PROVE");
            take("PROVE", "exit", "next", "1");
            devnet.jumpL1(2, 30);
            while (standing("CAN_RESOLVE", "CAN_FINISH").equals("CAN_RESOLVE")) {
                take("RESOLVE", "exit", "next", "1"); // its claim first, then the game
                devnet.jumpL1(2, 10);
            }
            take("FINISH", "exit", "next", "1");
            assertThat(DevnetWallet.balance(l1, TARGET)).isEqualTo(DevnetWallet.ether("0.3"));
        }

        private String standing(String... expected) {
            return wallet.until(expected).path("standing").asString();
        }

        /// Signs at one fee and has it mined at twice as much.
        private void take(String step, String... command) {
            hold(step, hash(signed(command)));
        }

        private JsonNode signed(String... command) {
            nextBaseFee(BASE_FEE);
            devnet.jumpL1(1, 2);
            expected = expectedBaseFee();
            Launcher.Result result = wallet.signing(command);
            assertThat(result.exitCode()).as(result.err()).isZero();
            said = result.err();
            return JsonMapper.shared().readTree(result.out()).path("result");
        }

        /// What was said last against what this transaction takes.
        private void hold(String step, String hash) {
            Matcher fee = FEE.matcher(said);
            assertThat(fee.find()).as(said).isTrue();
            nextBaseFee(expected.shiftLeft(1));
            devnet.jumpL1(1, 2);
            JsonNode transaction = l1.rpc("eth_getTransactionByHash", "[\"" + hash + "\"]");
            JsonNode receipt = l1.rpc("eth_getTransactionReceipt", "[\"" + hash + "\"]");
            assertThat(receipt.path("status").asString("in no block")).as(step).isEqualTo("0x1");
            BigInteger price = expected.add(number(transaction.get("maxPriorityFeePerGas")));
            Row row = new Row(step, DevnetWallet.ether(fee.group(1)).divide(price), number(receipt.get("gasUsed")));
            System.out.printf("%-9s said %9s used %9s off %s%n", row.step(), row.said(), row.used(), row.off());
            table.add(row);
        }

        private static String hash(JsonNode result) {
            return result.has("hash")
                    ? result.get("hash").stringValue()
                    : result.at("/transaction/hash").asString("");
        }

        private void nextBaseFee(BigInteger wei) {
            l1.rpc("anvil_setNextBlockBaseFeePerGas", "[\"0x" + wei.toString(16) + "\"]");
        }

        /// Of the block after the newest, as its header has it.
        private BigInteger expectedBaseFee() {
            return number(l1.rpc("eth_feeHistory", "[\"0x1\",\"latest\",[]]")
                    .get("baseFeePerGas")
                    .get(1));
        }
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
    }

    private static BigInteger number(JsonNode quantity) {
        return new BigInteger(quantity.stringValue().substring(2), 16);
    }
}
