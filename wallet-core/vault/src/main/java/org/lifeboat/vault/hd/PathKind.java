package org.lifeboat.vault.hd;

import java.util.List;
import org.lifeboat.vault.hd.DerivationPath.Step;

/// The paths on which wallets keep Ethereum accounts: the account number stands in a different place in each.
/// Coin type 60 is Ether (SLIP-44); purpose 44 is BIP-44.
public enum PathKind {
    /// `m/44'/60'/0'/0/i`: most wallets today.
    ADDRESS_INDEX,
    /// `m/44'/60'/i'/0/0`: Ledger's program and others.
    ACCOUNT_INDEX,
    /// `m/44'/60'/0'/i`: old Ledger and MyEtherWallet.
    SHORT;

    /// @param number from 0
    public DerivationPath path(int number) {
        Step purpose = new Step(44, true);
        Step coin = new Step(60, true);
        Step zero = new Step(0, false);
        return new DerivationPath(
                switch (this) {
                    case ADDRESS_INDEX -> List.of(purpose, coin, new Step(0, true), zero, new Step(number, false));
                    case ACCOUNT_INDEX -> List.of(purpose, coin, new Step(number, true), zero, zero);
                    case SHORT -> List.of(purpose, coin, new Step(0, true), new Step(number, false));
                });
    }
}
