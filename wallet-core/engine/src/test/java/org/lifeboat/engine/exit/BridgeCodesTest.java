package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.rollups.opstack.Powers;

/// A bridge whose code is replaced is told of until the user has seen it.
class BridgeCodesTest {
    private static final ChainId CHAIN = new ChainId(901);
    private static final Address OLD = Hash32.ofNumber(1).toAddress();
    private static final Address NEW = Hash32.ofNumber(2).toAddress();
    private static final Instant FIRST = Instant.parse("2026-11-21T12:00:00Z");

    private final InMemoryStorage storage = new InMemoryStorage();
    private final BridgeCodes codes = new BridgeCodes(storage.settings());

    @Test
    void theFirstLookIsTheMeasure_andAChangeIsToldUntilItIsAccepted() {
        assertThat(codes.changed(CHAIN, portal(OLD), FIRST)).isEmpty();
        assertThat(codes.changed(CHAIN, portal(OLD), FIRST.plusSeconds(60))).isEmpty();

        BridgeCodes.Changed change = new BridgeCodes.Changed(Powers.Role.PORTAL, OLD, NEW, FIRST);
        for (int look = 0; look < 2; look++) {
            assertThat(codes.changed(CHAIN, portal(NEW), FIRST.plusSeconds(90))).containsExactly(change);
        }
        assertThat(codes.changed(new ChainId(902), portal(NEW), FIRST))
                .as("another chain's bridge")
                .isEmpty();

        codes.accept(CHAIN, portal(NEW), FIRST.plusSeconds(99));
        assertThat(codes.changed(CHAIN, portal(NEW), FIRST.plusSeconds(100))).isEmpty();
        assertThat(codes.changed(CHAIN, portal(OLD), FIRST.plusSeconds(101)))
                .as("and back is a change too")
                .containsExactly(new BridgeCodes.Changed(Powers.Role.PORTAL, NEW, OLD, FIRST.plusSeconds(99)));
    }

    @Test
    void whatCouldNotBeReadThisTime_isNoChange() {
        codes.changed(CHAIN, portal(OLD), FIRST);
        Powers nothing = powers(Map.of());

        assertThat(codes.changed(CHAIN, nothing, FIRST)).isEmpty();
        assertThat(codes.changed(CHAIN, portal(NEW), FIRST)).hasSize(1);
    }

    private static Powers portal(Address code) {
        return powers(Map.of(Powers.Role.PORTAL, code));
    }

    private static Powers powers(Map<Powers.Role, Address> codes) {
        return new Powers(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Powers.Queue(new Powers.Listing.Nobody(), List.of()),
                Optional.empty(),
                codes);
    }
}
