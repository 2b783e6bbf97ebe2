package org.lifeboat.engine.send;

import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.CheckedAccounts;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Nonce;

/// What one source says of an account's transactions.
/// @param source as it is shown
/// @param block its newest
/// @param mined how many transactions stand in blocks up to it, which is the next nonce
/// @param proven whether that fits a proof for the header that the source names
/// @param pending the same with those that wait, as far as the source knows them; a claim, never below `mined`
record NonceWord(String source, long block, Nonce mined, boolean proven, Nonce pending) {
    NonceWord {
        pending = pending.compareTo(mined) < 0 ? mined : pending;
    }

    static NonceWord of(Source source, CheckedAccounts.Read read, CheckedAccounts.Facts sender, Nonce pending) {
        return new NonceWord(
                source.id().shown(),
                read.block().number(),
                sender.nonce(),
                sender.assurance().has(Assurance.Mark.MATCHED),
                pending);
    }
}
