package org.lifeboat.ui.session;

import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.network.Networks;
import org.lifeboat.engine.storage.Storage;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.vault.signing.Facts;

/// The names that decorate a description: networks, tokens, contacts and own accounts of this profile. A contact has
/// its name only on the networks on which it holds.
public record KnownNames(Networks networks, Storage storage, Tokens tokens) implements Facts {
    @Override
    public Optional<String> chainName(ChainId chain) {
        return networks.find(chain).map(Network::name);
    }

    @Override
    public Optional<String> coinSymbol(ChainId chain) {
        return networks.find(chain).map(Network::coinSymbol);
    }

    @Override
    public Optional<String> addressName(ChainId chain, Address address) {
        return storage.contacts()
                .find(address)
                .filter(contact -> contact.holdsOn(chain))
                .map(Contact::name)
                .or(() -> storage.accounts().find(address).map(Account::label).filter(label -> !label.isBlank()));
    }

    @Override
    public Optional<TokenFact> token(ChainId chain, Address contract) {
        return tokens.find(chain, contract).map(token -> new TokenFact(token.symbol(), token.decimals()));
    }
}
