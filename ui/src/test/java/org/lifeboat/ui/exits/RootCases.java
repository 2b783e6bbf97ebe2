package org.lifeboat.ui.exits;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.exit.RootOffer.Checked;
import org.lifeboat.engine.exit.RootOffer.Refusal;
import org.lifeboat.engine.exit.RootOffer.Risk;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.ui.balances.Sheets;

/// Roots to prove against, for tests and pictures.
public final class RootCases {
    public static final PlanStore.Id EXIT = new PlanStore.Id(3);

    private RootCases() {}

    public static Map<String, RootsScreen> all() {
        Map<String, RootsScreen> states = new LinkedHashMap<>();
        states.put("roots-load", new RootsScreen.Loading());
        states.put("roots-shown", shown());
        states.put("roots-refused", new RootsScreen.Refused(fits(9_482), Refusal.LOST));
        states.put("roots-no-way", RootsScreen.NoWay.because("exits.root.notNow"));
        states.put(
                "roots-silent",
                RootsScreen.NoWay.because(
                        "exits.silent", "node.example cannot be reached: there was no answer in time"));
        return states;
    }

    /// One of each kind.
    static RootsScreen.Shown shown() {
        return new RootsScreen.Shown(
                EXIT,
                List.of(
                        offer(9_460, Risk.RESOLVED, Checked.NOT_CHECKED, Optional.empty(), true, false),
                        offer(9_481, Risk.OPEN, Checked.SAME, Optional.empty(), false, true),
                        offer(9_482, Risk.CONTESTED, Checked.NOT_CHECKED, Optional.empty(), false, false),
                        offer(9_480, Risk.OPEN, Checked.NOT_CHECKED, Optional.of(Refusal.BLACKLISTED), false, false),
                        offer(9_479, Risk.CONTESTED, Checked.OTHER, Optional.of(Refusal.LOST), false, false)),
                new Assurance(Assurance.Level.POSTED, Set.of()),
                ExitCases.NOW.minusSeconds(40));
    }

    static RootOffer fits(long index) {
        return offer(index, Risk.OPEN, Checked.NOT_CHECKED, Optional.empty(), false, false);
    }

    static RootOffer offer(
            long index, Risk risk, Checked checked, Optional<Refusal> refusal, boolean recommended, boolean chosen) {
        return new RootOffer(
                index,
                Hash32.ofNumber(index).toAddress(),
                Hash32.ofNumber(index),
                131_000_000 + 1_800 * (index - 9_400),
                Optional.of(Sheets.TWO),
                Duration.ofHours(9_483 - index),
                risk,
                checked,
                risk == Risk.RESOLVED,
                risk == Risk.CONTESTED
                        ? Optional.empty()
                        : Optional.of(ExitCases.NOW.plus(Duration.ofDays(7)).plusSeconds(index)),
                refusal,
                recommended,
                chosen);
    }
}
