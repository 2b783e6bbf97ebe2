package org.lifeboat.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.Hash32;

/// Sends a transaction that was signed before: the same bytes again, nothing is signed.
final class HandingOver {
    private HandingOver() {}

    /// Says why it should be, and asks.
    static boolean isWanted(Shell shell, Review.Options review, Pending own) {
        Hash32 hash = own.transaction().hash();
        return own.isWithoutTaker()
                ? shell.confirm(review.yes, "cli.exit.hand-over", hash)
                : shell.confirm(
                        review.yes,
                        "cli.exit.hand-over.lacked",
                        hash,
                        own.lackedBy().stream().map(SourceId::shown).collect(Collectors.joining(", ")));
    }

    /// @return the transaction as it stands then
    /// @throws Stop if no source takes it; what they say is told before
    static OwnTransaction again(Shell shell, Profile profile, OwnTransaction own, List<Source> sources) {
        Submission submission = new Submission(profile.storage().activity(), profile.clock());
        return switch (submission.resend(own, sources, Submission.Audience.ALL, SendCommand.PATIENCE)) {
            case Submission.Result.Sent(OwnTransaction now, var _, var _, var _) -> now;
            case Submission.Result.NotTaken(var _, List<Submission.Refusal> refusals, var _) -> {
                refusals.forEach(refusal ->
                        shell.progress("cli.send.refused", refusal.source().shown(), refusal.words()));
                throw shell.stop(ExitCode.FATE_UNKNOWN, "cli.send.not-taken", own.hash());
            }
            case Submission.Result.NotThisDraft _ -> throw new IllegalStateException("nothing was signed anew");
        };
    }
}
