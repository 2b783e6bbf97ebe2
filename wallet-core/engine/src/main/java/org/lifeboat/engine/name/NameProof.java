package org.lifeboat.engine.name;

import org.lifeboat.engine.verified.Ground;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.ChainId;

/// What a name led to in one block of an L1, or an address was called: anybody can ask the contracts again. Whoever
/// reads one back from a disk or a file checks it anew.
/// @param subject what was asked for: a normalised name, or an address with its checksum
/// @param chain that the address is for; of an address asked for, the L1 itself
/// @param ground what the contracts stood on
public record NameProof(String subject, ChainId chain, Ground ground) {
    /// Runs the contracts again on what is proven.
    /// @param l1 the network whose registry was asked
    public Answer<Named.Found> check(ChainId l1) {
        if (!EnsCalls.CHAINS.contains(l1)) {
            return new Answer.Unknown<>(Answer.Cause.NOT_OFFERED, "no name service is known on chain " + l1);
        }
        return question(l1)
                .then(question -> ground.again(l1, calls -> question.ask(new Resolution(calls), calls.block())))
                .then(named -> named instanceof Named.Found found
                        ? new Answer.Proven<>(found)
                        : new Answer.Refuted<>("it leads to no address"));
    }

    private Answer<Question> question(ChainId l1) {
        if (!NameLookup.isMeant(subject)) {
            return chain.equals(l1)
                    ? new Answer.Proven<>(new Question.Reverse(Address.fromUser(subject), l1))
                    : new Answer.Refuted<>("an address of another chain");
        }
        if (!(Normalization.bundled().normalize(subject) instanceof Normalization.Outcome.Normal normal)
                || !normal.name().equals(subject)) {
            return new Answer.Refuted<>("the name is not in its one form");
        }
        return EnsCalls.coinType(chain)
                .<Answer<Question>>map(coin -> new Answer.Proven<>(new Question.Forward(normal, chain, coin)))
                .orElseGet(() -> new Answer.Unknown<>(Answer.Cause.NOT_OFFERED, "no names for chain " + chain));
    }
}
