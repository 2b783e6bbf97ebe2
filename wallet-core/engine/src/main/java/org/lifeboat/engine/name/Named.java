package org.lifeboat.engine.name;

import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;

/// What came of looking a name up, as data: the words are in `i18n/send_*.properties`.
public sealed interface Named {
    /// @param name normalised
    /// @param chain that the address is for
    /// @param anyChain whether it is the address its owner set for every EVM chain, not for this one
    /// @param assurance of the L1 state that said so
    /// @param block of L1
    /// @param earlier what the newest final block says, where it says something else: the name was changed in the
    /// last minutes
    /// @param scripts as ENSIP-15 names them
    /// @param rareScript whether one of them is written by few living people
    record Found(
            String name,
            ChainId chain,
            Address address,
            boolean anyChain,
            Assurance assurance,
            BlockRef block,
            Optional<Address> earlier,
            List<String> scripts,
            boolean rareScript)
            implements Named {
        public Found {
            scripts = List.copyOf(scripts);
        }

        Found with(Assurance better, Optional<Address> other) {
            return new Found(name, chain, address, anyChain, better, block, other, scripts, rareScript);
        }
    }

    /// There is no such name. {0} what it is about
    record NotAName(Normalization.Reason reason, String about) implements Named {}

    /// No address, and why.
    /// @param arguments of the sentence; {0} is the name or the address that was asked for
    record Nothing(Why why, List<String> arguments) implements Named {
        public Nothing {
            arguments = List.copyOf(arguments);
        }
    }

    /// The key of the sentence for whatever is no address; empty for [Found].
    default Optional<String> messageKey() {
        return switch (this) {
            case Found _ -> Optional.empty();
            case NotAName(Normalization.Reason reason, String _) -> Optional.of("send.name.not." + reason);
            case Nothing(Why why, List<String> _) -> Optional.of("send.name.none." + why);
        };
    }

    /// What stands in that sentence.
    default List<String> sentenceArguments() {
        return switch (this) {
            case Found _ -> List.of();
            case NotAName(Normalization.Reason _, String about) -> List.of(about);
            case Nothing(Why _, List<String> arguments) -> arguments;
        };
    }

    enum Why {
        /// Names are registered on L1 {1}, and ENS is not known there.
        NO_SERVICE,
        /// No source of {1} is confirmed, or none may be asked.
        NO_SOURCE,
        /// Nobody has registered it, or nobody answers for it.
        NO_RESOLVER,
        /// It has no address.
        NO_RECORD,
        /// It has no address for {1}, and one for Ethereum, {2}, which is not used.
        OTHER_CHAIN,
        /// Its contract wants {1} asked, which the user did not choose.
        OFFCHAIN,
        /// Its contract does not answer as it should. {1} its words
        BROKEN,
        /// The sources give no proofs: it would be a server's word.
        UNPROVEN,
        /// It could not be run. {1} the reason's detail
        COULD_NOT,
        /// A source was caught with a false answer. {1} its name
        SOURCE_LIED,
        /// The address has no name of its own.
        UNNAMED,
        /// It says its name is {1}, and that name leads elsewhere.
        DISAGREES,
        /// The name it gives itself is none. {1} as far as it can be shown
        BAD_NAME
    }
}
