package org.lifeboat.app.cli;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.chaincheck.CheckPlace;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.dispute.DisputeRequest;
import org.lifeboat.engine.dispute.DisputeRequests;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.DisputeStep;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Pending;
import org.lifeboat.engine.send.Preparation;
import org.lifeboat.engine.send.SendOrder;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.send.Sending;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import tools.jackson.databind.node.ObjectNode;

/// Looks at a contest, says where it stands, and brings the transaction that it calls for before the user.
/// Where this computer has no verdict of the root yet, it is checked before any move: nobody is contested on hearsay.
final class DisputeCarrying {
    private final Shell shell;
    private final CheckOptions options;
    private final Review.Options review;
    private final Optional<Nonce> nonce;
    private final String command;

    /// What a command may offer.
    enum Part {
        MOVES,
        /// Settling, and claiming what is due.
        MONEY
    }

    /// @param nonce the user's own choice
    DisputeCarrying(Shell shell, CheckOptions options, Review.Options review, Optional<Nonce> nonce, String command) {
        this.nonce = nonce;
        this.shell = shell;
        this.options = options;
        this.review = review;
        this.command = command;
    }

    /// @param act whether a transaction may be offered; if not, it is only looked
    ExitCode carry(String network, String game, @Nullable String from, boolean act, Part part)
            throws IOException, InterruptedException {
        review.requireSafe(shell);
        Address wanted = AccountPick.address(shell, game);
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            Network l2 = NetworkPick.require(shell, profile.networks(), network);
            Account account = AccountPick.requireOne(shell, profile, Optional.ofNullable(from));
            Disputes disputes = new Disputes(profile.storage(), profile.clock(), SendCommand.PATIENCE);
            ExitDoor door = new ExitDoor(shell, profile, online);
            return switch (part) {
                case MOVES -> {
                    CheckPlace place = options.place(shell, new CheckDoor(shell, profile, online), l2, review.yes);
                    yield moves(disputes, place, account, wanted, act, door, profile);
                }
                case MONEY -> money(disputes, door.place(l2, options.portal), account, wanted, door, profile);
            };
        }
    }

    private ExitCode moves(
            Disputes disputes,
            CheckPlace place,
            Account account,
            Address wanted,
            boolean act,
            ExitDoor door,
            Profile profile)
            throws InterruptedException {
        Optional<Disputes.Plan> known = disputes.find(place.chains().l2().chain(), account.address(), wanted)
                .filter(plan -> plan.state().stance() != DisputeState.Stance.UNCHECKED);
        Disputes.Plan plan = known.isPresent() ? known.get() : begin(disputes, place, account, wanted);
        shell.progress("dispute.looking");
        Disputes.Look look = disputes.look(plan, place.chains());
        DisputeRequest request = act ? request(look, place.chains(), Part.MOVES) : new DisputeRequest.Nothing();
        if (request instanceof DisputeRequest.CheckAgain) {
            look = disputes.look(begin(disputes, place, account, wanted), place.chains());
            request = request(look, place.chains(), Part.MOVES);
        }
        return carry(
                look, request, door.sendPlace(place.chains(), place.chains().l1()), profile);
    }

    /// Settling and claiming take no verdict, so no server of the L2 is asked.
    private ExitCode money(
            Disputes disputes, ExitPlace place, Account account, Address wanted, ExitDoor door, Profile profile)
            throws InterruptedException {
        shell.progress("dispute.looking");
        Disputes.Plan plan = switch (disputes.follow(place, account.address(), wanted)) {
            case Disputes.Followed.Kept(Disputes.Plan kept) -> kept;
            case Disputes.Followed.Absent _ -> throw shell.stop(ExitCode.REFUSED, "dispute.absent", wanted);
            case Disputes.Followed.Silent(String why) -> throw shell.stop(ExitCode.NO_ANSWER, "dispute.silent", why);
        };
        Disputes.Look look = disputes.look(plan, place);
        DisputeRequest request = request(look, place, Part.MONEY);
        return carry(
                look,
                request instanceof DisputeRequest.CheckAgain ? new DisputeRequest.Nothing() : request,
                door.sendPlace(place, place.l1()),
                profile);
    }

    private Disputes.Plan begin(Disputes disputes, CheckPlace place, Account account, Address game) {
        Network l2 = place.chains().l2();
        shell.progress("chaincheck.begun", l2.name());
        CheckReport report = new ChainChecks(CheckDoor.PATIENCE)
                .check(place, new CheckWish.OfGame(game), CheckLines.shownEveryTenth(shell));
        CheckLines.say(shell.words(), l2, report)
                .forEach(line -> shell.terminal().err().println(line));
        requireSense(place, report);
        return disputes.begin(l2.chain(), account.address(), report)
                .orElseThrow(() -> shell.stop(ExitCode.PARTLY, "dispute.unchecked"));
    }

    /// A bond hangs on it: that every server has what was found false here can mean that something here is
    /// wrong.
    private void requireSense(CheckPlace place, CheckReport report) {
        if (!(report.finding() instanceof Finding.False(BlockRef block, Hash32 claimed, Hash32 _))) {
            return;
        }
        long with = ChainChecks.sourcesWith(place.chains().l2Sources(), block.number(), claimed, CheckDoor.PATIENCE);
        if (with > 0) {
            shell.progress(
                    "dispute.servers-agree", with, place.chains().l2Sources().size());
            if (!shell.confirm(review.acceptDanger, "dispute.ask-all-the-same")) {
                throw shell.stop(ExitCode.DECLINED, "dispute.declined");
            }
        }
    }

    private static DisputeRequest request(Disputes.Look look, ExitPlace place, Part part) {
        DisputeRequest request = new DisputeRequests(CheckDoor.PATIENCE).next(look, place);
        Optional<DisputeStep> step = step(request);
        boolean other = step.isPresent()
                && (step.get() == DisputeStep.MOVE || step.get() == DisputeStep.SHOW_NUMBER) != (part == Part.MOVES);
        return other ? new DisputeRequest.Nothing() : request;
    }

    private static Optional<DisputeStep> step(DisputeRequest request) {
        return switch (request) {
            case DisputeRequest.Offered(DisputeStep step, Network _, SendOrder _) -> Optional.of(step);
            case DisputeRequest.SendAgain(DisputeStep step, Pending _) -> Optional.of(step);
            case DisputeRequest.Nothing _,
                    DisputeRequest.Waits _,
                    DisputeRequest.HandOver _,
                    DisputeRequest.CheckAgain _,
                    DisputeRequest.CouldNot _ -> Optional.empty();
        };
    }

    private ExitCode carry(Disputes.Look look, DisputeRequest request, SendPlace where, Profile profile)
            throws InterruptedException {
        String coin = where.network().coinSymbol();
        return switch (request) {
            case DisputeRequest.Offered(DisputeStep step, Network network, SendOrder order) -> {
                DisputeLines.say(shell.words(), look, coin)
                        .forEach(line -> shell.terminal().err().println(line));
                shell.progress("dispute.step." + step, network.name());
                Preparation preparation = new Sending(profile.storage(), profile.clock(), SendCommand.PATIENCE)
                        .prepare(order.with(nonce), where);
                ObjectNode beside = DisputeLines.json(look);
                beside.put("step", step.name());
                yield new Review(shell, profile, review)
                        .beside("dispute", beside)
                        .carryOut(preparation, where.sources(), command);
            }
            case DisputeRequest.Nothing _ -> answer(look, coin);
            case DisputeRequest.Waits(DisputeStep step) -> {
                shell.progress("dispute.waits." + step);
                yield answer(look, coin);
            }
            case DisputeRequest.SendAgain(DisputeStep step, Pending own) -> {
                shell.progress("dispute.waits." + step);
                if (HandingOver.isWanted(shell, review, own)) {
                    HandingOver.again(shell, profile, own.transaction(), where.sources());
                    shell.progress("cli.send.sent", own.transaction().hash());
                }
                yield answer(look, coin);
            }
            case DisputeRequest.HandOver _ -> answer(look, coin);
            case DisputeRequest.CheckAgain _ -> throw shell.stop(ExitCode.PARTLY, "dispute.unchecked");
            case DisputeRequest.CouldNot(String why) -> throw shell.stop(ExitCode.NO_ANSWER, "dispute.silent", why);
        };
    }

    private ExitCode answer(Disputes.Look look, String coin) {
        ObjectNode json = JsonDocument.object();
        json.set("dispute", DisputeLines.json(look));
        shell.answer(
                command,
                json,
                out -> DisputeLines.say(shell.words(), look, coin).forEach(out::println));
        return ExitCode.DONE;
    }
}
