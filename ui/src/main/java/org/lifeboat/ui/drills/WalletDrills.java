package org.lifeboat.ui.drills;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.drill.Drill;
import org.lifeboat.engine.drill.KeyDrill;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.session.Wallet;

/// The desk of a real profile, or of one of play money.
public final class WalletDrills implements DrillsDesk {
    private static final String PASSED = "drill-passed-";

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
    public DrillHall.Played open(Drill drill) throws IOException {
        return wallet.drills().orElseThrow().open(drill);
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
