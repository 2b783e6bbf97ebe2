package org.lifeboat.verifier.call;

import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;

/// A call as `eth_call` makes it: nothing is paid for its gas, and nothing stays of it.
/// @param gas what the code may use; a transaction's own gas is not taken off
public record ContractCall(Address from, Address to, Wei value, Bytes input, Gas gas) {
    /// A question to a contract, asked by nobody.
    public static ContractCall read(Address contract, Bytes input, Gas gas) {
        return new ContractCall(Address.ZERO, contract, Wei.ZERO, input, gas);
    }
}
