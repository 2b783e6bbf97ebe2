package org.lifeboat.rollups.opstack;

/// Which contest stands behind a posted root, and so what a user can do about it.
/// Source: optimism, `packages/contracts-bedrock/src/dispute/lib/Types.sol`, `GameTypes`; base/contracts for 621.
public enum GameType {
    /// Anybody posts and contests, with a bond: CANNON 0, ASTERISC 2, ASTERISC_KONA 3, CANNON_KONA 8, and the two
    /// of development nets, FAST 254 and ALPHABET 255.
    OPEN,
    /// Only a named proposer and challenger play: PERMISSIONED_CANNON 1.
    PERMISSIONED,
    /// Posting and contesting take a proof that this program cannot make: OP_SUCCINCT 6, ZK 10, Base's 621,
    /// KAILUA 1337. Roots of it can be proven against as those of the others.
    PROVEN,
    /// No contest: an output oracle, as before there were games. A named proposer posts, and a named challenger can
    /// delete until the finalization period is over. Source: specification, proposals, "L2 Output Oracle Smart
    /// Contract".
    ORACLE,
    /// Over several chains at once, counted in seconds instead of blocks: 4, 5, 7, 9. Not read here.
    SUPER,
    /// Newer than this program.
    UNKNOWN;

    /// Stands for [#ORACLE], for which a bridge has no number.
    static final long OUTPUTS = -1;

    public static GameType of(long number) {
        if (number == OUTPUTS) {
            return ORACLE;
        }
        if (number < 0 || number > Integer.MAX_VALUE) {
            return UNKNOWN;
        }
        return switch ((int) number) {
            case 0, 2, 3, 8, 254, 255 -> OPEN;
            case 1 -> PERMISSIONED;
            case 6, 10, 621, 1337 -> PROVEN;
            case 4, 5, 7, 9 -> SUPER;
            default -> UNKNOWN;
        };
    }

    /// Whether a withdrawal can be proven against its roots by what is known here.
    public boolean provable() {
        return this != SUPER && this != UNKNOWN;
    }
}
