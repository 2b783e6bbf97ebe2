package org.lifeboat.ui.pictures;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.verified.CouldNot;
import org.lifeboat.engine.verified.Simulated;
import org.lifeboat.evm.interpreter.HaltReason;
import org.lifeboat.evm.transaction.InvalidReason;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.verifier.call.Effects;

/// What trying a payment out may have shown, one of each kind.
final class Rehearsals {
    private static final BlockRef BLOCK = new BlockRef(131_072_044, Hash32.ofNumber(9), 1_800_000_000L);
    private static final Address THIEF = Address.fromHex("0x00000000000000000000000000000000000bad00");
    private static final BigInteger QUARTER = new BigInteger("250000000000000000");

    private Rehearsals() {}

    static Map<String, Simulated> all() {
        Map<String, Simulated> all = new LinkedHashMap<>();
        Effects.Ending succeeds = new Effects.Ending.Succeeds(Bytes.EMPTY);
        all.put("succeeds", shown(succeeds, Assurance.MATCHED, List.of()));
        all.put("unproven", shown(succeeds, Assurance.CLAIMED, List.of()));
        all.put(
                "approves",
                shown(
                        succeeds,
                        Assurance.MATCHED,
                        List.of(
                                new Effects.TokenApproval.Amount(
                                        Sheets.TWO,
                                        Sheets.ONE,
                                        THIEF,
                                        BigInteger.TWO.pow(256).subtract(BigInteger.ONE)),
                                new Effects.TokenApproval.Amount(Sheets.TWO, Sheets.ONE, THIEF, BigInteger.TEN))));
        all.put("fails", shown(new Effects.Ending.Halts(HaltReason.OUT_OF_GAS), Assurance.MATCHED, List.of()));
        all.put(
                "not-taken",
                shown(
                        new Effects.Ending.NotTaken(InvalidReason.INSUFFICIENT_ACCOUNT_FUNDS),
                        Assurance.MATCHED,
                        List.of()));
        all.put("could-not", new Simulated.Failed(new CouldNot(CouldNot.Why.ONLY_THERE, THIEF.toChecksum())));
        return all;
    }

    private static Simulated shown(Effects.Ending ending, Assurance assurance, List<Effects.TokenApproval> approvals) {
        boolean succeeds = ending instanceof Effects.Ending.Succeeds;
        List<Effects.CoinChange> coins = succeeds
                ? List.of(
                        new Effects.CoinChange(Sheets.ONE, QUARTER.negate()),
                        new Effects.CoinChange(Sheets.TWO, QUARTER))
                : List.of();
        Effects effects = new Effects(
                ending,
                21_000,
                Wei.of(21_000),
                Optional.of(new Effects.ExtraFee(Wei.of(120_000_000_000L), Wei.ZERO)),
                coins,
                List.of(),
                List.of(),
                approvals,
                List.of(),
                List.of(),
                Optional.empty(),
                0);
        return new Simulated.Shown(effects, BLOCK, assurance, Optional.empty());
    }
}
