package org.lifeboat.app.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.engine.anchor.EvidenceCheck;
import org.lifeboat.engine.anchor.EvidenceLink;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.sync.Fingerprint;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat verify`: checks a file of evidence again, on any computer. Needs no profile and no network.
@Command(name = "verify")
final class VerifyCommand extends CliCommand {
    /// Larger than any evidence of ten years.
    private static final long LARGEST = 512L << 20;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "evidence-file")
    @Nullable
    Path file;

    @Option(names = "--checkpoint", paramLabel = "ROOT")
    @Nullable
    String checkpoint;

    VerifyCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException {
        return switch (EvidenceCheck.of(content(), Instant.now().getEpochSecond(), TokenList.bundled())) {
            case EvidenceCheck.Holds holds -> print(holds);
            case EvidenceCheck.Broken broken ->
                throw shell.stop(
                        ExitCode.DAMAGED, "cli.verify.broken", shell.words().say(broken.messageKey(), broken.detail()));
            case EvidenceCheck.UpdateNeeded(String detail) ->
                throw shell.stop(ExitCode.REFUSED, "cli.verify.update-needed", detail);
        };
    }

    private Bytes content() throws IOException {
        Path from = file;
        if (from == null) {
            throw new IllegalStateException("picocli has let a missing parameter through");
        }
        try {
            if (Files.size(from) > LARGEST) {
                throw shell.stop(ExitCode.REFUSED, "cli.verify.too-large", from);
            }
            return Bytes.of(Files.readAllBytes(from));
        } catch (NoSuchFileException e) {
            throw shell.stop(ExitCode.USAGE, "cli.verify.no-file", from);
        }
    }

    private ExitCode print(EvidenceCheck.Holds holds) {
        boolean expected = expected(holds.checkpoint());
        ObjectNode json = JsonDocument.object();
        json.put("chainId", holds.chain().value());
        switch (holds.fact()) {
            case EvidenceCheck.Fact.Amount(Address account, Optional<Address> token, BigInteger units) -> {
                json.put("account", account.toChecksum());
                JsonDocument.putOrNull(json, "token", token.map(Address::toChecksum));
                json.put("units", units.toString());
            }
            case EvidenceCheck.Fact.Payment(Hash32 transaction, boolean succeeded) -> {
                json.put("transaction", transaction.toHex());
                json.put("succeeded", succeeded);
            }
            case EvidenceCheck.Fact.Trial(Hash32 transaction, Address from, boolean succeeds, long gasUsed) -> {
                json.put("transaction", transaction.toHex());
                json.put("from", from.toChecksum());
                json.put("succeeds", succeeds);
                json.put("gasUsed", Long.toString(gasUsed));
            }
            case EvidenceCheck.Fact.Name(String name, ChainId chain, Address address) -> {
                json.put("name", name);
                json.put("nameChainId", chain.value());
                json.put("address", address.toChecksum());
            }
        }
        json.put("level", holds.level().name());
        json.put("blockNumber", holds.block().number());
        json.put("blockHash", holds.block().hash().toHex());
        json.put("checkpoint", holds.checkpoint().toHex());
        json.put("checkpointExpected", expected);
        json.set(
                "links",
                JsonDocument.array(holds.links().stream().map(VerifyCommand::of).toList()));
        shell.answer("verify", json, out -> {
            List<EvidenceLink> links = holds.links();
            links.forEach(link -> {
                out.println(
                        shell.words().say(link.messageKey(), link.arguments().toArray()));
                out.println("    " + link.hash());
            });
            out.println(sentence(holds));
            if (holds.level() != Assurance.Level.FINAL) {
                out.println(shell.words().say("cli.verify.not-final"));
            }
            out.println(shell.words()
                    .say(
                            expected ? "cli.verify.checkpoint-expected" : "cli.verify.checkpoint-compare",
                            Fingerprint.of(holds.checkpoint())));
        });
        return ExitCode.DONE;
    }

    private String sentence(EvidenceCheck.Holds holds) {
        long block = holds.block().number();
        return switch (holds.fact()) {
            case EvidenceCheck.Fact.Amount amount -> shell.words().say("cli.verify.holds", amount.units(), block);
            case EvidenceCheck.Fact.Payment payment ->
                shell.words().say(payment.succeeded() ? "cli.verify.payment" : "cli.verify.payment-failed", block);
            case EvidenceCheck.Fact.Trial trial ->
                shell.words()
                        .say(trial.succeeds() ? "cli.verify.trial" : "cli.verify.trial-failed", block, trial.gasUsed());
            case EvidenceCheck.Fact.Name name ->
                shell.words()
                        .say(
                                "cli.verify.name",
                                block,
                                name.name(),
                                name.address().toChecksum(),
                                name.chain().toString());
        };
    }

    /// Whether the checkpoint is the one that the user named.
    private boolean expected(Hash32 root) {
        String text = checkpoint;
        if (text == null) {
            return false;
        }
        String digits = text.replace(" ", "");
        if (!root.toHex().equalsIgnoreCase(digits.startsWith("0x") ? digits : "0x" + digits)) {
            throw shell.stop(ExitCode.DAMAGED, "cli.verify.other-checkpoint", Fingerprint.of(root));
        }
        return true;
    }

    private static ObjectNode of(EvidenceLink link) {
        ObjectNode object = JsonDocument.object();
        object.put("kind", link.kind().name());
        object.put("hash", link.hash());
        object.set("arguments", JsonDocument.texts(link.arguments()));
        return object;
    }
}
