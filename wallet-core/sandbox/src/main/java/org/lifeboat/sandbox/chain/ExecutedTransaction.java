package org.lifeboat.sandbox.chain;

import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.block.Receipt;

/// A transaction that stands in a block, and what came of it.
/// @param index its place in the block, from 0
/// @param firstLog how many logs of the block came before its own
/// @param gasUsed its own
/// @param price what it paid for a gas
/// @param created the new contract's address, where it created one
/// @param l1Fee what it paid for its bytes on L1; empty on an L1
public record ExecutedTransaction(
        SenderTransaction sent,
        int index,
        int firstLog,
        Receipt receipt,
        Gas gasUsed,
        Wei price,
        Optional<Address> created,
        Optional<Wei> l1Fee) {}
