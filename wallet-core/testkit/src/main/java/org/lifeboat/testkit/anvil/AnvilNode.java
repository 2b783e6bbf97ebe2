package org.lifeboat.testkit.anvil;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// One running `anvil` on a free port of 127.0.0.1. Close it to end the process.
///
/// Ten accounts with 10,000 coins each stand under the well-known test words "test test test test test test
/// test test test test test junk"; anvil signs for them ([#rpc] with `eth_sendTransaction`).
public final class AnvilNode implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on 127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final Thread endWithUs;
    private final long chainId;
    private final NodeClient client;

    private AnvilNode(Process process, Thread endWithUs, long chainId, URI url) {
        this.process = process;
        this.endWithUs = endWithUs;
        this.chainId = chainId;
        this.client = new NodeClient(url);
    }

    /// An Ethereum chain.
    public static AnvilNode l1(long chainId) {
        return start(chainId);
    }

    /// A chain with the rules of the OP Stack: takes deposit transactions (type 0x7e) and charges the L1 fee.
    public static AnvilNode optimism(long chainId) {
        return start(chainId, "--network", "optimism");
    }

    /// @param arguments more of anvil's own arguments
    public static AnvilNode start(long chainId, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Rig.anvil().toString(), "--host", "127.0.0.1", "--port", "0", "--chain-id", Long.toString(chainId)));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread endWithUs = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(endWithUs);
            return new AnvilNode(process, endWithUs, chainId, URI.create("http://127.0.0.1:" + port(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads anvil's greeting up to the port it took, then keeps reading so that its pipe never fills.
    private static int port(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                Thread.startVirtualThread(() -> drain(output));
                return Integer.parseInt(matcher.group(1));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("anvil ended before it listened. It said:\n" + said);
    }

    private static void drain(BufferedReader output) {
        try (output) {
            output.transferTo(java.io.Writer.nullWriter());
        } catch (IOException e) {
            return; // The process has ended: nothing is left to read.
        }
    }

    public URI url() {
        return client.url();
    }

    public long chainId() {
        return chainId;
    }

    /// The `result` of one call.
    /// @param parametersJson a JSON array, for example `["0x0", false]`
    /// @throws NodeClient.NodeError if the node answers with an error
    public JsonNode rpc(String method, String parametersJson) {
        return client.rpc(method, parametersJson);
    }

    /// Mines `count` empty blocks. Slow above some 1,500.
    public void mine(int count) {
        rpc("anvil_mine", "[\"0x" + Integer.toHexString(count) + "\"]");
    }

    /// Sends a transaction that anvil signs for `from` and returns its receipt.
    /// @param transactionJson the object of `eth_sendTransaction`
    public JsonNode send(String transactionJson) {
        return receipt(rpc("eth_sendTransaction", "[" + transactionJson + "]").stringValue());
    }

    /// The receipt of a transaction that was just sent. The node mines at once, but answers before it has: on a
    /// busy machine the receipt comes a little later.
    /// @return a JSON null if there is none after ten seconds
    public JsonNode receipt(String hash) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        JsonNode receipt = rpc("eth_getTransactionReceipt", "[\"" + hash + "\"]");
        while (receipt.isNull() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            receipt = rpc("eth_getTransactionReceipt", "[\"" + hash + "\"]");
        }
        return receipt;
    }

    /// The addresses that anvil holds keys of.
    public List<String> accounts() {
        return rpc("eth_accounts", "[]").values().stream()
                .map(JsonNode::stringValue)
                .toList();
    }

    /// Ends the process and waits until it is gone.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(endWithUs);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
