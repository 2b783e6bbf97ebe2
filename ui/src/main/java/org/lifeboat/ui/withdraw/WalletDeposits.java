package org.lifeboat.ui.withdraw;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.exit.Crossing;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Leaving;
import org.lifeboat.engine.exit.TokenDeposit;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.token.Token;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WayOut;

/// The desk of a real profile.
public final class WalletDeposits implements DepositDesk {
    /// For each source.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// Each is asked about on both layers.
    private static final int MOST_BROUGHT = 5;

    private final Wallet wallet;
    private final Exits exits;
    private final Tokens tokens;
    private final TokenList list = TokenList.bundled();

    public WalletDeposits(Wallet wallet) {
        this.wallet = wallet;
        this.exits = new Exits(wallet.storage(), wallet.clock(), PATIENCE);
        this.tokens = new Tokens(list, wallet.storage().tokens());
    }

    @Override
    public Start start(ChainId chain) {
        return switch (WayOut.of(wallet, chain)) {
            case WayOut.Whole(ExitPlace place) -> facts(place);
            case WayOut.None(String key, String argument) ->
                new Start.Not(new DepositScreen.NoWay(key, List.of(argument)));
        };
    }

    private Start facts(ExitPlace place) {
        List<Account> signers = new Accounts(wallet.storage())
                .visible().stream().filter(Account::canSign).toList();
        if (signers.isEmpty()) {
            return new Start.Not(new DepositScreen.NoSigner());
        }
        List<Address> addresses = signers.stream().map(Account::address).toList();
        ChainId l1 = place.l1().chain();
        return new Start.Facts(new DepositScreen.Facts(
                place.l2(),
                place.l1(),
                signers,
                Leaving.read(exits, place, addresses, PATIENCE) instanceof Leaving.Read read
                        && read.bridge().paused(),
                held(l1, addresses, Optional.empty()),
                choices(place, addresses)));
    }

    /// Those that an account holds on one of the layers by the last reading, or that the user added himself.
    private List<DepositForm.Choice> choices(ExitPlace place, List<Address> accounts) {
        ChainId l1 = place.l1().chain();
        ChainId l2 = place.l2().chain();
        Set<String> assets = new HashSet<>();
        for (Token token : tokens.of(l1)) {
            token.asset()
                    .filter(_ ->
                            !held(l1, accounts, Optional.of(token.contract())).isEmpty())
                    .ifPresent(assets::add);
        }
        List<DepositForm.Choice> choices = new ArrayList<>();
        for (Token token : tokens.of(l2)) {
            boolean wanted = token.asset().filter(assets::contains).isPresent()
                    || list.find(l2, token.contract()).isEmpty()
                    || !held(l2, accounts, Optional.of(token.contract())).isEmpty();
            if (wanted) {
                TokenDeposit.way(exits, list, place, token)
                        .map(way -> new DepositForm.Choice(
                                token, way.l1Token(), way.listed(), held(l1, accounts, Optional.of(way.l1Token()))))
                        .ifPresent(choices::add);
            }
        }
        return choices;
    }

    /// More than nothing, by the last reading.
    private Map<Address, BigInteger> held(ChainId chain, List<Address> accounts, Optional<Address> token) {
        Map<Address, BigInteger> held = new HashMap<>();
        for (Address account : accounts) {
            wallet.storage().balances().of(chain, account, token).stream()
                    .max((one, other) -> one.readAt().compareTo(other.readAt()))
                    .map(StoredReading::units)
                    .filter(units -> units.signum() > 0)
                    .ifPresent(units -> held.put(account, units));
        }
        return held;
    }

    @Override
    public List<Crossing> brought(ChainId l2) {
        return WayOut.of(wallet, l2) instanceof WayOut.Whole(ExitPlace place)
                ? Crossing.newest(new Activity(wallet.storage()), place, MOST_BROUGHT, PATIENCE)
                : List.of();
    }
}
