package org.lifeboat.sandbox.rollup;

import java.time.Duration;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.sandbox.contracts.BundledCode;

/// How long a rollup's bridge lets people wait. On public chains these are fixed in the codes of the contracts, each
/// chain's own; here they are put into the codes before the first block.
/// @param maturity from a proof until it is paid out
/// @param contest of each side over a root
/// @param airGap from the end of a contest until its root counts
public record BridgeDelays(Duration maturity, Duration contest, Duration airGap) {
    /// A contest's clock is put forward by half of this after a move, and must have room for it. Source:
    /// `PlayGame.sol`, `clockExtension`.
    private static final Duration LEAST_CONTEST = Duration.ofHours(6);

    /// Three bytes of seconds.
    private static final long MOST = (1 << 24) - 1;

    /// Those in the sources, which most public chains have. Source: `PlayPortal.sol`, `proofMaturityDelaySeconds`;
    /// `PlayGame.sol`, `maxClockDuration`; `PlayGames.sol`, `disputeGameFinalityDelaySeconds`.
    public static final BridgeDelays USUAL =
            new BridgeDelays(Duration.ofDays(7), Duration.ofHours(84), Duration.ofHours(84));

    private static final int PUSH1 = 0x60;
    private static final int PUSH3 = 0x62;
    private static final int PUSH32 = 0x7f;

    /// Takes what does not fit for the nearest that does: between a second and half a year.
    public BridgeDelays {
        maturity = within(maturity, Duration.ofSeconds(1));
        contest = within(contest, LEAST_CONTEST);
        airGap = within(airGap, Duration.ofSeconds(1));
    }

    private static Duration within(Duration wanted, Duration least) {
        return Duration.ofSeconds(Math.clamp(wanted.toSeconds(), least.toSeconds(), MOST));
    }

    /// A contract's code with these delays in the place of the usual ones.
    Bytes code(String contract) {
        Bytes code = BundledCode.read(contract);
        return switch (contract) {
            case "PlayPortal" -> pushing(code, USUAL.maturity, maturity);
            case "PlayGame" -> pushing(code, USUAL.contest, contest);
            case "PlayAnchorStateRegistry" -> pushing(code, USUAL.airGap, airGap);
            default -> code;
        };
    }

    /// The same code, pushing another number of three bytes.
    private static Bytes pushing(Bytes code, Duration usual, Duration other) {
        long wanted = other.toSeconds();
        byte[] changed = code.toArray();
        for (int i = 0; i < changed.length; i++) {
            int instruction = Byte.toUnsignedInt(changed[i]);
            if (instruction == PUSH3 && number(changed, i + 1) == usual.toSeconds()) {
                changed[i + 1] = (byte) (wanted >> 16);
                changed[i + 2] = (byte) (wanted >> 8);
                changed[i + 3] = (byte) wanted;
            }
            if (instruction >= PUSH1 && instruction <= PUSH32) {
                i += instruction - PUSH1 + 1;
            }
        }
        return Bytes.of(changed);
    }

    private static long number(byte[] code, int at) {
        return at + 2 < code.length
                ? Byte.toUnsignedLong(code[at]) << 16
                        | Byte.toUnsignedLong(code[at + 1]) << 8
                        | Byte.toUnsignedLong(code[at + 2])
                : -1;
    }
}
