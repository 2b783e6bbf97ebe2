package org.lifeboat.ui.phrases;

import java.math.BigInteger;
import java.util.Optional;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.primitives.TokenAmount;

/// Two statements that cannot both hold, as a sentence in the user's language: amounts in units, block numbers as
/// numbers, hashes and addresses by their ends. A sentence without its full stop, for standing inside another.
public final class ContradictionWords {
    /// Longer texts are hashes, addresses or numbers of one storage slot: their ends are enough to tell them
    /// apart.
    private static final int LONG = 20;

    private static final String DOTS = "•••";

    private ContradictionWords() {}

    /// @param coin symbol of the network's coin; may be empty
    /// @param hidden amounts are not to be shown; a slot of a contract's storage may hold a token's
    public static String of(Phrases phrases, Contradiction contradiction, String coin, boolean hidden) {
        String subject = ends(contradiction.subject().replaceFirst("^[a-z]+ ", ""));
        String said = contradiction.said();
        String shown = contradiction.shown();
        return switch (contradiction.what()) {
            case CHAIN_ID -> phrases.say("contradiction.chainId", said, shown);
            case HEADER -> phrases.say("contradiction.header", block(phrases, subject));
            case ACCOUNT_PROOF -> phrases.say("contradiction.accountProof", subject);
            case STORAGE_PROOF -> phrases.say("contradiction.storageProof");
            case BALANCE ->
                phrases.say("contradiction.balance", subject, coins(said, coin, hidden), coins(shown, coin, hidden));
            case NONCE -> phrases.say("contradiction.nonce", subject, said, shown);
            case CODE_HASH -> phrases.say("contradiction.codeHash", subject, ends(said), ends(shown));
            case STORAGE_ROOT -> phrases.say("contradiction.storageRoot", subject);
            case STORAGE_VALUE ->
                phrases.say("contradiction.storageValue", hidden ? DOTS : ends(said), hidden ? DOTS : ends(shown));
            case OTHER_SUBJECT -> phrases.say("contradiction.otherSubject", ends(said), ends(shown));
            case BASE_FEE -> phrases.say("contradiction.baseFee", block(phrases, subject), gwei(said), gwei(shown));
            case TRANSACTION_HASH -> phrases.say("contradiction.transactionHash", ends(said), ends(shown));
            case RECEIPT -> phrases.say("contradiction.receipt", subject);
        };
    }

    private static String coins(String units, String coin, boolean hidden) {
        return (hidden ? DOTS : amount(units, 18)) + (coin.isEmpty() ? "" : " " + coin);
    }

    private static String gwei(String wei) {
        return amount(wei, 9) + " gwei";
    }

    /// As it was said where it is no whole number.
    private static String amount(String units, int decimals) {
        return number(units)
                .filter(each -> each.signum() >= 0 && each.bitLength() <= 256)
                .map(each -> new TokenAmount(each, decimals).toExactString())
                .orElse(units);
    }

    private static String block(Phrases phrases, String text) {
        return number(text)
                .filter(each -> each.bitLength() < Long.SIZE)
                .map(each -> phrases.number(each.longValueExact()))
                .orElse(text);
    }

    private static Optional<BigInteger> number(String text) {
        try {
            return Optional.of(text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static String ends(String text) {
        return text.length() <= LONG ? text : text.substring(0, 8) + "…" + text.substring(text.length() - 6);
    }
}
