package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.chaincheck.CheckPlaces;
import org.lifeboat.engine.chaincheck.Rollups;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitState;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.TokenReport;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.engine.watch.ChainWatch;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WayOut;

/// The desk of a real profile.
public final class WalletWithdrawals implements WithdrawDesk {
    /// For each source.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wallet wallet;
    private final Exits exits;
    private final ChainWatch watch;
    private final CheckPlaces checks;

    public WalletWithdrawals(Wallet wallet) {
        this.wallet = wallet;
        this.exits = new Exits(wallet.storage(), wallet.clock(), PATIENCE);
        this.watch = new ChainWatch(wallet.storage().settings());
        this.checks = new CheckPlaces(
                new Rollups(NetworkRegistry.bundled(), wallet.storage().settings()));
    }

    @Override
    public Start start(ChainId chain) {
        return switch (WayOut.of(wallet, chain)) {
            case WayOut.Whole(ExitPlace place) -> facts(place);
            case WayOut.None(String key, String argument) ->
                new Start.Not(new WithdrawScreen.NoWay(key, List.of(argument)));
        };
    }

    private Start facts(ExitPlace place) {
        List<Account> signers = new Accounts(wallet.storage())
                .visible().stream().filter(Account::canSign).toList();
        if (signers.isEmpty()) {
            return new Start.Not(new WithdrawScreen.NoSigner());
        }
        List<Address> addresses = signers.stream().map(Account::address).toList();
        Leaving leaving = Leaving.read(exits, place, addresses, PATIENCE);
        ChainId l2 = place.l2().chain();
        Map<Address, Wei> held = new HashMap<>();
        Map<Address, List<Exits.Plan>> unsent = new HashMap<>();
        for (Address account : addresses) {
            wallet.storage().balances().of(l2, account, Optional.empty()).stream()
                    .max((one, other) -> one.readAt().compareTo(other.readAt()))
                    .map(StoredReading::units)
                    .ifPresent(units -> held.put(account, new Wei(units)));
            unsent.put(account, exits.unsent(l2, account));
        }
        return new Start.Facts(
                new WithdrawScreen.Facts(
                        place.l2(),
                        place.l1(),
                        signers,
                        leaving instanceof Leaving.Read read ? Optional.of(read) : Optional.empty(),
                        leaving instanceof Leaving.Silent(String why) ? why : "",
                        exits.rhythm(place),
                        checks.sequencingWindow(place.l2()),
                        held,
                        tokens(place, addresses),
                        unsent,
                        watch.runs(
                                place.l2(),
                                place.l2Sources(),
                                PATIENCE,
                                wallet.clock().instant()),
                        wallet.clock().instant()),
                watch.isWished(l2));
    }

    /// Those of which an account holds something by the last reading.
    private List<TokenChoice> tokens(ExitPlace place, List<Address> accounts) {
        ChainId l2 = place.l2().chain();
        List<TokenChoice> choices = new ArrayList<>();
        for (Token token : new Tokens(TokenList.bundled(), wallet.storage().tokens()).of(l2)) {
            Map<Address, BigInteger> held = new HashMap<>();
            for (Address account : accounts) {
                wallet.storage().balances().of(l2, account, Optional.of(token.contract())).stream()
                        .max((one, other) -> one.readAt().compareTo(other.readAt()))
                        .map(StoredReading::units)
                        .filter(units -> units.signum() > 0)
                        .ifPresent(units -> held.put(account, units));
            }
            if (!held.isEmpty()) {
                TokenReport home = TokenReport.of(
                        token, exits.token(place, token.contract()).map(Exits.TokenSeen::exit));
                choices.add(new TokenChoice(home, held));
            }
        }
        return choices;
    }

    @Override
    public PlanStore.Id begin(ChainId l2, Account from, ExitState wanted) {
        return exits.begin(l2, from.address(), wanted).id();
    }

    @Override
    public void wish(ChainId l2, boolean wanted) {
        if (wanted) {
            watch.wish(l2, wallet.clock().instant());
        } else {
            watch.end(l2);
        }
    }
}
