package org.lifeboat.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifeboat.app.wiring.Online;
import org.lifeboat.app.wiring.Profile;
import org.lifeboat.engine.exit.ExitPlace;
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

    /// @param portal as the user named it; kept for a chain that the registry does not have
    ExitPlace place(Network l2, @Nullable String portal) {
        if (!(l2.layer() instanceof Network.Layer.L2(ChainId below, Network.Stack stack))
                || stack != Network.Stack.OP_STACK) {
            throw shell.stop(ExitCode.REFUSED, "cli.exit.not-op", l2.name());
        }
        Network l1 = profile.networks()
                .find(below)
                .orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.network.unknown", below));
        List<Source> l1Sources = online.sources(below);
        if (l1Sources.isEmpty()) {
            throw shell.stop(ExitCode.REFUSED, "cli.send.no-source", l1.name());
        }
        return new ExitPlace(l2, online.sources(l2.chain()), l1, l1Sources, portal(l2, portal));
    }

    private Address portal(Network l2, @Nullable String named) {
        Portals portals =
                new Portals(NetworkRegistry.bundled(), profile.storage().settings());
        Optional<Address> known = portals.find(l2.chain());
        if (named != null) {
            Address wanted = AccountPick.address(shell, named);
            if (known.filter(wanted::equals).isEmpty() && !portals.keep(l2.chain(), wanted)) {
                throw shell.stop(ExitCode.REFUSED, "cli.exit.portal-known", l2.name(), known.orElseThrow());
            }
            return wanted;
        }
        return known.orElseThrow(() -> shell.stop(ExitCode.REFUSED, "cli.exit.portal-unknown", l2.name()));
    }

    SendPlace sendPlace(ExitPlace place, Network network) {
        boolean onL1 = network.chain().equals(place.l1().chain());
        List<Source> sources = onL1 ? place.l1Sources() : place.l2Sources();
        if (sources.isEmpty()) {
            throw shell.stop(ExitCode.REFUSED, "cli.send.no-source", network.name());
        }
        return new SendPlace(network, sources, List.of(), Set.of(), Optional.empty());
    }
}
