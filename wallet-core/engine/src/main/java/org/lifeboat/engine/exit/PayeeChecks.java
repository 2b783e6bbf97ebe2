package org.lifeboat.engine.exit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.CheckedAccounts;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.rollups.opstack.CoinWithdrawal;
import org.lifeboat.rollups.opstack.OpStack;

/// Whom an exit pays on L1, where that is not the account itself: what has code there can reject coin, and the portal
/// does not pay a second time.
public final class PayeeChecks {
    private PayeeChecks() {}

    /// @param account whose exit it is
    /// @param state with whom it pays, and what
    /// @param patience for all sources of L1 together
    public static List<Check> of(ExitPlace place, Address account, ExitState state, Duration patience) {
        Address payee = state.target();
        if (payee.equals(account)) {
            return List.of();
        }
        String l1 = place.l1().name();
        Optional<Bytes> code = code(place, payee, Deadline.in(patience));
        if (code.isEmpty()) {
            return List.of(Check.of(Check.Kind.PAYEE_UNREAD, payee.toChecksum(), l1));
        }
        if (code.get().isEmpty()) {
            return List.of();
        }
        if (!isKept(state)) {
            return List.of(Check.of(Check.Kind.PAYEE_HAS_CODE, payee.toChecksum(), l1));
        }
        return OpStack.keepsItsName(code.get())
                ? List.of()
                : List.of(Check.of(Check.Kind.RECIPIENT_IS_CONTRACT, payee.toChecksum()));
    }

    /// What a messenger hands out stays with it where it is rejected, and can be tried again.
    private static boolean isKept(ExitState state) {
        return state.token().isPresent()
                || state.withdrawal().flatMap(CoinWithdrawal::of).isPresent();
    }

    /// Proven, or else the word that warns. Empty where nobody said.
    private static Optional<Bytes> code(ExitPlace place, Address payee, Deadline deadline) {
        Optional<Bytes> claimed = Optional.empty();
        for (Source source : place.l1Sources()) {
            if (source.health().setAside()
                    || !(CheckedAccounts.read(source, place.l1().chain(), List.of(payee), deadline)
                            instanceof CheckedAccounts.Read read)) {
                continue;
            }
            Optional<CheckedAccounts.Facts> facts =
                    Optional.ofNullable(read.accounts().get(payee));
            if (facts.filter(found -> !found.assurance().equals(Assurance.CLAIMED))
                    .isPresent()) {
                return facts.map(CheckedAccounts.Facts::code);
            }
            claimed = claimed.filter(code -> !code.isEmpty()).or(() -> facts.map(CheckedAccounts.Facts::code));
        }
        return claimed;
    }
}
