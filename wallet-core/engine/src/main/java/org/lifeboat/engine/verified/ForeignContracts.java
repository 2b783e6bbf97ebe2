package org.lifeboat.engine.verified;

import java.math.BigInteger;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.verifier.call.Foreign;

/// What chains have that no EVM of Ethereum has, by the software they run.
final class ForeignContracts {
    /// Source: EIP-7951 and RIP-7212: P256VERIFY.
    private static final int P256 = 0x100;

    private ForeignContracts() {}

    /// A chain of the OP Stack of which nobody says where its forks stand: which inputs of the pairings are
    /// too long is not known, and not what P256VERIFY costs. Source: OP Stack specification, exec-engine of
    /// Granite, Isthmus, Jovian and Karst, on precompiles.
    static Foreign opStack() {
        return new ByAddress() {
            @Override
            boolean number(int number, boolean hasCode) {
                return number == P256 || isLimited(number);
            }
        };
    }

    /// The pairings and sums whose inputs may be shorter there.
    private static boolean isLimited(int number) {
        return number == 0x08 || number == 0x0c || number == 0x0e || number == 0x0f;
    }

    /// Base runs contracts of its own since Beryl, at addresses that this program does not know: there,
    /// whatever is called and shows no ordinary code counts as one of them.
    /// Source: docs.base.org, "Upgrades", Beryl (B20 precompiles).
    static Foreign base() {
        return new Foreign() {
            @Override
            public boolean contract(Address called, boolean hasCode) {
                BigInteger number = called.toWord().toNumber();
                boolean ethereums = number.compareTo(BigInteger.valueOf(P256)) <= 0;
                return ethereums ? isLimited(number.intValue()) : !hasCode;
            }

            @Override
            public boolean code(Bytes code) {
                return isStub(code);
            }

            @Override
            public boolean blockHashes() {
                return false;
            }
        };
    }

    /// Source: OffchainLabs/nitro, `precompiles`, addresses 0x64 to 0xff; RIP-7212 since ArbOS 30; Stylus
    /// programs begin with 0xeff0 (`arbos/programs`); BLOCKHASH is of L1 (docs.arbitrum.io, "Block numbers
    /// and time").
    static Foreign arbitrum() {
        return new ByAddress() {
            @Override
            boolean number(int number, boolean hasCode) {
                return number >= 0x64;
            }

            @Override
            public boolean code(Bytes code) {
                return code.size() >= 2 && (code.at(0) & 0xff) == 0xef && (code.at(1) & 0xff) == 0xf0;
            }

            @Override
            public boolean blockHashes() {
                return true;
            }
        };
    }

    /// A byte or two that cannot run, put where a contract of the chain's own lives, so that others find code
    /// there. A delegation (EIP-7702) is none.
    private static boolean isStub(Bytes code) {
        boolean refused = !code.isEmpty() && ((code.at(0) & 0xff) == 0xfe || (code.at(0) & 0xff) == 0xef);
        return refused && code.size() != 23;
    }

    /// A chain whose own contracts have small numbers for addresses.
    private abstract static class ByAddress implements Foreign {
        abstract boolean number(int number, boolean hasCode);

        @Override
        public boolean contract(Address called, boolean hasCode) {
            BigInteger number = called.toWord().toNumber();
            return number.bitLength() <= 9 && number(number.intValue(), hasCode);
        }

        @Override
        public boolean code(Bytes code) {
            return false;
        }

        @Override
        public boolean blockHashes() {
            return false;
        }
    }
}
