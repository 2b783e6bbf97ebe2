package org.lifeboat.engine.send;

import java.util.List;

/// One sentence about what a transaction would do, as data: the words are in `i18n/send_*.properties`.
/// @param arguments numbered from 0 in the sentence
public record EffectLine(Kind kind, List<String> arguments) {
    public EffectLine {
        arguments = List.copyOf(arguments);
    }

    static EffectLine of(Kind kind, String... arguments) {
        return new EffectLine(kind, List.of(arguments));
    }

    public String messageKey() {
        return "send.effect." + kind.key;
    }

    public Severity severity() {
        return kind.severity;
    }

    public enum Kind {
        /// Tried out in block {0}: it succeeds and uses {1} gas.
        SUCCEEDS("succeeds", Severity.NOTE),
        /// It fails, tried out in block {0}; the fee is lost all the same. The contract says {1}.
        FAILS_WORDS("failsWords", Severity.DANGER),
        /// The same; the contract names an error of its own kind. {1} its selector
        FAILS_CODE("failsCode", Severity.DANGER),
        /// The same; a check that the compiler built in fails. {1} its number (Solidity, "Panic")
        FAILS_PANIC("failsPanic", Severity.DANGER),
        /// The same; the contract says nothing.
        FAILS_SILENT("failsSilent", Severity.DANGER),
        /// The same; the gas limit of {1} is used up.
        FAILS_GAS("failsGas", Severity.DANGER),
        /// The same; the code breaks off. {1} the EVM's reason
        FAILS_HALT("failsHalt", Severity.DANGER),
        /// No block takes it, as of block {0}: the account has too little for amount and fee.
        NOT_TAKEN_FUNDS("notTakenFunds", Severity.DANGER),
        /// No block takes it, as of block {0}. {1} the rule
        NOT_TAKEN("notTaken", Severity.DANGER),
        /// The fee is {0}, with its unit: {1} for gas, {2} for data on L1, {3} for the operator.
        FEE("fee", Severity.NOTE),
        /// With it the sender's balance falls by {0}, with its unit.
        FALLS_BY("fallsBy", Severity.NOTE),
        /// What the chain takes besides is not in what was tried out.
        FEE_NOT_WHOLE("feeNotWhole", Severity.WARNING),
        /// The state it was tried on is one server's word.
        UNPROVEN("unproven", Severity.WARNING),
        /// The state is proven, under a header that a server named and that is not verified here.
        HEADER_CLAIMED("headerClaimed", Severity.NOTE),
        /// The state is proven under a header of L1 that this computer verified; it can still be replaced.
        HEADER_SIGNED("headerSigned", Severity.NOTE),
        /// The state is proven under a header of L1 that this computer verified as final.
        HEADER_FINAL("headerFinal", Severity.NOTE),
        /// You give {0} {1}, the fee apart.
        YOU_LESS("youLess", Severity.NOTE),
        /// You receive {0} {1}.
        YOU_MORE("youMore", Severity.NOTE),
        /// {0} receives {1} {2}.
        OTHER_MORE("otherMore", Severity.NOTE),
        /// {0} gives {1} {2}.
        OTHER_LESS("otherLess", Severity.NOTE),
        /// Of the coin, {0} more accounts have more or less afterwards.
        MORE_ACCOUNTS("moreAccounts", Severity.NOTE),
        /// Token {0} says: {1} of its units go from {2} to {3}.
        UNITS_MOVE("unitsMove", Severity.NOTE),
        /// Number {1} of the collection {0} goes from {2} to {3}.
        ITEM_MOVES("itemMoves", Severity.NOTE),
        /// {0} further movements of tokens.
        MORE_MOVES("moreMoves", Severity.NOTE),
        /// {0} may then take {1} {2} from {3}.
        MAY_TAKE("mayTake", Severity.WARNING),
        /// {0} may then take all of token {1} from {2}, now and later.
        MAY_TAKE_ALL("mayTakeAll", Severity.DANGER),
        /// {0} may take nothing of token {1} from {2} any more.
        MAY_TAKE_NO_MORE("mayTakeNoMore", Severity.NOTE),
        /// A contract is made at {0}.
        CONTRACT_MADE("contractMade", Severity.NOTE),
        /// {0} runs the code of {1} afterwards (EIP-7702).
        DELEGATES("delegates", Severity.DANGER),
        /// {0} runs no other's code any more (EIP-7702).
        DELEGATES_NO_MORE("delegatesNoMore", Severity.NOTE);

        private final String key;
        private final Severity severity;

        Kind(String key, Severity severity) {
            this.key = key;
            this.severity = severity;
        }
    }
}
