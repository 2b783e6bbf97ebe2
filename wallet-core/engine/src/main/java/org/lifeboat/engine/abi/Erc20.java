package org.lifeboat.engine.abi;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// The calls of a token contract that this program makes, and the event it looks for (ERC-20,
/// eips.ethereum.org/EIPS/eip-20).
public final class Erc20 {
    /// `name()`; a `string`, or `bytes32` in tokens older than the standard.
    public static final AbiFunction NAME = new AbiFunction("name()", "(string)");

    /// `symbol()`; as [#NAME].
    public static final AbiFunction SYMBOL = new AbiFunction("symbol()", "(string)");

    /// `decimals()`, a `uint8`. Optional in the standard.
    public static final AbiFunction DECIMALS = new AbiFunction("decimals()", "(uint8)");

    /// The first topic of `Transfer(address,address,uint256)`, whose second and third are sender and recipient.
    public static final Hash32 TRANSFER_EVENT =
            Keccak256.hash(Bytes.of("Transfer(address,address,uint256)".getBytes(StandardCharsets.US_ASCII)));

    private static final AbiFunction BALANCE_OF = new AbiFunction("balanceOf(address)", "(uint256)");
    private static final AbiFunction TRANSFER = new AbiFunction("transfer(address,uint256)", "(bool)");

    private Erc20() {}

    public static Bytes balanceOf(Address owner) {
        return BALANCE_OF.call(owner);
    }

    /// @param units in the token's smallest unit
    public static Bytes transfer(Address to, BigInteger units) {
        return TRANSFER.call(to, units);
    }
}
