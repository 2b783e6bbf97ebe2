package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.dispute.OwnRootContests;
import org.lifeboat.engine.exit.ExitEvidence;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitReport;
import org.lifeboat.engine.exit.ExitRequest;
import org.lifeboat.engine.exit.ExitRequests;
import org.lifeboat.engine.exit.ExitRoots;
import org.lifeboat.engine.exit.ExitStep;
import org.lifeboat.engine.exit.ExitWish;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Payout;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.exit.Worth;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.send.Sending;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.phrases.RootWords;
import org.lifeboat.ui.phrases.WishWords;
import tools.jackson.databind.node.ObjectNode;

/// Looks at one plan, says where it stands, and brings the transaction that it calls for before the user.
final class ExitCarrying {
    private final Shell shell;
    private final Profile profile;
    private final ExitDoor door;
    private final Review.Options review;
    private final Optional<Nonce> nonce;
    private final boolean evenIfLost;

    /// @param nonce the user's own choice
    /// @param evenIfLost whether the last step may be taken though the money would not arrive
    ExitCarrying(
            Shell shell,
            Profile profile,
            ExitDoor door,
            Review.Options review,
            Optional<Nonce> nonce,
            boolean evenIfLost) {
        this.nonce = nonce;
        this.evenIfLost = evenIfLost;
        this.shell = shell;
        this.profile = profile;
        this.door = door;
        this.review = review;
    }

    /// @param act whether a transaction may be offered; if not, it is only looked
    ExitCode carry(Exits.Plan plan, ExitPlace place, boolean act, ExitWish wish, String command)
            throws InterruptedException {
        shell.progress("cli.exit.looking");
        Exits.Look look = door.exits().look(plan, place);
        tell(look);
        new OwnRootContests(profile.storage(), profile.clock(), SendCommand.PATIENCE).follow(place);
        String sentence = ExitLines.say(shell.words(), look, place.l1().coinSymbol());
        ExitRequest request = act
                ? new ExitRequests(new ExitEvidence(profile.storage().evidence()), SendCommand.PATIENCE)
                        .next(look, place, wish)
                : new ExitRequest.Nothing();
        return switch (request) {
            case ExitRequest.Offered(ExitStep step, Network network, SendOrder order, List<Check> first) -> {
                shell.terminal().err().println(sentence);
                requireWish(look, wish, step, place.l1().coinSymbol());
                shell.progress("cli.exit.step." + step, network.name());
                SendPlace where = door.sendPlace(place, network);
                Preparation preparation = new Sending(profile.storage(), profile.clock(), SendCommand.PATIENCE)
                        .prepare(order.with(nonce), where)
                        .saying(first);
                if (step == ExitStep.FINISH || step == ExitStep.REPLAY) {
                    requireArrival(look, preparation);
                }
                ObjectNode beside = ExitLines.json(look);
                beside.put("step", step.name());
                yield new Review(shell, profile, review)
                        .beside("exit", beside)
                        .carryOut(preparation, where.sources(), command);
            }
            case ExitRequest.Nothing _ -> answer(look, sentence, command, Optional.empty());
            case ExitRequest.Waits(ExitStep step) -> {
                shell.progress("cli.exit.waits." + step);
                yield answer(look, sentence, command, Optional.empty());
            }
            case ExitRequest.HandOver(ExitStep step, Pending pending) -> {
                OwnTransaction own = pending.transaction();
                boolean wanted = HandingOver.isWanted(shell, review, pending);
                if (wanted) {
                    HandingOver.again(
                            shell,
                            profile,
                            own,
                            own.chain().equals(place.l1().chain()) ? place.l1Sources() : place.l2Sources());
                    shell.progress("cli.send.sent", own.hash());
                }
                yield answer(look, sentence, command, wanted ? Optional.of(step) : Optional.empty());
            }
            case ExitRequest.OtherRoot(String source) ->
                throw shell.stop(ExitCode.REFUSED, "cli.exit.other-root", source);
            case ExitRequest.CouldNot(String why) -> throw shell.stop(ExitCode.NO_ANSWER, "cli.exit.could-not", why);
        };
    }

    /// What is to be said before where it stands.
    private void tell(Exits.Look look) {
        look.disagreements()
                .forEach(one -> shell.progress(
                        "cli.balances.disagrees",
                        one.source().shown(),
                        shell.words()
                                .say(
                                        one.contradiction().messageKey(),
                                        one.contradiction().subject(),
                                        one.contradiction().said(),
                                        one.contradiction().shown())));
    }

