package org.lifeboat.ui.disputes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.chaincheck.ChainChecks;
import org.lifeboat.engine.chaincheck.CheckReport;
import org.lifeboat.engine.chaincheck.CheckWatch;
import org.lifeboat.engine.chaincheck.CheckWish;
import org.lifeboat.engine.chaincheck.Finding;
import org.lifeboat.engine.dispute.DisputeRequests;
import org.lifeboat.engine.dispute.DisputeState;
import org.lifeboat.engine.dispute.Disputes;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.watch.ContestRounds;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.disputes.DisputesScreen.Check;
import org.lifeboat.ui.disputes.DisputesScreen.NoWay;
import org.lifeboat.ui.disputes.DisputesScreen.One;
import org.lifeboat.ui.disputes.DisputesScreen.Own;
import org.lifeboat.ui.disputes.DisputesScreen.Root;
import org.lifeboat.ui.session.CheckGround;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WayOut;
import org.lifeboat.ui.session.WaysOut;

/// The desk of a real profile.
public final class WalletDisputes implements DisputesDesk {
    /// For each source.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// How many of the newest roots are listed.
    private static final int NEWEST = 20;

    private final Wallet wallet;
    private final Disputes disputes;
    private final CheckGround checks;
    private final ContestRounds rounds;

    public WalletDisputes(Wallet wallet) {
        this.wallet = wallet;
        this.disputes = new Disputes(wallet.storage(), wallet.clock(), PATIENCE);
        this.checks = new CheckGround(wallet);
        this.rounds =
                new ContestRounds(wallet.storage(), wallet.networks(), WaysOut.of(wallet), wallet.clock(), PATIENCE);
    }

    @Override
    public DisputesScreen roots(ChainId l2) {
        return at(l2, place -> switch (disputes.games(place, NEWEST)) {
            case Disputes.Games.Read read ->
                new DisputesScreen.Roots(
                        place.l2(),
                        place.l1(),
                        read.contests().stream()
                                .map(contest -> new Root(contest, stance(l2, contest.contract())))
                                .toList(),
                        read.assurance(),
                        wallet.clock().instant());
            case Disputes.Games.Silent(String why) -> NoWay.because("dispute.silent", why);
        });
    }

    @Override
    public DisputesScreen one(ChainId l2, Address game) {
        return at(l2, place -> switch (disputes.game(place, game)) {
            case Disputes.Seen.Read seen -> {
                Accounts accounts = new Accounts(wallet.storage());
                yield new One(
                        place.l2(),
                        place.l1(),
                        signing(accounts.visible()),
                        seen.contest(),
                        seen.assurance(),
                        own(place, signing(accounts.all()), game),
                        new Check.None(),
                        wallet.clock().instant());
            }
            case Disputes.Seen.Absent _ -> NoWay.because("dispute.absent", game.toChecksum());
            case Disputes.Seen.Silent(String why) -> NoWay.because("dispute.silent", why);
        });
    }

    private DisputesScreen at(ChainId l2, Function<ExitPlace, DisputesScreen> look) {
        return switch (WayOut.of(wallet, l2)) {
            case WayOut.Whole(ExitPlace place) -> look.apply(place);
            case WayOut.None(String key, String argument) -> NoWay.because(key, argument);
        };
    }

    private static List<Account> signing(List<Account> accounts) {
        return accounts.stream().filter(Account::canSign).toList();
    }

    /// Of hidden accounts too: their bonds are in it all the same.
    private List<Own> own(ExitPlace place, List<Account> signers, Address game) {
        List<Own> own = new ArrayList<>();
        for (Account account : signers) {
            disputes.find(place.l2().chain(), account.address(), game).ifPresent(plan -> {
                Disputes.Look look = disputes.look(plan, place);
                ContestRounds.Sight sight = rounds.sight(look, place);
                rounds.remember(sight);
                own.add(new Own(
                        account, plan, look.facts(), new DisputeRequests(PATIENCE).next(look, place), sight.haste()));
            });
        }
        return own;
    }

    /// What the newest check came to, whoever began something upon it.
    private Optional<DisputeState.Stance> stance(ChainId l2, Address game) {
        return disputes.about(l2, game).stream()
                .map(plan -> plan.state().stance())
                .filter(stance -> stance != DisputeState.Stance.UNCHECKED)
                .reduce((_, newer) -> newer);
    }

    @Override
    public Check check(ChainId l2, Address game, CheckWatch watch) {
        return switch (WayOut.of(wallet, l2)) {
            case WayOut.None(String key, String argument) -> new Check.Lacking(key, List.of(argument));
            case WayOut.Whole(ExitPlace place) ->
                checks.lacking(place)
                        .<Check>map(lacking -> new Check.Lacking(lacking.key(), List.of(lacking.argument())))
                        .orElseGet(() -> done(place, checks.check(place, new CheckWish.OfGame(game), watch)));
        };
    }

    /// A bond hangs on it: that servers have the false root too can mean that something here is wrong.
    private static Check done(ExitPlace place, CheckReport report) {
        long with = report.finding() instanceof Finding.False(BlockRef block, Hash32 claimed, Hash32 _)
                ? ChainChecks.sourcesWith(place.l2Sources(), block.number(), claimed, PATIENCE)
                : 0;
        return new Check.Done(
                report,
                DisputeState.of(report).map(DisputeState::stance),
                with,
                place.l2Sources().size());
    }

    @Override
    public void follow(ChainId l2, Account account, Address game) {
        if (WayOut.of(wallet, l2) instanceof WayOut.Whole(ExitPlace place)) {
            disputes.follow(place, account.address(), game); // what came of it the next look shows
        }
    }

    @Override
    public void begin(ChainId l2, Account account, CheckReport report) {
        if (disputes.begin(l2, account.address(), report).isEmpty()) {
            throw new IllegalStateException("there is no verdict to keep");
        }
    }
}
