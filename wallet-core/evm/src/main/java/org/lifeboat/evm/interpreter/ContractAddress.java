package org.lifeboat.evm.interpreter;

import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Keccak256;

/// Where a new contract lives.
public final class ContractAddress {
    private ContractAddress() {}

    /// CREATE and creating transactions: `keccak256(rlp([creator, nonce]))`, last twenty bytes. Yellow Paper,
    /// section 7.
    /// @param nonce of the creator before the creation, unsigned
    public static Address of(Address creator, long nonce) {
        int nonceBytes = (71 - Long.numberOfLeadingZeros(nonce)) / 8;
        boolean single = Long.compareUnsigned(nonce, 0x80) < 0;
        int nonceItem = single ? 1 : 1 + nonceBytes;
        byte[] rlp = new byte[22 + nonceItem];
        rlp[0] = (byte) (0xc0 + 21 + nonceItem);
        rlp[1] = (byte) (0x80 + Address.SIZE);
        System.arraycopy(creator.toArray(), 0, rlp, 2, Address.SIZE);
        if (single) {
            rlp[22] = (byte) (nonce == 0 ? 0x80 : nonce);
        } else {
            rlp[22] = (byte) (0x80 + nonceBytes);
            for (int i = 0; i < nonceBytes; i++) {
                rlp[22 + nonceBytes - i] = (byte) (nonce >>> (8 * i));
            }
        }
        return last20(rlp);
    }

    /// CREATE2: `keccak256(0xff || creator || salt || keccak256(initCode))`, last twenty bytes. EIP-1014.
    public static Address of2(Address creator, byte[] salt, byte[] initCodeHash) {
        byte[] preimage = new byte[85];
        preimage[0] = (byte) 0xff;
        System.arraycopy(creator.toArray(), 0, preimage, 1, Address.SIZE);
        System.arraycopy(salt, 0, preimage, 21, 32);
        System.arraycopy(initCodeHash, 0, preimage, 53, 32);
        return last20(preimage);
    }

    private static Address last20(byte[] preimage) {
        byte[] address = new byte[Address.SIZE];
        System.arraycopy(Keccak256.digest(preimage), 12, address, 0, Address.SIZE);
        return Address.of(address);
    }
}
