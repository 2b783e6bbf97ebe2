package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.exit.ExitPlace;
import org.lifeboat.engine.exit.ExitPlaces;
import org.lifeboat.engine.exit.ExitRoots;
import org.lifeboat.engine.exit.Exits;
import org.lifeboat.engine.exit.Portals;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.NetworkRegistry;
import org.lifeboat.engine.send.SendPlace;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

/// Finds the two chains that an exit is about, with their sources and the portal between them.
final class ExitDoor {
    private final Shell shell;
    private final Profile profile;
    private final Online online;

    ExitDoor(Shell shell, Profile profile, Online online) {
        this.shell = shell;
        this.profile = profile;
        this.online = online;
    }

    Exits exits() {
        return new Exits(profile.storage(), profile.clock(), SendCommand.PATIENCE);
    }

    ExitRoots roots() {
        return new ExitRoots(profile.storage(), profile.clock(), SendCommand.PATIENCE);
    }

    ExitPlaces places() {
        return new ExitPlaces(profile.networks(), online::sources, portals(), online::verified);
    }

    /// @param portal as the user named it; kept for a chain that the registry does not have
    ExitPlace place(Network l2, @Nullable String portal) {
        ExitPlaces places = places();
        ExitPlaces.Found found = places.find(l2);
        if (portal != null && (found instanceof ExitPlaces.Found.Whole || found instanceof ExitPlaces.Found.NoPortal)) {
            found = places.find(l2, Optional.of(named(l2, portal)));
        }
        return switch (found) {
            case ExitPlaces.Found.Whole(ExitPlace place) -> place;
            case ExitPlaces.Found.OtherStack _ -> throw shell.stop(ExitCode.REFUSED, "cli.exit.not-op", l2.name());
            case ExitPlaces.Found.NoL1(ChainId l1) -> throw shell.stop(ExitCode.REFUSED, "cli.network.unknown", l1);
            case ExitPlaces.Found.NoSource(Network l1) ->
                throw shell.stop(ExitCode.REFUSED, "cli.send.no-source", l1.name());
            case ExitPlaces.Found.NoPortal _ ->
                throw shell.stop(ExitCode.REFUSED, "cli.exit.portal-unknown", l2.name());
        };
    }

    private Portals portals() {
        return new Portals(NetworkRegistry.bundled(), profile.storage().settings());
    }

    private Address named(Network l2, String portal) {
        Optional<Address> known = portals().find(l2.chain());
        Address wanted = AccountPick.address(shell, portal);
        if (known.filter(wanted::equals).isEmpty() && !portals().keep(l2.chain(), wanted)) {
            throw shell.stop(ExitCode.REFUSED, "cli.exit.portal-known", l2.name(), known.orElseThrow());
        }
        return wanted;
    }

    SendPlace sendPlace(ExitPlace place, Network network) {
        boolean onL1 = network.chain().equals(place.l1().chain());
        List<Source> sources = onL1 ? place.l1Sources() : place.l2Sources();
        if (sources.isEmpty()) {
            throw shell.stop(ExitCode.REFUSED, "cli.send.no-source", network.name());
        }
        List<SendPlace.Elsewhere> above = onL1
                ? place.l2Sources().stream()
                        .limit(1)
                        .map(source -> new SendPlace.Elsewhere(place.l2(), source))
                        .toList()
                : List.of();
        return new SendPlace(network, sources, above, Set.of(), Optional.empty());
    }
}
