package org.lifeboat.app.wiring;

import java.time.Instant;
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
    public Optional<Instant> now() {
        return Optional.of(profile.clock().instant());
    }

    @Override
    public Optional<Boolean> chargesForL1Data(ChainId chain) {
        return profile.networks().find(chain).flatMap(network -> switch (network.layer()) {
            case Network.Layer.L1 _, Network.Layer.Sidechain _ -> Optional.of(false);
            // On Arbitrum all of it is in the gas.
            case Network.Layer.L2(var _, Network.Stack stack) -> Optional.of(stack != Network.Stack.ARBITRUM_NITRO);
            case Network.Layer.Unstated _ -> Optional.empty();
        });
    }

    @Override
    public Optional<TokenFact> token(ChainId chain, Address contract) {
        return profile.tokens().find(chain, contract).map(token -> new TokenFact(token.symbol(), token.decimals()));
    }
}
