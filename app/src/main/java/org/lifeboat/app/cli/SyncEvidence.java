package org.lifeboat.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.anchor.EvidenceFile;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.name.Normalization;
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

/// `lifeboat sync evidence`: writes the chain of evidence of one figure, of how a payment ended, of what trying it
/// out had shown, or of where a name led, into a file. Asks nobody.
@Command(name = "evidence")
final class SyncEvidence extends CliCommand {
    @Parameters(index = "0", paramLabel = "NETWORK", descriptionKey = "network")
    String network = "";

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "evidence-file")
    @Nullable
    Path file;

    @Option(names = "--account", paramLabel = "ACCOUNT")
    @Nullable
    String account;

    @Option(names = "--token", paramLabel = "ADDRESS")
    @Nullable
    String token;

    @Option(names = "--transaction", paramLabel = "HASH")
    @Nullable
    String transaction;

    @Option(names = "--trial")
    boolean trial;

    @Option(names = "--name", paramLabel = "NAME|ADDRESS")
    @Nullable
    String name;

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
            Bytes content = content(profile, chosen);
            OwnerFile.write(shell, to, content.toArray());
            ObjectNode json = JsonDocument.object();
            json.put("file", to.toString());
            json.put("bytes", content.size());
            shell.answer("sync evidence", json, out -> out.println(shell.words().say("cli.evidence.written", to)));
            return ExitCode.DONE;
        }
    }

    private Bytes content(Profile profile, Network chosen) {
        String called = name;
        if (called != null) {
            return named(profile.storage(), chosen, called)
                    .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.evidence.no-name", called));
        }
        String text = account;
        if (text == null) {
            throw shell.stop(ExitCode.USAGE, "cli.evidence.whose");
        }
        Account owner = AccountPick.require(shell, profile, text);
        return content(profile.storage(), chosen.chain(), owner.address())
                .orElseThrow(() -> shell.stop(
                        ExitCode.REFUSED,
                        "cli.evidence.nothing-final",
                        owner.address().toChecksum()));
    }

    /// @param called a name in whatever form, or an address
    private Optional<Bytes> named(Storage storage, Network chosen, String called) {
        boolean isName = NameLookup.isMeant(called);
        String subject = isName
                ? Normalization.bundled().normalize(called.strip()) instanceof Normalization.Outcome.Normal normal
                        ? normal.name()
                        : called
                : AccountPick.address(shell, called).toChecksum();
        return NameLookup.registryFor(chosen)
                .flatMap(l1 -> EvidenceFile.writeName(storage, l1, subject, chosen.chain()));
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
