package org.lifeboat.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.discovery.Disclosure;
import org.lifeboat.engine.discovery.Discovery;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.token.Token;
import org.lifeboat.vault.Candidate;
import org.lifeboat.vault.Changed;
import org.lifeboat.vault.SeedId;
import org.lifeboat.vault.SeedInfo;
import org.lifeboat.vault.UnlockedVault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lifeboat accounts find`: looks on the common paths for accounts of all the vault's seed words that were
/// used. Says first that the sources learn that these addresses belong together.
@Command(name = "find")
final class AccountsFind extends CliCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Option(names = {"-y", "--yes"})
    boolean yes;

    @Mixin
    PasswordOptions password = new PasswordOptions();

    AccountsFind(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() {
        Profiles profiles = new Profiles(shell);
        try (Profile profile = profiles.open();
                Online online = profiles.online(profile)) {
            List<Discovery.Place> places = places(profile, online);
            if (places.isEmpty()) {
                throw shell.stop(ExitCode.REFUSED, "cli.networks.none");
            }
            Disclosure disclosure =
                    Disclosure.of(places.stream().map(Discovery.Place::source).toList());
            shell.progress(disclosure.messageKey(), String.join(", ", disclosure.hosts()));
            if (!shell.confirm(yes, "cli.find.ask")) {
                throw shell.stop(ExitCode.DECLINED, "cli.nothing-done");
            }
            VaultDoor door = new VaultDoor(shell, profile);
            try (UnlockedVault vault = door.open(password)) {
                if (vault.seeds().isEmpty()) {
                    throw shell.stop(ExitCode.REFUSED, "cli.account.no-words");
                }
                Set<Account> accounts = new LinkedHashSet<>();
                boolean whole = true;
                for (SeedInfo seed : vault.seeds()) {
                    Discovery.Findings found = new Discovery(PATIENCE)
                            .find(
                                    disclosure.agree(),
                                    places,
                                    (kind, from, count) -> vault.candidates(seed.id(), kind, from, count));
                    accounts.addAll(added(profile, door, vault, seed.id(), found.used()));
                    found.incomplete()
                            .forEach(gap -> shell.progress(
                                    "cli.find.incomplete", gap.path().path(0), gap.host(), gap.words()));
                    whole &= found.incomplete().isEmpty();
                }
                AccountLines.list(shell, "accounts find", List.copyOf(accounts));
                return whole ? ExitCode.DONE : ExitCode.PARTLY;
            }
        }
    }

    private static List<Discovery.Place> places(Profile profile, Online online) {
        List<Discovery.Place> places = new ArrayList<>();
        for (Network network : profile.networks().watched()) {
            Optional<Source> first = online.sources(network.chain()).stream().findFirst();
            first.ifPresent(source -> places.add(new Discovery.Place(
                    source,
                    profile.tokens().of(network.chain()).stream()
                            .map(Token::contract)
                            .toList())));
        }
        return places;
    }

    private List<Account> added(
            Profile profile, VaultDoor door, UnlockedVault vault, SeedId seed, List<Candidate> used) {
        List<Account> accounts = new ArrayList<>();
        for (Candidate candidate : used) {
            var inVault = switch (vault.addAccount(seed, candidate.path())) {
                case Changed.AlreadyThere<org.lifeboat.vault.Account>(var there) -> there;
                case Changed<org.lifeboat.vault.Account> other -> door.changed(other);
            };
            accounts.add(profile.accounts().add(inVault.address(), "", VaultDoor.kind(inVault.origin())));
        }
        // The first account stands on two of the common paths.
        return accounts.stream().distinct().toList();
    }
}
