package org.lifeboat.app.wiring;

import java.util.Optional;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.vault.signing.Facts;

/// The names that a profile knows, for the description of what is signed.
public record ProfileFacts(Profile profile) implements Facts {
    @Override
    public Optional<String> chainName(ChainId chain) {
        return profile.networks().find(chain).map(Network::name);
    }

    @Override
    public Optional<String> coinSymbol(ChainId chain) {
        return profile.networks().find(chain).map(Network::coinSymbol);
    }

    @Override
    public Optional<String> addressName(ChainId chain, Address address) {
        return profile.contacts()
                .find(address)
                .map(Contact::name)
                .or(() -> profile.accounts().find(address).map(Account::label).filter(label -> !label.isBlank()));
    }

    @Override
    public Optional<TokenFact> token(ChainId chain, Address contract) {
        return profile.tokens().find(chain, contract).map(token -> new TokenFact(token.symbol(), token.decimals()));
    }
}
