package org.lifeboat.engine.account;

import org.lifeboat.primitives.Address;

/// One account, without its key. Its address is its identity.
///
/// @param label what the user calls it; may be empty
/// @param kind where its key is, if there is one
/// @param position among the user's accounts, from 0; two accounts may share one, then the address decides
/// @param hidden left out of lists and sums until the user asks for it; its money is not gone
public record Account(Address address, String label, Kind kind, int position, boolean hidden)
        implements Comparable<Account> {
    /// The longest label that is kept.
    public static final int LABEL_LIMIT = 100;

    public Account {
        if (label.length() > LABEL_LIMIT) {
            throw new IllegalArgumentException("a label has at most " + LABEL_LIMIT + " characters");
        }
        if (position < 0) {
            throw new IllegalArgumentException("negative position");
        }
    }

    /// Where the key is.
    public sealed interface Kind {
        /// In the vault, derived from its words.
        /// @param path BIP-32, as `m/44'/60'/0'/0/0`
        record Derived(String path) implements Kind {}

        /// In the vault, brought in as a private key or a keystore file; the words do not bring it back.
        record Imported() implements Kind {}

        /// Nowhere here: can be watched, cannot sign.
        record WatchOnly() implements Kind {}
    }

    public Account withLabel(String newLabel) {
        return new Account(address, newLabel, kind, position, hidden);
    }

    public Account withKind(Kind newKind) {
        return new Account(address, label, newKind, position, hidden);
    }

    public Account at(int newPosition) {
        return new Account(address, label, kind, newPosition, hidden);
    }

    public Account withHidden(boolean newHidden) {
        return new Account(address, label, kind, position, newHidden);
    }

    public boolean canSign() {
        return !(kind instanceof Kind.WatchOnly);
    }

    /// In the user's order.
    @Override
    public int compareTo(Account other) {
        int byPosition = Integer.compare(position, other.position);
        return byPosition != 0 ? byPosition : address.compareTo(other.address);
    }
}
