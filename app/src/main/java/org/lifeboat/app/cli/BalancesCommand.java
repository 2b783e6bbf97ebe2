package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.NetworkReport;
import org.lifeboat.engine.balances.Patience;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.exit.Reach;
import org.lifeboat.engine.exit.ReadyBook;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lifeboat balances`: what the accounts hold on the watched networks, each figure with how it was checked.
@Command(name = "balances")
final class BalancesCommand extends CliCommand {
    @Option(names = "--network", paramLabel = "NETWORK")
    @Nullable
    String network;

    @Option(names = "--account", paramLabel = "ACCOUNT")
    @Nullable
    String account;

    @Option(names = "--offline")
    boolean offline;

    @Option(names = "--patient")
    boolean patient;

    @Option(names = "--zeros")
    boolean zeros;

    BalancesCommand(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws InterruptedException {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open()) {
            List<Address> accounts = accounts(profile);
            List<Network> networks = networks(profile);
            if (offline) {
                Balances balances = new Balances(profile.storage().balances(), profile.clock());
                return print(profile, balances.remembered(watches(profile, Optional.empty(), networks, accounts)));
            }
            try (Online online = profiles.online(profile)) {
                Balances balances = new Balances(profile.storage().balances(), profile.clock(), online.vouching());
                List<Watch> watches = watches(profile, Optional.of(online), networks, accounts);
                ExitCode code = print(
                        profile,
                        balances.refresh(
                                watches,
                                patient ? Patience.SLOW_LINE : Patience.SCREEN,
                                report -> shell.progress(
                                        "cli.balances.read", report.network().name())));
                // After the answer, which must not wait for it.
                new Measuring(shell, profile).measureDue(watches);
                return code;
            }
        }
    }

    private List<Address> accounts(Profile profile) {
        List<Account> chosen =
                account == null ? profile.accounts().visible() : List.of(AccountPick.require(shell, profile, account));
        if (chosen.isEmpty()) {
            throw shell.stop(ExitCode.REFUSED, "cli.account.none");
        }
        return chosen.stream().map(Account::address).toList();
    }

    private List<Network> networks(Profile profile) {
        List<Network> chosen = network == null
                ? profile.networks().watched()
                : List.of(NetworkPick.require(shell, profile.networks(), network));
        if (chosen.isEmpty()) {
            throw shell.stop(ExitCode.REFUSED, "cli.networks.none");
        }
        return chosen;
    }

    private static List<Watch> watches(
            Profile profile, Optional<Online> online, List<Network> networks, List<Address> accounts) {
        return networks.stream()
                .map(network -> new Watch(
                        network,
                        online.<List<Source>>map(way -> way.sources(network.chain()))
                                .orElseGet(List::of),
                        accounts,
                        profile.tokens().of(network.chain())))
                .toList();
    }

    private ExitCode print(Profile profile, BalanceSheet sheet) {
        Reach.Ways ways = new ReadyBook(profile.storage().settings()).ways();
        shell.answer(
                "balances",
                SheetJson.of(sheet, Reach.of(sheet, ways)),
                out -> new SheetLines(shell, profile.clock(), out, zeros, ways).print(sheet));
        if (sheet.complete()) {
            return ExitCode.DONE;
        }
        boolean any = sheet.networks().stream()
                .map(NetworkReport::rows)
                .flatMap(List::stream)
                .anyMatch(row -> row.newest() instanceof Figure.Known);
        return any ? ExitCode.PARTLY : ExitCode.NO_ANSWER;
    }
}