    /// Keeps which root the next proof is to be made against, as the user named it.
    Exits.Plan choose(Exits.Plan plan, ExitPlace place, String game) {
        shell.progress("cli.exit.looking");
        ExitRoots.Named named = named(game);
        Exits.Plan now = door.exits().look(plan, place).plan();
        return switch (door.roots().choose(now, place, named)) {
            case ExitRoots.Chosen.Kept(Exits.Plan kept, RootOffer root) -> {
                shell.progress(
                        kept.state().chosenRoot().isPresent() ? "cli.exit.root.kept" : "cli.exit.root.own",
                        kept.id().value(),
                        root.block());
                yield kept;
            }
            case ExitRoots.Chosen.Refused(RootOffer root, RootOffer.Refusal why) ->
                throw shell.stop(
                        ExitCode.REFUSED,
                        "cli.exit.root.refused",
                        root.block(),
                        new RootWords(shell.phrases(profile.clock()), Address::toChecksum).refusal(why));
            case ExitRoots.Chosen.Unknown _ -> throw shell.stop(ExitCode.REFUSED, "cli.exit.root.unknown", game);
            case ExitRoots.Chosen.NotNow _ ->
                throw shell.stop(
                        ExitCode.REFUSED, "cli.exit.root.not-now", plan.id().value());
            case ExitRoots.Chosen.Silent(String why) -> throw shell.stop(ExitCode.NO_ANSWER, "cli.exit.could-not", why);
        };
    }

    private ExitRoots.Named named(String game) {
        if (game.startsWith("0x")) {
            return ExitRoots.Named.of(AccountPick.address(shell, game));
        }
        if (!game.matches("[0-9]{1,18}")) {
            throw shell.stop(ExitCode.USAGE, "cli.exit.root.wrong", game);
        }
        return ExitRoots.Named.at(Long.parseLong(game));
    }

    /// Says what the user's choice means before anything of it is prepared, as the window does, and asks.
    private void requireWish(Exits.Look look, ExitWish wish, ExitStep step, String coin) {
        boolean isChoice = step == (wish == ExitWish.OWN_ROOT ? ExitStep.OWN_ROOT : ExitStep.PROVE);
        ExitReport report = ExitReport.of(look);
        Phrases phrases = shell.phrases(profile.clock());
        String bond = report.bond()
                .map(wei -> wei.toTokenAmount().toExactString() + " " + coin)
                .orElse("");
        WishWords.of(phrases, isChoice ? wish : ExitWish.NONE, report, bond).ifPresent(said -> {
            said.all().forEach(line -> shell.progress("cli.verbatim", line));
            if (!shell.confirm(review.yes, "cli.exit.ask-go-on")) {
                throw shell.stop(ExitCode.DECLINED, "cli.exit.declined");
            }
        });
    }

    /// What the portal has finished is finished, also where the money did not arrive: that is not done
    /// unasked.
    private void requireArrival(Exits.Look look, Preparation preparation) {
        if (!(preparation instanceof Preparation.Ready(Draft draft, var _))) {
            return;
        }
        switch (Payout.forecast(draft, look.plan().state().withdrawal().orElseThrow())) {
            case ARRIVES -> {}
            case UNKNOWN -> shell.progress("cli.exit.arrival-unknown");
            case KEPT -> shell.progress("cli.exit.tokens-kept");
            case LOST -> {
                if (!evenIfLost) {
                    throw shell.stop(
                            ExitCode.REFUSED,
                            "cli.exit.would-be-lost",
                            look.plan().state().target());
                }
            }
        }
    }

    /// @param taken the step that was taken just now
    private ExitCode answer(Exits.Look look, String sentence, String command, Optional<ExitStep> taken) {
        ObjectNode json = JsonDocument.object();
        ObjectNode exit = ExitLines.json(look);
        taken.ifPresent(step -> exit.put("step", step.name()));
        Optional<Worth> worth = new ExitEvidence(profile.storage().evidence()).worth(look);
        JsonDocument.putOrNull(exit, "worth", worth.map(Worth::name));
        json.set("exit", exit);
        shell.answer(command, json, out -> {
            out.println(sentence);
            worth.ifPresent(known -> out.println(shell.words().say("cli.exit.worth." + known)));
        });
        return ExitCode.DONE;
    }
}
