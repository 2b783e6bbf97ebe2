package org.lifeboat.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.ProfileFacts;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.crypto.TransactionSender;
import org.lifeboat.engine.verified.CouldNot;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.vault.Account;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.bundle.BundleReading;
import org.lifeboat.vault.bundle.RequestBundle;
import org.lifeboat.vault.bundle.SignedBundle;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;
import org.lifeboat.vault.signing.TransactionRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat sign FILE`: a bundle of requests from a computer with a network, signed on this one. Opens no
/// socket.
@Command(name = "sign")
final class SignCommand extends CliCommand {
    /// More than the largest bundle that is read.
    private static final int MOST_BYTES = 5 << 20;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "bundle")
    Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE")
    @Nullable
    Path into;

    @Mixin
    Review.Options review = new Review.Options();

    SignCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        review.requireSafe(shell);
        try (Profile profile = new Profiles(shell).open()) {
            RequestBundle bundle = read();
            try (UnlockedVault vault = new VaultDoor(shell, profile).open(review.password)) {
                List<SignedBundle.Item> signed = new ArrayList<>();
                for (int i = 0; i < bundle.items().size(); i++) {
                    shell.progress("cli.sign.item", i + 1, bundle.items().size());
                    signed.add(sign(profile, vault, bundle.items().get(i)));
                }
                hand(new SignedBundle(signed));
                return ExitCode.DONE;
            }
        }
    }

    private RequestBundle read() {
        try (InputStream in = Files.newInputStream(file)) {
            return switch (RequestBundle.read(
                    Bytes.of(in.readNBytes(MOST_BYTES)), new TransactionSender(Secp256k1.preferred()))) {
                case BundleReading.Valid<RequestBundle>(RequestBundle bundle) -> bundle;
                case BundleReading.UpdateNeeded<RequestBundle>(long version) ->
                    throw shell.stop(ExitCode.REFUSED, "cli.sign.update-needed", version);
                case BundleReading.Refused<RequestBundle>(String reason) ->
                    throw shell.stop(ExitCode.REFUSED, "cli.sign.refused", file, reason);
            };
        } catch (IOException unreadable) {
            throw shell.stop(ExitCode.REFUSED, "cli.file.unreadable", file);
        }
    }

    private SignedBundle.Item sign(Profile profile, UnlockedVault vault, RequestBundle.Item item) {
        Account account = vault.accounts().stream()
                .filter(one -> one.address().equals(item.account()))
                .findFirst()
                .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.account.no-key", item.account()));
        Description description = item.request().describe(account.address(), new ProfileFacts(profile));
        description.lines().forEach(line -> shell.terminal().err().println(SigningLines.say(shell.words(), line)));
        if (item.request() instanceof TransactionRequest) {
            // This computer has no network: nothing can be tried out here.
            SimulationLines.tell(shell, new CouldNot(CouldNot.Why.NOT_TRIED, ""));
        }
        if (!shell.confirm(review.yes, "cli.sign.ask")) {
            throw shell.stop(ExitCode.DECLINED, "cli.send.declined");
        }
        Approval approval = description.approve();
        if (description.needsSecondConfirmation()) {
            if (!shell.confirm(review.acceptDanger, "cli.send.ask-danger")) {
                throw shell.stop(ExitCode.DECLINED, "cli.send.danger-declined");
            }
            approval = approval.confirmAgain();
        }
        return new SignedBundle.Item(
                account.address(), SigningLines.done(shell, vault.sign(item.request(), account.id(), approval)));
    }

    private void hand(SignedBundle signed) {
        byte[] bytes = signed.write().toArray();
        Path out = into;
        ObjectNode json = JsonDocument.object();
        json.put("signatures", signed.items().size());
        JsonDocument.putOrNull(json, "file", Optional.ofNullable(out));
        if (out == null) {
            json.set("bundle", JsonMapper.shared().readTree(bytes));
            shell.answer("sign", json, lines -> {
                lines.writeBytes(bytes);
                lines.println();
            });
            return;
        }
        OwnerFile.write(shell, out, bytes);
        json.putNull("bundle");
        shell.answer(
                "sign",
                json,
                lines -> lines.println(
                        shell.words().say("cli.sign.done", signed.items().size(), out)));
    }
}
