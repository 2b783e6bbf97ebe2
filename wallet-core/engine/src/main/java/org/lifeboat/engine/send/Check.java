package org.lifeboat.engine.send;

import java.util.List;

/// One thing to be said before signing, as data: the words are in `i18n/send_*.properties`.
/// @param arguments numbered from 0 in the sentence
public record Check(Kind kind, List<String> arguments) {
    public Check {
        arguments = List.copyOf(arguments);
    }

    public static Check of(Kind kind, String... arguments) {
        return new Check(kind, List.of(arguments));
    }

    public Severity severity() {
        return kind.severity;
    }

    /// Whether sources disagree on the nonce, so that the user may know better.
    public boolean leavesNonceOpen() {
        return switch (kind) {
            case NONCE_BEHIND,
                    NONCE_UNPROVEN,
                    NONCE_CLAIMED_HIGHER,
                    NONCE_CONTRADICTED,
                    PENDING_DIFFERS,
                    NONCE_RECORDS_AHEAD -> true;
            default -> false;
        };
    }

    public String messageKey() {
        return "send.check." + kind.key;
    }

    public enum Kind {
        /// Nothing was ever sent to {0} from here.
        NEW_RECIPIENT("newRecipient", Severity.WARNING),
        /// The name {0} leads to {1}, as of L1 block {2}, which is final.
        NAME_FINAL("nameFinal", Severity.NOTE),
        /// The same; the block is signed and can still be reorganised.
        NAME_SIGNED("nameSigned", Severity.NOTE),
        /// The same; nobody vouches for the block's header.
        NAME_UNVERIFIED("nameUnverified", Severity.WARNING),
        /// The name {0} led to {1} until minutes ago.
        NAME_CHANGED("nameChanged", Severity.DANGER),
        /// The name {0} has no address for {1}; this is the one its owner set for all chains.
        NAME_FOR_ANY_CHAIN("nameForAnyChain", Severity.NOTE),
        /// The name {0} is written in {1}.
        NAME_SCRIPTS("nameScripts", Severity.WARNING),
        /// Where the name {0} leads now could not be looked up; {1} is the contact's address.
        NAME_NOT_CHECKED("nameNotChecked", Severity.WARNING),
        /// {0} begins and ends like {1} ({2}), and is another address.
        LOOKS_LIKE("looksLike", Severity.DANGER),
        /// {0} is a contact, but not on this network.
        CONTACT_ELSEWHERE("contactElsewhere", Severity.WARNING),
        /// {0} has code on {1} and none here: probably a contract's address on the wrong network.
        CODE_ELSEWHERE("codeElsewhere", Severity.DANGER),
        /// {0} could not be asked whether the recipient has code there.
        CODE_ELSEWHERE_UNKNOWN("codeElsewhereUnknown", Severity.NOTE),
        /// The recipient is a contract.
        RECIPIENT_IS_CONTRACT("recipientIsContract", Severity.WARNING),
        /// The recipient is an account that runs the code of {0} (EIP-7702).
        RECIPIENT_DELEGATES("recipientDelegates", Severity.NOTE),
        /// The recipient is the token's own contract, or another token's.
        TO_TOKEN_CONTRACT("toTokenContract", Severity.DANGER),
        /// The recipient is the zero address.
        ZERO_ADDRESS("zeroAddress", Severity.DANGER),
        /// Sender and recipient are the same.
        TO_SELF("toSelf", Severity.NOTE),
        /// {0}, with its unit, is missing for amount and fee together.
        COIN_MISSING("coinMissing", Severity.DANGER),
        /// {0} {1} are missing.
        TOKEN_MISSING("tokenMissing", Severity.DANGER),
        /// The chain predicts failure. {0} the contract's words, or the source's
        WILL_FAIL("willFail", Severity.DANGER),
        /// The same; the contract named an error of its own kind. {0} its selector
        WILL_FAIL_CODE("willFailCode", Severity.DANGER),
        /// The same; a check that the compiler built in failed. {0} its number (Solidity, "Panic")
        WILL_FAIL_PANIC("willFailPanic", Severity.DANGER),
        /// The source did not say how much gas it takes; the user's own limit stands.
        GAS_NOT_ESTIMATED("gasNotEstimated", Severity.DANGER),
        /// The source did not say; {0} is what was enough here ({1}), with a margin.
        GAS_TRIED_HERE("gasTriedHere", Severity.WARNING),
        /// Tried out here, it does not succeed with any gas limit.
        GAS_NEVER_ENOUGH("gasNeverEnough", Severity.DANGER),
        /// The source did not say, and it could not be tried out here either.
        GAS_UNKNOWN("gasUnknown", Severity.WARNING),
        /// The user's gas limit of {0} is below the {1} that any transaction costs.
        GAS_LIMIT_LOW("gasLimitLow", Severity.DANGER),
        /// No chain takes a gas limit of {0}.
        GAS_LIMIT_ABSURD("gasLimitAbsurd", Severity.DANGER),
        /// No chain asks a gas price of {0} wei.
        GAS_PRICE_ABSURD("gasPriceAbsurd", Severity.DANGER),
        /// Tried out here, it fails; the effects say why.
        FAILS_HERE("failsHere", Severity.DANGER),
        /// Tried out here, it takes {0} {1} from the sender: more than was asked for.
        LOSES_MORE("losesMore", Severity.DANGER),
        /// Tried out here, only {0} {1} reach the recipient.
        ARRIVES_LESS("arrivesLess", Severity.WARNING),
        /// Tried out here, it lets {0} take tokens of {1} from the sender.
        GIVES_APPROVAL("givesApproval", Severity.DANGER),
        /// Whom an exit pays, {0}, has code on {1}; what it rejects is lost.
        PAYEE_HAS_CODE("payeeHasCode", Severity.WARNING),
        /// Whether whom an exit pays, {0}, has code on {1} could not be read.
        PAYEE_UNREAD("payeeUnread", Severity.WARNING),
        /// The last step of an exit: whether the money would arrive could not be tried out here.
        ARRIVAL_UNKNOWN("arrivalUnknown", Severity.WARNING),
        /// The same with tokens; tried out here, the bridge does not hand them out, and keeps them for
        /// another try.
        TOKENS_KEPT("tokensKept", Severity.WARNING),
        /// The root that is posted, of block {0}, was recomputed here, from data up to block {1} of L1.
        OWN_ROOT_RECOMPUTED("ownRootRecomputed", Severity.NOTE),
        /// The root that is posted is {0}'s word alone.
        OWN_ROOT_ONE_WORD("ownRootOneWord", Severity.WARNING),
        /// {0} sources have the block whose root is posted.
        OWN_ROOT_COMPARED("ownRootCompared", Severity.NOTE),
        /// The root that is posted is of a block that was kept while sources answered.
        OWN_ROOT_KEPT("ownRootKept", Severity.WARNING),
        /// The user chose the root that is proven against, of block {0}.
        ROOT_CHOSEN("rootChosen", Severity.NOTE),
        /// Somebody contests the root.
        ROOT_CONTESTED("rootContested", Severity.WARNING),
        /// Nobody contests the root, but somebody still can.
        ROOT_OPEN("rootOpen", Severity.WARNING),
        /// The root stands in an output oracle and can still be deleted.
        ROOT_DELETABLE("rootDeletable", Severity.WARNING),
        /// The contest over the root has ended for it, or the time in which it could be deleted is over.
        ROOT_RESOLVED("rootResolved", Severity.NOTE),
        /// The root was recomputed here from the chain's data.
        ROOT_RECOMPUTED("rootRecomputed", Severity.NOTE),
        /// Another root was recomputed here for its block.
        ROOT_RECOMPUTED_OTHERWISE("rootRecomputedOtherwise", Severity.DANGER),
        /// The root was not recomputed here.
        ROOT_NOT_CHECKED("rootNotChecked", Severity.WARNING),
        /// The last step of an exit; tried out here, it does not arrive at {0}, and the bridge pays only once.
        WOULD_NOT_ARRIVE("wouldNotArrive", Severity.DANGER),
        /// The fee is more than the amount.
        FEE_ABOVE_AMOUNT("feeAboveAmount", Severity.WARNING),
        /// What an OP Stack chain takes for L1 could not be read.
        L1_DATA_FEE_UNKNOWN("l1DataFeeUnknown", Severity.WARNING),
        /// What an OP Stack chain takes for its operator could not be read.
        OPERATOR_FEE_UNKNOWN("operatorFeeUnknown", Severity.WARNING),
        /// How much of an Arbitrum chain's gas pays L1 could not be read; the fee as a whole is known.
        L1_SHARE_UNKNOWN("l1ShareUnknown", Severity.NOTE),
        /// The source gives no fee history; the price is its own proposal.
        NO_FEE_HISTORY("noFeeHistory", Severity.NOTE),
        /// {0} transactions of this account wait that were not made here.
        PENDING_FOREIGN("pendingForeign", Severity.WARNING),
        /// The transaction with nonce {0} must be mined first.
        WAITS_FOR("waitsFor", Severity.WARNING),
        /// {0} is behind: at its block {2} the next nonce is {1}; by a proof it is {3}.
        NONCE_BEHIND("nonceBehind", Severity.WARNING),
        /// The same, and nobody proves the higher one, which is taken.
        NONCE_UNPROVEN("nonceUnproven", Severity.DANGER),
        /// {0} claims without proof that the next nonce is {1}; {2} is taken.
        NONCE_CLAIMED_HIGHER("nonceClaimedHigher", Severity.DANGER),
        /// {0} shows the next nonce {1}, {2} only {3} at a block as new or newer: they are on different chains.
        NONCE_CONTRADICTED("nonceContradicted", Severity.DANGER),
        /// {0} says that transactions up to the nonce before {1} wait, and no other source has them; {2} is taken.
        PENDING_DIFFERS("pendingDiffers", Severity.WARNING),
        /// The records here have nonce {0} in a block; to the sources that answered the next one is {1}.
        NONCE_RECORDS_AHEAD("nonceRecordsAhead", Severity.WARNING),
        /// {0} did not say in time which nonce is next.
        NONCE_UNHEARD("nonceUnheard", Severity.NOTE),
        /// Nonce {0} is used up already.
        NONCE_USED("nonceUsed", Severity.DANGER),
        /// This goes to {0} through L1 and takes a nonce there; an own transaction waits there with nonce {1}, which
        /// is the first: of {2} to {3}.
        DEPOSIT_TAKES_NONCE("depositTakesNonce", Severity.WARNING),
        /// The same of one that waits behind another.
        DEPOSIT_LEAVES_BEHIND("depositLeavesBehind", Severity.WARNING),
        /// The same of one that waits for a nonce that nobody used.
        DEPOSIT_COMES_BEFORE("depositComesBefore", Severity.WARNING),
        /// By a server's word {1} transactions of this account wait on {0} that were not made here.
        DEPOSIT_BESIDE_FOREIGN("depositBesideForeign", Severity.WARNING),
        /// Whether such wait there could not be read.
        DEPOSIT_BESIDE_UNKNOWN("depositBesideUnknown", Severity.NOTE),
        /// Forced through L1, it moves {2} of the account's on {0}, which has {1} there: it would fail there.
        FORCED_TOO_MUCH("forcedTooMuch", Severity.WARNING),
        /// The same: whether {1} are there, on {0}, could not be read.
        FORCED_UNREAD("forcedUnread", Severity.NOTE),
        /// A deposit or forced transaction of this account is on its way from L1 to {0} and takes a nonce there.
        DEPOSIT_UNDER_WAY("depositUnderWay", Severity.WARNING),
        /// Nonce {0} leaves a gap: {1} comes first and does not exist.
        NONCE_GAP("nonceGap", Severity.DANGER),
        /// Another transaction with nonce {0} is on its way and would be replaced.
        NONCE_SHARED("nonceShared", Severity.WARNING),
        /// What is left on L1 does not pay for a way out: {0} left, {1} needed at twice the present price,
        /// with units.
        WAY_OUT_SHORT("wayOutShort", Severity.WARNING),
        /// Of all there is, {0} stay behind to pay for a way out.
        WAY_OUT_KEPT("wayOutKept", Severity.NOTE),
        /// What has to stay for a way out, {0}, leaves nothing to send.
        WAY_OUT_TAKES_ALL("wayOutTakesAll", Severity.WARNING),
        /// The account holds nothing on L1 to pay for a way out.
        WAY_OUT_NOTHING("wayOutNothing", Severity.WARNING),
        /// What this account holds on L1 is not known.
        WAY_OUT_UNKNOWN("wayOutUnknown", Severity.NOTE),
        /// The newest block is {0} seconds old.
        CHAIN_STANDS_STILL("chainStandsStill", Severity.WARNING),
        /// Balance and nonce are one server's word.
        UNCHECKED("unchecked", Severity.NOTE),
        /// The account runs the code of {0} (EIP-7702).
        SENDER_DELEGATES("senderDelegates", Severity.WARNING);

        private final String key;
        private final Severity severity;

        Kind(String key, Severity severity) {
            this.key = key;
            this.severity = severity;
        }
    }
}
