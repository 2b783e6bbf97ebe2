package org.lifeboat.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.app.wiring.ProfileFacts;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.anchor.Trials;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.PriceNow;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.vault.UnlockedVault;
import org.lifeboat.vault.signing.Approval;
import org.lifeboat.vault.signing.Description;
import org.lifeboat.vault.signing.Signed;
import org.lifeboat.vault.signing.TransactionRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Says a prepared transaction in words, asks, signs it, saves it and hands it over.
final class Review {
    /// For all sources together: a signature waits for it.
    private static final Duration PRICE_PATIENCE = Duration.ofSeconds(5);

    private static final int GWEI_DIGITS = 9;

    private final Shell shell;
    private final Profile profile;
    private final Options options;
    private Optional<Map.Entry<String, ObjectNode>> beside = Optional.empty();

    Review(Shell shell, Profile profile, Options options) {
        this.shell = shell;
        this.profile = profile;
        this.options = options;
    }

    /// What may be agreed to beforehand.
    static final class Options {
        @Option(names = {"-y", "--yes"})
        boolean yes;

        @Option(names = "--accept-danger")
        boolean acceptDanger;

        @Mixin
        PasswordOptions password = new PasswordOptions();

        /// A yes given beforehand is for scripts, which bring the password in a file.
        void requireSafe(Shell shell) {
            if (yes && !password.given()) {
                throw shell.stop(ExitCode.USAGE, "cli.send.yes-needs-file");
            }
        }
    }

    /// What else stands in the answer's JSON.
    Review beside(String name, ObjectNode json) {
        beside = Optional.of(Map.entry(name, json));
        return this;
    }

    ExitCode carryOut(Preparation preparation, List<Source> sources, String command) {
        return switch (preparation) {
            case Preparation.Ready(Draft draft, List<Disagreement> disagreements) -> {
                disagreements.forEach(this::tell);
                yield carryOut(draft, sources, command);
            }
            case Preparation.NotPossible(List<Check> checks) -> {
                checks.forEach(this::tell);
                throw shell.stop(ExitCode.REFUSED, "cli.send.not-possible");
            }
            case Preparation.GasLimitWanted(List<Check> checks, List<Disagreement> disagreements) -> {
                disagreements.forEach(this::tell);
                checks.forEach(this::tell);
                throw shell.stop(ExitCode.REFUSED, "cli.send.gas-limit-wanted");
            }
            case Preparation.Unanswered(List<Note> reasons, List<Disagreement> disagreements) -> {
                disagreements.forEach(this::tell);
                reasons.forEach(note ->
                        shell.progress(note.messageKey(), note.arguments().toArray()));
                throw shell.stop(ExitCode.NO_ANSWER, "cli.send.unanswered");
            }
        };
    }

    ExitCode carryOut(Draft draft, List<Source> sources, String command) {
        TransactionRequest request = new TransactionRequest(draft.transaction());
        Description description = request.describe(draft.from(), new ProfileFacts(profile));
        show(draft, description);
        Approval approval = approve(draft, description);
        requirePrice(draft, sources);
        SignedTransaction signed = sign(request, draft, approval);
        Trials.keep(profile.storage(), draft.network(), draft.from(), signed.encoded(), draft.simulated());
        Submission submission = new Submission(profile.storage().activity(), profile.clock());
        return switch (submission.submit(draft, signed, sources, Submission.Audience.ALL, SendCommand.PATIENCE)) {
            case Submission.Result.Sent sent -> {
                profile.contacts().used(draft.to(), profile.clock().instant());
                sent.lies().forEach(this::tell);
                ObjectNode json = ActivityLines.json(sent.transaction());
                json.set("simulation", SimulationLines.json(draft));
                beside.ifPresent(more -> json.set(more.getKey(), more.getValue()));
                shell.answer(command, json, out -> out.println(shell.words().say("cli.send.sent", signed.hash())));
                yield ExitCode.DONE;
            }
            case Submission.Result.NotTaken(var _, List<Submission.Refusal> refusals, List<Disagreement> lies) -> {
                lies.forEach(this::tell);
                refusals.forEach(refusal ->
                        shell.progress("cli.send.refused", refusal.source().shown(), refusal.words()));
                throw shell.stop(ExitCode.FATE_UNKNOWN, "cli.send.not-taken", signed.hash());
            }
            case Submission.Result.NotThisDraft _ ->
                throw new IllegalStateException("what was signed is not what was shown");
        };
    }

    private void show(Draft draft, Description description) {
        description.lines().forEach(line -> shell.terminal().err().println(SigningLines.say(shell.words(), line)));
        String coin = draft.network().coinSymbol();
        shell.progress(
                draft.fee().whole() ? "cli.send.fee" : "cli.send.fee-at-least",
                draft.fee().expected().total().toTokenAmount().toExactString(),
                draft.fee().most().total().toTokenAmount().toExactString(),
                coin);
        SimulationLines.tell(shell, draft);
        draft.checks().forEach(this::tell);
    }

    private Approval approve(Draft draft, Description description) {
        String button = shell.words().say("cli.send.ask", draft.network().name());
        if (!shell.confirm(options.yes, "cli.verbatim", button)) {
            throw shell.stop(ExitCode.DECLINED, "cli.send.declined");
        }
        Approval approval = description.approve();
        if (!draft.needsSecondYes() && !description.needsSecondConfirmation()) {
            return approval;
        }
        if (!shell.confirm(options.acceptDanger, "cli.send.ask-danger")) {
            throw shell.stop(ExitCode.DECLINED, "cli.send.danger-declined");
        }
        return approval.confirmAgain();
    }

    /// Between what was shown and the yes to it hours can pass. What was shown can be signed all the same, and nothing
    /// else is; a yes given beforehand was given to a price that gets into a block.
    private void requirePrice(Draft draft, List<Source> sources) {
        if (PriceNow.of(draft, sources, PRICE_PATIENCE)
                instanceof PriceNow.TooLow(Wei base, Wei most, SourceId source)) {
            shell.progress("cli.send.dearer", draft.network().name(), source.shown(), gwei(base), gwei(most));
            if (!shell.confirm(false, "cli.send.ask-dearer")) {
                throw shell.stop(ExitCode.DECLINED, "cli.send.dearer-declined");
            }
        }
    }

    private static String gwei(Wei wei) {
        return new TokenAmount(wei.value(), GWEI_DIGITS).toExactString();
    }

    private SignedTransaction sign(TransactionRequest request, Draft draft, Approval approval) {
        Account account = profile.accounts().find(draft.from()).orElseThrow();
        try (UnlockedVault vault = new VaultDoor(shell, profile).open(options.password)) {
            var id = AccountPick.inVault(shell, vault, account).id();
            return switch (SigningLines.done(shell, vault.sign(request, id, approval))) {
                case Signed.Sendable(SignedTransaction signed) -> signed;
                case Signed.Statement _, Signed.Delegation _ ->
                    throw new IllegalStateException("a transaction was signed as something else");
            };
        }
    }

    private void tell(Check check) {
        tell(shell, check);
    }

    static void tell(Shell shell, Check check) {
        String said = shell.words().say(check.messageKey(), check.arguments().toArray());
        shell.progress("cli.check." + check.severity(), said);
    }

    private void tell(Disagreement disagreement) {
        var what = disagreement.contradiction();
        shell.progress(
                "cli.balances.disagrees",
                disagreement.source().shown(),
                shell.words().say(what.messageKey(), what.subject(), what.said(), what.shown()));
    }
}
