package org.lifeboat.ui.send;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.claims.Disagreement;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.send.Check;
import org.lifeboat.engine.send.Draft;
import org.lifeboat.engine.send.PriceNow;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.storage.PlanStore;
import org.lifeboat.primitives.Address;
import org.lifeboat.vault.signing.Description;

/// What the page of sending shows.
public sealed interface SendScreen {
    /// The records are being read.
    record Loading() implements SendScreen {}

    /// The records could not be read.
    record Unreadable() implements SendScreen {}

    /// No account here can sign.
    record NoSigner() implements SendScreen {}

    /// No network has a source that may be asked.
    record NoSource() implements SendScreen {}

    /// @param choices what there is to choose from
    /// @param form as it stands
    /// @param flaw what keeps it from being reviewed
    record Filling(Choices choices, SendForm form, Flaw flaw) implements SendScreen {}

    /// Fee, nonce and checks are being asked for.
    record Preparing() implements SendScreen {}

    /// It cannot be made; the checks say why.
    record NotPossible(List<Check> checks) implements SendScreen {
        public NotPossible {
            checks = List.copyOf(checks);
        }
    }

    /// Nobody says how much gas it takes; with a limit of the user's own it can be reviewed.
    /// @param coin symbol of the network's coin
    record GasLimitWanted(List<Check> checks, List<Disagreement> disagreements, String coin) implements SendScreen {
        public GasLimitWanted {
            checks = List.copyOf(checks);
            disagreements = List.copyOf(disagreements);
        }
    }

    /// The name in the form leads to nobody who could be paid.
    /// @param messageKey of the sentence
    record NoRecipient(String messageKey, List<String> arguments) implements SendScreen {
        public NoRecipient {
            arguments = List.copyOf(arguments);
        }
    }

    /// A plan calls for nothing that could be signed now, or it could not be found out.
    /// @param messageKey of the sentence
    record NotOffered(String messageKey, List<String> arguments) implements SendScreen {
        public NotOffered {
            arguments = List.copyOf(arguments);
        }

        static NotOffered because(String messageKey, String... arguments) {
            return new NotOffered(messageKey, List.of(arguments));
        }
    }

    /// Tried out here, the last step of an exit does not bring the money to `target`, and cannot be repeated.
    record WouldBeLost(PlanStore.Id exit, Address target) implements SendScreen {}

    /// There is nothing to replace: it is in a block, its number is used up, or it was never made here.
    record NothingToReplace() implements SendScreen {}

    /// No source gave what is needed.
    /// @param coin symbol of the network's coin
    record Unanswered(List<Note> reasons, List<Disagreement> disagreements, String coin) implements SendScreen {
        public Unanswered {
            reasons = List.copyOf(reasons);
            disagreements = List.copyOf(disagreements);
        }
    }

    /// Everything that is to be read before signing.
    /// @param names what sender and recipient are called here
    record Review(Draft draft, Description description, List<Disagreement> disagreements, Map<Address, String> names)
            implements SendScreen {
        public Review {
            disagreements = List.copyOf(disagreements);
            names = Map.copyOf(names);
        }

        Optional<String> name(Address address) {
            return Optional.ofNullable(names.get(address));
        }
    }

    /// Between the review and the yes to it, gas has become dearer than what it offers at most: nothing is signed.
    /// @param twice the user was asked a second time already
    record Dearer(Review review, boolean twice, PriceNow.TooLow price) implements SendScreen {}

    /// It is being signed, kept and handed to sources.
    record Sending(Review review) implements SendScreen {}

    /// It is signed and kept, and handed to sources still; nobody waits for that any more.
    record StillSending(Network network) implements SendScreen {}

    /// It was signed, and then something failed: whether a source has it is not known.
    record Unclear(Network network) implements SendScreen {}

    /// A source has it.
    record Sent(Network network, OwnTransaction transaction) implements SendScreen {}

    /// Signed, kept, and taken by nobody as far as we know.
    record NotTaken(OwnTransaction transaction, List<Submission.Refusal> refusals) implements SendScreen {
        public NotTaken {
            refusals = List.copyOf(refusals);
        }
    }

    /// It was not signed.
    record NotSigned(Refusal why) implements SendScreen {}

    /// @param accounts those that can sign
    record Choices(List<Account> accounts, List<Network> networks, List<Asset> assets, List<Contact> contacts) {
        public Choices {
            accounts = List.copyOf(accounts);
            networks = List.copyOf(networks);
            assets = List.copyOf(assets);
            contacts = List.copyOf(contacts);
        }
    }

    /// What keeps a form from being reviewed.
    enum Flaw {
        NONE,
        NOT_AN_ADDRESS,
        CHECKSUM,
        NOT_AN_AMOUNT,
        TOO_MANY_DECIMALS
    }

    /// Why nothing was signed.
    enum Refusal {
        LOCKED,
        NO_KEY,
        /// What was shown is not what was to be signed: a bug, so nothing goes on.
        FROZEN
    }
}
