package org.lifeboat.engine.exit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.block.BlockHeader;
import org.lifeboat.rollups.opstack.SentWithdrawal;
import org.lifeboat.verifier.trie.StateTrie;

/// What of a chain that this computer has made again from L1 alone is the user's: withdrawals, with proofs of them.
/// Remembers; signs nothing, sends nothing.
public final class MadeHere {
    private final Storage storage;
    private final InstantSource clock;
    private final Exits exits;
    private final ExitEvidence evidence;

    /// @param patience for one source
    public MadeHere(Storage storage, InstantSource clock, Duration patience) {
        this.storage = storage;
        this.clock = clock;
        this.exits = new Exits(storage, clock, patience);
        this.evidence = new ExitEvidence(storage.evidence());
    }

    /// The newest block that was made.
    /// @param state after it, whole
    /// @param fixed whether nothing that L1 can still lose went into it
    public record Newest(BlockHeader header, StateTrie state, boolean fixed) {}

    /// @param fresh plans that were made of withdrawals which no plan here knew
    /// @param proven of how many withdrawals there is a proof now out of the newest block's state
    public record Taken(List<Exits.Plan> fresh, int proven) {
        public Taken {
            fresh = List.copyOf(fresh);
        }
    }

    /// @param sent withdrawals up to the newest block, of these accounts at least
    public Taken take(ExitPlace place, Newest newest, Collection<SentWithdrawal> sent, Collection<Address> accounts) {
        ChainId chain = place.l2().chain();
        sent.forEach(one -> tie(place, one));
        List<Exits.Plan> fresh = exits.search(place).made(sent, accounts);
        sent.forEach(one -> date(chain, one));
        int proven = (int) plans(chain).stream()
                .filter(plan -> evidence.keep(plan, newest.header(), newest.state(), newest.fixed()))
                .count();
        return new Taken(fresh, proven);
    }

    /// A plan that was begun here and whose transaction no server ever showed in a block knows it now.
    private void tie(ExitPlace place, SentWithdrawal one) {
        ChainId chain = place.l2().chain();
        Optional<OwnTransaction> own = storage.activity().find(chain, one.transaction());
        for (Exits.Plan plan : plans(chain)) {
            if (plan.state().withdrawal().isEmpty() && plan.state().way() == ExitState.Way.THROUGH_L1) {
                exits.look(plan, place); // L1 says what its transaction is called on the L2
            } else if (plan.state().withdrawal().isEmpty()
                    && own.flatMap(sent -> ExitStep.of(plan.id(), sent))
                            .filter(ExitStep.INITIATE::equals)
                            .isPresent()) {
                exits.remembered(plan, plan.state().with(Optional.of(one.transaction())));
                own.filter(sent -> !sent.status().settled()).ifPresent(sent -> inBlock(sent, one));
            }
        }
    }

    private void inBlock(OwnTransaction own, SentWithdrawal sent) {
        storage.activity().put(own.with(new Status.Accepted(sent.block()), clock.instant()));
    }

    /// A plan of one that only L1 remembered knows now in which block it stands.
    private void date(ChainId chain, SentWithdrawal one) {
        for (Exits.Plan plan : plans(chain)) {
            ExitState state = plan.state();
            if (state.block().isEmpty()
                    && state.withdrawal().filter(one.withdrawal()::equals).isPresent()) {
                exits.remembered(
                        plan,
                        state.with(one.withdrawal(), new L2Block(one.block().number())));
            }
        }
    }

    private List<Exits.Plan> plans(ChainId chain) {
        return exits.all().stream().filter(plan -> plan.chain().equals(chain)).toList();
    }
}
