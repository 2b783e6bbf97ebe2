package org.lifeboat.rollups.opstack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;

/// Who can do what to a bridge against its users, as its contracts say at one L1 block.
/// @param guardian can stop proving and paying out, and take roots out of account; empty where none is
/// named
/// @param upgrader can replace the bridge's contracts; empty where that could not be read
/// @param settings can change fees and who puts blocks on L1; empty where the bridge does not say
/// @param quorum of the upgrader, where it is a wallet of several keys
/// @param delay that an upgrade has to wait in public; empty where the upgrader states none, so that it can
/// come at once
/// @param queue of what waits in public
/// @param posters of an output oracle, whom alone it lets post and delete roots; empty where roots are posted in games
/// @param codes where the code of each contract is, by the contract's role
public record Powers(
        Optional<Address> guardian,
        Optional<Address> upgrader,
        Optional<Address> settings,
        Optional<Quorum> quorum,
        Optional<Duration> delay,
        Queue queue,
        Optional<Posters> posters,
        Map<Role, Address> codes) {
    public Powers {
        codes = Map.copyOf(codes);
    }

    /// With what waits.
    public Powers with(Queue known) {
        return new Powers(guardian, upgrader, settings, quorum, delay, known, posters, codes);
    }

    /// Whom an output oracle names. Nobody else posts a root, or speaks against one.
    /// @param proposer empty where it names nobody: then no root is ever posted again
    /// @param challenger empty where nobody can delete a false root
    /// @param anybody whether whoever makes a proof may post, as the oracles of OP Succinct can let
    public record Posters(Optional<Address> proposer, Optional<Address> challenger, boolean anybody) {}

    /// So many of so many keys.
    public record Quorum(long threshold, long keys) {}

    /// What waits in public until it can be carried out.
    /// @param listing who tells what waits
    public record Queue(Listing listing, List<Queued> waiting) {
        static final Queue NONE = new Queue(new Listing.Nobody(), List.of());

        public Queue {
            waiting = List.copyOf(waiting);
        }
    }

    /// Who tells what waits.
    public sealed interface Listing {
        /// Nothing has to wait, or nobody keeps a list that is known here.
        record Nobody() implements Listing {}

        /// Contracts that list all of it themselves.
        record Contracts() implements Listing {}

        /// A timelock that knows only what it is asked for; the names of what waits are in its events.
        record Events(Address timelock) implements Listing {}

        /// Such a timelock, and its events could not be read.
        record Unread(Address timelock) implements Listing {}
    }

    /// Something that the upgrader, or one of its keys, has announced.
    /// @param by who keeps it
    /// @param id its name there
    /// @param call what will be called; empty where only its name is known
    /// @param ready from when it can be carried out
    public record Queued(Address by, Hash32 id, Optional<Call> call, L1Time ready) {}

    /// A call that will be made.
    public record Call(Address to, Bytes data) {
        /// What it makes of a proxy, where it does nothing else but to replace its code.
        public Optional<Upgrade> upgrade() {
            return Upgrades.of(this);
        }
    }

    /// @param proxy whose code is replaced
    /// @param code the new one
    public record Upgrade(Address proxy, Address code) {}

    /// A contract that money hangs on.
    public enum Role {
        PORTAL,
        FACTORY,
        /// The output oracle, where there is no factory of games.
        ORACLE,
        REGISTRY,
        SYSTEM_CONFIG,
        /// Holds the pause.
        STOPPER
    }
}
