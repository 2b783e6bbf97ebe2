package org.lifeboat.ui.session;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.balances.Vouching;
import org.lifeboat.engine.name.NameLookup;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.source.RequestLog;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.sync.BeaconSource;
import org.lifeboat.engine.sync.Follower;
import org.lifeboat.engine.sync.SyncRound;
import org.lifeboat.engine.sync.SyncStatus;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.vault.Vault;

/// One profile as the program's wiring hands it to the window.
public interface Wallet {
    Storage storage();

    Networks networks();

    Vault vault();

    /// The confirmed sources of a network: in the user's order, whoever failed lately behind, whoever was
    /// caught last. Opens no connection.
    List<Source> sources(ChainId chain);

    /// Ends a source's being set aside. Only on the user's word.
    void trustAgain(SourceId id);

    /// Raises figures by what is verified of L1. Asks beacon nodes when it is used.
    default Vouching vouching() {
        return Vouching.NOBODY;
    }

    /// How far a network's L1 was verified when that was looked at last in this run. Never waits.
    default Optional<SyncStatus> verified(ChainId chain) {
        return Optional.empty();
    }

    /// The same, looked at again where that was longer ago than one slot: whoever has just acted wants to see it. Asks
    /// its beacon nodes then, and waits for them; where L1 was not followed in this run, nobody is asked.
    default Optional<SyncStatus> verifiedLately(ChainId chain) {
        return verified(chain);
    }

    /// How far a network's L1 is verified now. Asks its beacon nodes for what is new, and waits for them; empty where
    /// it is no L1 that can be followed.
    default Optional<SyncStatus> verifiedNow(ChainId chain) {
        return Optional.empty();
    }

    /// Where the names for a network's addresses are looked up; empty where they are registered nowhere that is
    /// known here. May ask beacon nodes for what is new of L1.
    default Optional<NameLookup.Place> names(Network network) {
        return Optional.empty();
    }

    /// Follows a network's L1; empty where its consensus network is not known. Asks nobody by itself.
    Optional<Follower> follower(ChainId chain);

    /// The confirmed beacon nodes of a network. Opens no connection.
    List<BeaconSource> beacons(ChainId chain);

    /// A beacon node whose address the user has just confirmed, before it is kept.
    /// @param insecureToo the user has agreed to plain http to another machine
    BeaconSource beacon(SourceId id, boolean insecureToo);

    /// Asks a network's beacon nodes once for what is new; empty where there is nothing to follow. Blocks.
    Optional<SyncRound> follow(ChainId chain);

    /// A source whose address the user has just confirmed, before it is kept.
    /// @param insecureToo the user has agreed to plain http to another machine
    Source confirmed(SourceId id, boolean insecureToo);

    /// Finds out what a source that has just been kept can do, and keeps it. Blocks while it asks.
    void measure(SourceId id);

    /// The newest requests that left the program, of earlier runs too, oldest first.
    List<RequestLog.Entry> requests();

    /// The proxy as text: `none`, `http://host:port` or `socks5://host:port`.
    String route();

    /// Keeps a proxy, for the next start.
    /// @return false where `text` is no proxy; nothing is changed then
    boolean keepRoute(String text);

    /// Where the profile lies, for showing.
    String folder();

    InstantSource clock();

    /// Whether all money in it is play money, and its only network the sandbox.
    default boolean play() {
        return false;
    }

    /// Whether its money is play money and the sandbox does not run: its time stands still then.
    default boolean worldStands() {
        return false;
    }

    /// Where drills can be played; empty where that is not offered, as in a drill.
    default Optional<DrillHall> drills() {
        return Optional.empty();
    }

    /// Where lessons can be played; empty where that is not offered.
    default Optional<LessonHall> lessons() {
        return Optional.empty();
    }

    /// The world of play money that the user may keep; empty where there is none, or it cannot be kept.
    default Optional<PlayedWorld> world() {
        return Optional.empty();
    }

    /// Leaves this profile, which stays as it is, for one of play money; empty where that is not offered.
    default Optional<Runnable> playInstead() {
        return Optional.empty();
    }
}
