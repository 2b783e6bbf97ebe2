package org.lifeboat.engine.send;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.TokenAmount;
import org.lifeboat.verifier.call.Effects;

/// What a payment's simulation gives reason to ask about once more. Pure.
final class SimulationChecks {
    /// Any of these has said already that it fails.
    private static final Set<Check.Kind> SAID_BEFORE = Set.of(
            Check.Kind.WILL_FAIL, Check.Kind.WILL_FAIL_CODE, Check.Kind.WILL_FAIL_PANIC, Check.Kind.COIN_MISSING);

    private SimulationChecks() {}

    static List<Check> of(Draft draft, Effects effects) {
        List<Check> checks = new ArrayList<>();
        failure(draft, effects).ifPresent(checks::add);
        if (!(effects.ending() instanceof Effects.Ending.Succeeds)) {
            return checks;
        }
        boolean toSelf = draft.from().equals(draft.to());
        switch (draft.asset()) {
            case Asset.Coin _ when !toSelf -> coins(draft, effects).ifPresent(checks::add);
            case Asset.Erc20 token when !toSelf -> checks.addAll(tokens(draft, token, effects));
            case Asset.Coin _, Asset.Erc20 _ -> {}
        }
        effects.approvals().stream()
                .filter(approval -> approval.owner().equals(draft.from()))
                .filter(SimulationChecks::gives)
                .map(approval -> Check.of(
                        Check.Kind.GIVES_APPROVAL,
                        approval.spender().toChecksum(),
                        approval.token().toChecksum()))
                .distinct()
                .forEach(checks::add);
        return checks;
    }

    private static boolean gives(Effects.TokenApproval approval) {
        return switch (approval) {
            case Effects.TokenApproval.Amount amount -> amount.units().signum() > 0;
            case Effects.TokenApproval.Single single -> !single.spender().equals(Address.ZERO);
            case Effects.TokenApproval.All all -> all.approved();
        };
    }

    private static Optional<Check> failure(Draft draft, Effects effects) {
        boolean said = draft.checks().stream().map(Check::kind).anyMatch(SAID_BEFORE::contains);
        boolean fails = !(effects.ending() instanceof Effects.Ending.Succeeds);
        return fails && !said ? Optional.of(Check.of(Check.Kind.FAILS_HERE)) : Optional.empty();
    }

    /// Of the coin, a payment takes what is sent and the fee; anything else was not asked for.
    private static Optional<Check> coins(Draft draft, Effects effects) {
        BigInteger lost = effects.coins().stream()
                .filter(change -> change.account().equals(draft.from()))
                .map(change -> change.more().negate())
                .findFirst()
                .orElse(BigInteger.ZERO);
        return lost.compareTo(draft.units()) > 0
                ? Optional.of(Check.of(
                        Check.Kind.LOSES_MORE,
                        new TokenAmount(lost, 18).toExactString(),
                        draft.network().coinSymbol()))
                : Optional.empty();
    }

    private static List<Check> tokens(Draft draft, Asset.Erc20 asset, Effects effects) {
        List<Check> checks = new ArrayList<>();
        if (draft.kind() != OwnTransaction.Kind.SEND) {
            return checks;
        }
        BigInteger arrived = BigInteger.ZERO;
        for (Effects.TokenChange change : effects.tokens()) {
            BigInteger more = change.after().subtract(change.before());
            boolean sent = change.token().equals(asset.token().contract());
            if (sent && change.holder().equals(draft.to())) {
                arrived = more;
            }
            boolean lost = change.holder().equals(draft.from()) && more.signum() < 0;
            BigInteger asked = sent ? draft.units() : BigInteger.ZERO;
            if (lost && more.negate().compareTo(asked) > 0) {
                int decimals = sent ? asset.decimals() : 0;
                String symbol = sent ? asset.symbol() : change.token().toChecksum();
                checks.add(Check.of(
                        Check.Kind.LOSES_MORE, new TokenAmount(more.negate(), decimals).toExactString(), symbol));
            }
        }
        if (arrived.compareTo(draft.units()) < 0) {
            TokenAmount shown = new TokenAmount(arrived.max(BigInteger.ZERO), asset.decimals());
            checks.add(Check.of(Check.Kind.ARRIVES_LESS, shown.toExactString(), asset.symbol()));
        }
        return checks;
    }
}
