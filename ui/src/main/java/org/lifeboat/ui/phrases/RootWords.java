package org.lifeboat.ui.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.exit.RootOffer;
import org.lifeboat.engine.send.Check;
import org.lifeboat.primitives.Address;

/// A posted root as one that a withdrawal can be proven against, in words. The same for the window and for the
/// command line.
public final class RootWords {
    private final Phrases phrases;
    private final Function<Address, String> addresses;

    /// @param addresses how they are written
    public RootWords(Phrases phrases, Function<Address, String> addresses) {
        this.phrases = phrases;
        this.addresses = addresses;
    }

    public String name(RootOffer root) {
        return phrases.say("exits.root.name", phrases.number(root.block()));
    }

    /// Whose choice it is; empty where it is nobody's.
    public Optional<String> mark(RootOffer root) {
        if (root.chosen()) {
            return Optional.of(phrases.say("exits.root.chosen"));
        }
        return root.recommended() ? Optional.of(phrases.say("exits.root.own")) : Optional.empty();
    }

    /// Where it stands, and since when.
    public String posted(RootOffer root) {
        String number = phrases.number(root.index());
        String age = phrases.span(root.age());
        return root.creator()
                .map(creator -> phrases.say("exits.root.posted", number, age, addresses.apply(creator)))
                .orElseGet(() -> phrases.say("exits.root.posted.nameless", number, age));
    }

    /// When the money can come.
    public String payable(RootOffer root) {
        return root.payableFrom()
                .map(at -> phrases.say("exits.root.payable", phrases.moment(at)))
                .orElseGet(() -> phrases.say("exits.root.payable.unknown"));
    }

    /// What can become of a proof against it, in one sentence.
    public String risk(RootOffer root) {
        return said(root.risk().said());
    }

    /// What else there is to know of it.
    public List<String> known(RootOffer root) {
        List<String> said = new ArrayList<>();
        said.add(said(root.checked().said()));
        if (root.anchorPassed()) {
            said.add(phrases.say("exits.root.final"));
        }
        return said;
    }

    public String refusal(RootOffer.Refusal refusal) {
        return phrases.say("exits.root.refusal." + refusal);
    }

    private String said(Check check) {
        return phrases.say(check.messageKey());
    }
}
