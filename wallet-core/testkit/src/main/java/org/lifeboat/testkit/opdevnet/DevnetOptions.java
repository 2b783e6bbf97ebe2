package org.lifeboat.testkit.opdevnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which devnet is wanted. Every method returns a changed copy.
/// @param arguments of `up.mjs` without their dashes; an empty value is a flag
/// @param environment variables for the programs, as `OP_BATCHER_COMPRESSION_ALGO`
public record DevnetOptions(Map<String, String> arguments, Map<String, String> environment) {
    public DevnetOptions {
        arguments = Map.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /// anvil with calldata, today's contracts, all forks up to Jovian at genesis, every program running; the
    /// clocks of games and withdrawals are some seconds long.
    public static DevnetOptions standard() {
        return new DevnetOptions(Map.of(), Map.of());
    }

    /// How batches reach L1.
    public enum Data {
        CALLDATA,
        /// With geth as L1: what anvil says of blob transactions does not match its own headers.
        BLOBS
    }

    /// Which generation of contracts stands on L1.
    public enum Contracts {
        /// Those of the programs' own release: Portal 5.8.0, games with arguments in the factory.
        CURRENT("v8"),
        /// Mid-2024: Portal 3.10.0, FaultDisputeGame 1.2.0.
        FIRST_FAULT_PROOFS("npm");

        private final String argument;

        Contracts(String argument) {
            this.argument = argument;
        }
    }

    /// How L2 blocks are written into batches.
    public enum Batches {
        SINGULAR,
        SPAN
    }

    public DevnetOptions data(Data data) {
        return data == Data.BLOBS
                ? with("da", "blobs").with("l1", "geth")
                : with("da", "calldata").with("l1", "anvil");
    }

    public DevnetOptions contracts(Contracts contracts) {
        return with("contracts", contracts.argument);
    }

    public DevnetOptions batches(Batches batches) {
        return with("batch-type", batches == Batches.SPAN ? "1" : "0");
    }

    /// Channels compressed by Brotli (quality 10) instead of zlib.
    public DevnetOptions brotli() {
        Map<String, String> more = new TreeMap<>(environment);
        more.put("OP_BATCHER_COMPRESSION_ALGO", "brotli-10");
        return new DevnetOptions(arguments, more);
    }

    /// @param seconds after genesis
    public DevnetOptions karstAt(int seconds) {
        return with("karst-at", Integer.toString(seconds));
    }

    /// The type that the portal respects and the proposer makes: 0 and 8 cannon, 1 permissioned, 254 resolved
    /// at once, 255 alphabet.
    public DevnetOptions gameType(int type) {
        return with("game-type", Integer.toString(type));
    }

    /// @param gameClock seconds a side may think
    /// @param proofMaturity seconds between proving and paying out
    /// @param gameFinality seconds between a game's end and its counting
    public DevnetOptions clocks(int gameClock, int proofMaturity, int gameFinality) {
        return with("game-clock", Integer.toString(gameClock))
                .with("proof-maturity", Integer.toString(proofMaturity))
                .with("game-finality", Integer.toString(gameFinality));
    }

    /// Starts without it. Only batcher, proposer and challenger can be left out.
    public DevnetOptions without(DevnetProgram program) {
        return switch (program) {
            case BATCHER -> with("no-batcher", "");
            case PROPOSER -> with("no-proposer", "");
            case CHALLENGER -> with("no-challenger", "");
            case L1, SEQUENCER_GETH, SEQUENCER_NODE, VERIFIER_GETH, VERIFIER_NODE ->
                throw new IllegalArgumentException("the devnet needs " + program);
        };
    }

    /// Any other argument of `up.mjs`.
    public DevnetOptions with(String argument, String value) {
        Map<String, String> more = new TreeMap<>(arguments);
        more.put(argument, value);
        return new DevnetOptions(more, environment);
    }

    List<String> commandLine() {
        List<String> line = new ArrayList<>();
        new TreeMap<>(arguments)
                .forEach((name, value) -> line.add(value.isEmpty() ? "--" + name : "--%s=%s".formatted(name, value)));
        return line;
    }
}
