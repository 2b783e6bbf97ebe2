package org.lifeboat.ui.drills;

import java.util.Optional;
import org.lifeboat.engine.drill.DrillGuide;
import org.lifeboat.engine.drill.RealMoney;
import org.lifeboat.ui.session.DrillHall;
import org.lifeboat.ui.session.Wallet;
import org.lifeboat.vault.Secret;

/// A drill that is handed on and not looked into.
final class NoWorld implements DrillHall.Played {
    private final Optional<RealMoney> copied;
    private boolean closed;

    NoWorld() {
        this.copied = Optional.empty();
    }

    NoWorld(RealMoney copied) {
        this.copied = Optional.of(copied);
    }

    @Override
    public Optional<RealMoney> copied() {
        return copied;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public Wallet wallet() {
        throw new IllegalStateException("nobody looks into it here");
    }

    @Override
    public Secret password() {
        throw new IllegalStateException("nobody looks into it here");
    }

    @Override
    public DrillGuide guide() {
        throw new IllegalStateException("nobody looks into it here");
    }

    @Override
    public void close() {
        closed = true;
    }
}
