package org.lifeboat.app.world;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.PlayMoney;
import org.lifeboat.app.wiring.PlayProcess;
import org.lifeboat.app.wiring.PlaySession;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Route;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.sandbox.Sandbox;

/// The running wallet of a world: what it has open, and how it dies and is started again. The world goes on meanwhile.
final class WorldProcess implements AutoCloseable {
    private final Sandbox sandbox;
    private final InstantSource clock;
    private final WorldFuse fuse = new WorldFuse();
    private Profile profile;
    private Online online;
    private Optional<ChainId> silent = Optional.empty();

    /// @param clock of the computer
    WorldProcess(PlaySession session, InstantSource clock) {
        this.sandbox = session.sandbox();
        this.clock = clock;
        this.profile = session.profile();
        this.online = online(profile);
    }

    private static Online online(Profile profile) {
        return new Online(profile, Route.DIRECT, _ -> {});
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Profile profile() {
        return profile;
    }

    Online online() {
        return online;
    }

    Storage storage() {
        return fuse.within(profile.storage());
    }

    /// From now on nobody serves the L2.
    void loseServers(ChainId l2) {
        silent = Optional.of(l2);
    }

    List<Source> sources(ChainId chain) {
        if (silent.filter(chain::equals).isPresent()) {
            return List.of();
        }
        return within(online.sources(chain));
    }

    private List<Source> within(List<Source> sources) {
        return sources.stream().map(fuse::within).toList();
    }

    Optional<ExitPlace> place(Network l2) {
        return online.exitPlace(l2)
                .map(place -> new ExitPlace(
                        place.l2(),
                        sources(place.l2().chain()),
                        place.l1(),
                        within(place.l1Sources()),
                        place.portal(),
                        place.verified()));
    }

    // ---- how it ends

    /// It will die in the midst of what the caller does next.
    /// @param touches of disk and network until then
    void willDie(int touches) {
        fuse.light(touches);
    }

    /// As [#willDie(int)], once something was signed.
    void willDieSigning(int touches) {
        fuse.lightAtSignature(touches);
    }

    void hasSigned() {
        fuse.hasSigned();
    }

    /// It is dead; another has taken its place, which knows what is on the disk.
    void startAgain() {
        fuse.putOut();
        online.close();
        profile = PlayProcess.killed(profile, clock);
        online = online(profile);
    }

    /// It is dead, and all its records are gone. The next one knows the account by its words, and whom to ask.
    void startFromNothing(Address own) {
        fuse.putOut();
        online.close();
        profile = PlayProcess.robbed(profile, clock);
        PlayMoney.connect(profile, sandbox);
        online = online(profile);
        know(own);
    }

    void know(Address own) {
        profile.storage().accounts().put(new Account(own, "Mine", new Account.Kind.WatchOnly(), 0, false));
    }

    @Override
    public void close() throws IOException {
        online.close();
        sandbox.close();
        PlayProcess.end(profile);
    }
}
