package org.lifeboat.engine.fake;

import java.time.Duration;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.Game;

/// A bridge of the OP Stack with dispute games that anybody can play, as L1 would tell of it.
public final class FakeBridge {
    public static final Address PORTAL = Hash32.ofNumber(5).toAddress();

    private FakeBridge() {}

    public static Bridge bridge(boolean paused, Duration maturity, Duration airGap) {
        return new Bridge(
                new Bridge.Contracts(PORTAL, PORTAL, Optional.of(PORTAL), Optional.empty(), Optional.empty()),
                0,
                maturity,
                airGap,
                paused,
                1,
                Wei.of(80),
                Optional.empty());
    }

    /// With the delays of OP Mainnet.
    public static Bridge bridge(boolean paused) {
        return bridge(paused, Duration.ofDays(7), Duration.ofHours(84));
    }

    /// Open, and nobody speaks against it.
    public static Game game(long index, long block, Hash32 root) {
        return new Game(
                Optional.of(index),
                0,
                Hash32.ofNumber(index).toAddress(),
                new L1Time(900 + index),
                root,
                new L2Block(block),
                Game.Status.IN_PROGRESS,
                Optional.empty(),
                true,
                true,
                1,
                Optional.of(Duration.ofHours(84)));
    }

    /// The same game later.
    public static Game with(Game game, Game.Status status, long claims, Optional<L1Time> resolved, boolean proper) {
        return new Game(
                game.index(),
                game.type(),
                game.contract(),
                game.createdAt(),
                game.root(),
                game.block(),
                status,
                resolved,
                proper,
                game.respected(),
                claims,
                game.clock());
    }
}
