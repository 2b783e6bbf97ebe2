package org.lifeboat.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.anchor.EvidenceFile;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `lifeboat sync evidence`: writes the chain of evidence of one figure, of how a payment ended, or of what trying
/// it out had shown, into a file. Asks nobody.
@Command(name = "evidence")
final class SyncEvidence extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "evidence-file")
    @Nullable
    Path file;

    @Option(names = "--account", paramLabel = "ACCOUNT", required = true)
    String account = "";

    @Option(names = "--token", paramLabel = "ADDRESS")
    @Nullable
    String token;

    @Option(names = "--transaction", paramLabel = "HASH")
    @Nullable
    String transaction;

    @Option(names = "--trial")
    boolean trial;

    SyncEvidence(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Path to = file;
        if (to == null) {
            throw new IllegalStateException("picocli has let a missing parameter through");
        }
        try (Profile profile = new Profiles(shell).open()) {
            Network chosen = NetworkPick.require(shell, profile.networks(), network);
            Account owner = AccountPick.require(shell, profile, account);
            Bytes content = content(profile.storage(), chosen.chain(), owner.address())
                    .orElseThrow(() -> shell.stop(
                            ExitCode.REFUSED,
                            "cli.evidence.nothing-final",
                            owner.address().toChecksum()));
            OwnerFile.write(shell, to, content.toArray());
            ObjectNode json = JsonDocument.object();
            json.put("file", to.toString());
            json.put("bytes", content.size());
            shell.answer("sync evidence", json, out -> out.println(shell.words().say("cli.evidence.written", to)));
            return ExitCode.DONE;
        }
    }

    private Optional<Bytes> content(Storage storage, ChainId chain, Address owner) {
        Optional<Hash32> payment = transaction();
        if (payment.isEmpty()) {
            return EvidenceFile.write(storage, chain, owner, token());
        }
        return trial
                ? storage.activity()
                        .find(chain, payment.get())
                        .flatMap(own -> EvidenceFile.writeTrial(storage, chain, owner, own.signed()))
                : EvidenceFile.writePayment(storage, chain, owner, payment.get());
    }

    private Optional<Hash32> transaction() {
        String text = transaction;
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Hash32.fromHex(text));
        } catch (IllegalArgumentException e) {
            throw shell.stop(ExitCode.USAGE, "cli.evidence.no-hash", text);
        }
    }

    private Optional<Address> token() {
        String text = token;
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Address.fromHex(text));
        } catch (IllegalArgumentException e) {
            throw shell.stop(ExitCode.USAGE, "cli.evidence.no-address", text);
        }
    }
}
