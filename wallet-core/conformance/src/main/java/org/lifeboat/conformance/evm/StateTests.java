package org.lifeboat.conformance.evm;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.evm.code.CodeCache;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.BlobSchedule;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.rules.ForkRules;
import org.lifeboat.evm.state.Log;
import org.lifeboat.evm.state.WorldState;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.evm.transaction.GasPool;
import org.lifeboat.evm.transaction.TransactionResult;
import org.lifeboat.evm.transaction.TransactionRunner;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.rlp.RlpWriter;
import org.lifeboat.primitives.tx.SignedTransaction;
import tools.jackson.databind.JsonNode;

/// State tests as EEST publishes them: one state, one block's environment, one transaction; the state root and
/// the hash of the logs are compared. The transaction is read from its bytes, its sender recovered from its
/// signature.
public final class StateTests {
    private final Secp256k1 curve = Secp256k1.preferred();
    private final CodeCache codes = new CodeCache(16 << 20);
    private final Optional<Listener> listener;

    public StateTests() {
        this.listener = Optional.empty();
    }

    /// @param listener told of every step
    public StateTests(Listener listener) {
        this.listener = Optional.of(listener);
    }

    /// The fork that test files call `name`.
    public static Optional<Fork> fork(String name) {
        return ForkNames.find(name);
    }

    /// Runs one test that says nothing of what is to come of it.
    /// @param test with `env`, `pre` and `config`
    /// @param signed the transaction's bytes, as hex
    public StateOutcome outcome(JsonNode test, String forkName, String signed) {
        FixtureState state = FixtureState.of(test.get("pre"));
        WorldState world = new WorldState(state, codes);
        Run run = execute(test, ForkNames.find(forkName).orElseThrow(), forkName, signed, world);
        if (run.refused().isPresent()) {
            return new StateOutcome("", "", "refused: " + run.refused().get());
        }
        world.changes().forEach(state::apply);
        return new StateOutcome(state.root().toHex(), logsHash(world.logs()).toHex(), "executed: " + run.ended());
    }

    CaseResult run(String name, JsonNode test, String forkName, JsonNode expected) {
        Optional<Fork> known = ForkNames.find(forkName);
        if (known.isEmpty()) {
            return new CaseResult.Skipped("fork " + forkName + " is not known");
        }
        Fork fork = known.get();
        if (!expected.has("txbytes")) {
            // Older than EEST's format: a sample input of geth's tool, its expected hashes left at zero.
            return new CaseResult.Skipped("without the bytes of its transaction (txbytes)");
        }
        FixtureState state = FixtureState.of(test.get("pre"));
        WorldState world = new WorldState(state, codes);
        Optional<String> refused = execute(
                        test, fork, forkName, expected.get("txbytes").asString(), world)
                .refused();
        boolean mustFail = expected.has("expectException");
        if (mustFail && refused.isEmpty()) {
            return new CaseResult.Failed(
                    name,
                    "accepted, but expected " + expected.get("expectException").asString());
        }
        if (!mustFail && refused.isPresent()) {
            return new CaseResult.Failed(name, "refused: " + refused.get());
        }
        if (mustFail && !fits(refused.get(), expected.get("expectException").asString())) {
            return new CaseResult.Failed(
                    name,
                    "refused for " + refused.get() + ", not "
                            + expected.get("expectException").asString());
        }
        if (!mustFail) {
            world.changes().forEach(state::apply);
        }
        return compare(name, state, mustFail ? List.of() : world.logs(), expected);
    }

    /// @param refused why the transaction was, if it was
    /// @param ended the kind of outcome
    private record Run(Optional<String> refused, String ended) {
        static Run refused(String reason) {
            return new Run(Optional.of(reason), "");
        }
    }

    private Run execute(JsonNode test, Fork fork, String forkName, String bytes, WorldState world) {
        Answer<SignedTransaction> decoded = SignedTransaction.decode(Bytes.fromHex(bytes));
        if (!(decoded instanceof Answer.Proven<SignedTransaction>(SignedTransaction signed))) {
            return Run.refused("UNREADABLE " + decoded);
        }
        Optional<Address> sender = curve.recover(signed.transaction().signingHash(), signed.signature());
        if (sender.isEmpty()) {
            return Run.refused("UNREADABLE no sender");
        }
        ForkRules rules = fork.rules();
        JsonNode config = test.get("config");
        BlobSchedule blobs = Network.schedule(fork, forkName, config);
        TransactionRunner runner = new TransactionRunner(
                rules,
                new ChainId(Fields.number(config, "chainid").longValueExact()),
                environment(test.get("env"), rules, blobs),
                world,
                Precompiles.of(rules),
                curve,
                listener);
        long blobGas = blobs.maximum() * BlobSchedule.GAS_PER_BLOB;
        GasPool left = new GasPool(Fields.unsigned(test.get("env"), "currentGasLimit"), blobGas);
        return switch (runner.run(signed.transaction(), sender.get(), left)) {
            case TransactionResult.Executed executed ->
                new Run(Optional.empty(), executed.outcome().getClass().getSimpleName());
            case TransactionResult.Invalid(var reason) -> Run.refused(reason.name());
            case TransactionResult.Needs(var key) -> Run.refused("needs " + key);
        };
    }

    private static BlockEnvironment environment(JsonNode env, ForkRules rules, BlobSchedule blobs) {
        BigInteger blobFee = rules.newestTransactionType >= 3
                ? blobs.baseFee(Fields.unsigned(env, "currentExcessBlobGas"))
                : BigInteger.ZERO;
        return new BlockEnvironment(
                Address.fromHex(env.get("currentCoinbase").asString()),
                Fields.unsigned(env, "currentNumber"),
                Fields.unsigned(env, "currentTimestamp"),
                Fields.unsigned(env, "currentGasLimit"),
                Fields.number(env, "currentDifficulty"),
                Hash32.ofNumber(Fields.number(env, "currentRandom")),
                new Wei(rules.baseFee ? Fields.number(env, "currentBaseFee") : BigInteger.ZERO),
                new Wei(blobFee));
    }

    private static boolean fits(String reason, String expected) {
        return reason.startsWith("UNREADABLE")
                || Arrays.stream(expected.split("\\|")).anyMatch(one -> one.endsWith("." + reason));
    }

    private static CaseResult compare(String name, FixtureState state, List<Log> logs, JsonNode expected) {
        if (!logsHash(logs).toHex().equals(expected.get("logs").asString())) {
            return new CaseResult.Failed(name, "the logs differ: " + difference(state, expected));
        }
        if (!state.root().toHex().equals(expected.get("hash").asString())) {
            return new CaseResult.Failed(name, difference(state, expected));
        }
        return new CaseResult.Passed();
    }

    private static Hash32 logsHash(List<Log> logs) {
        return Keccak256.hash(new RlpWriter().list(logs, StateTests::write).toBytes());
    }

    private static String difference(FixtureState state, JsonNode expected) {
        if (!expected.has("state")) {
            return "state root " + state.root();
        }
        return state.difference(expected.get("state")).orElse("the state is as expected");
    }

    private static void write(RlpWriter writer, Log log) {
        writer.list(w -> {
            w.address(log.account());
            w.list(log.topics(), RlpWriter::hash);
            w.bytes(log.data());
        });
    }
}
