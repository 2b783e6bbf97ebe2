package org.lifeboat.ui.drills;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.account.Accounts;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.KeyDrill;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.StoredReading;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.session.LessonHall;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.ui.session.WaysOut;

/// The desk of a real profile, or of one of play money.
public final class WalletDrills implements DrillsDesk {
    private static final String PASSED = "drill-passed-";

    /// For each source.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Wallet wallet;

    public WalletDrills(Wallet wallet) {
        this.wallet = wallet;
    }

    @Override
    public List<DrillsScreen.Offer> offers() {
        return Arrays.stream(Drill.values())
                .map(drill -> new DrillsScreen.Offer(drill, lastPassed(drill)))
                .toList();
    }

    private Optional<LocalDate> lastPassed(Drill drill) {
        return wallet.storage().settings().find(PASSED + drill.id()).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException damaged) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<DrillsScreen.Keys> keys() {
        if (!wallet.vault().exists() || wallet.play()) {
            return Optional.empty();
        }
        Instant now = wallet.clock().instant();
        KeyDrill keys = KeyDrill.of(wallet.storage().settings(), now);
        return Optional.of(new DrillsScreen.Keys(keys.proven(), keys.next(), keys.isDue(now)));
    }

    @Override
    public List<DrillsScreen.Position> positions() {
        if (wallet.play()) {
            return List.of();
        }
        List<Account> accounts = new Accounts(wallet.storage()).visible();
        return WaysOut.of(wallet).leavable().stream()
                .flatMap(l2 -> accounts.stream().flatMap(account -> position(l2, account).stream()))
                .toList();
    }

    private Optional<DrillsScreen.Position> position(Network l2, Account account) {
        Optional<BigInteger> coin = held(l2, account, Optional.empty());
        List<DrillsScreen.TokenHeld> tokens = new Tokens(
                        TokenList.bundled(), wallet.storage().tokens())
                .of(l2.chain()).stream()
                        .flatMap(token -> held(l2, account, Optional.of(token.contract())).stream()
                                .map(units -> new DrillsScreen.TokenHeld(token, units)))
                        .toList();
        return coin.isEmpty() && tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(new DrillsScreen.Position(
                        l2, account, coin.map(Wei::new).orElse(Wei.ZERO), tokens));
    }

    /// @return empty where it was nothing when it was read last, or never read
    private Optional<BigInteger> held(Network l2, Account account, Optional<Address> token) {
        return wallet.storage().balances().of(l2.chain(), account.address(), token).stream()
                .max(Comparator.comparing(StoredReading::readAt))
                .map(StoredReading::units)
                .filter(units -> units.signum() > 0);
    }

    @Override
    public List<LessonHall.Offer> lessons() {
        return wallet.lessons().map(LessonHall::offers).orElse(List.of());
    }

    @Override
    public List<LessonHall.Step> play(String lesson) {
        return wallet.lessons().orElseThrow().play(lesson);
    }

    @Override
    public Optional<DrillsScreen.World> world() {
        return wallet.world().map(world -> new DrillsScreen.World(world.kept(), world.lost()));
    }

    @Override
    public void keepWorld(boolean wanted) {
        wallet.world().ifPresent(world -> world.keep(wanted));
    }

    @Override
    public DrillHall.Played open(Drill drill) throws IOException {
        return wallet.drills().orElseThrow().open(drill, Optional.empty());
    }

    @Override
    public Optional<DrillHall.Played> rehearse(DrillsScreen.Position position) throws IOException {
        if (!(WaysOut.lately(wallet).find(position.l2()) instanceof ExitPlaces.Found.Whole(ExitPlace place))) {
            return Optional.empty();
        }
        Account account = position.account();
        RealMoney.Outcome outcome = RealMoney.read(
                wallet.storage(),
                new Exits(wallet.storage(), wallet.clock(), PATIENCE),
                wallet.clock(),
                place,
                account.address(),
                account.canSign(),
                PATIENCE);
        return outcome instanceof RealMoney.Outcome.Read(RealMoney money)
                        && (!money.onL2().isZero() || !money.movable().isEmpty())
                ? Optional.of(wallet.drills().orElseThrow().open(Drill.SEQUENCER_GONE, Optional.of(money)))
                : Optional.empty();
    }

    @Override
    public void passed(Drill drill, LocalDate day) {
        wallet.storage().settings().put(PASSED + drill.id(), day.toString());
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(wallet.clock().instant(), ZoneId.systemDefault());
    }
}
