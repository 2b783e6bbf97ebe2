package org.lifeboat.vault;

import org.lifeboat.primitives.Address;
import org.lifeboat.vault.hd.DerivationPath;

/// What may be known of an account without its key.
public record Account(AccountId id, Address address, Origin origin) {
    /// Where its key comes from.
    public sealed interface Origin {
        record Derived(SeedId seed, DerivationPath path) implements Origin {}

        record Imported() implements Origin {}

        /// There is no key: it can be looked at and cannot sign.
        record WatchOnly() implements Origin {}
    }

    public boolean canSign() {
        return !(origin instanceof Origin.WatchOnly);
    }
}
