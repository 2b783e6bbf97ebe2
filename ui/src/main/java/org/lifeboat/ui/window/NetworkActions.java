package org.lifeboat.ui.window;

import java.util.Optional;
import org.lifeboat.engine.network.NetworkDraft;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.networks.NetworksView;
import org.lifeboat.ui.networks.NetworksViewModel;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;

/// What the page of networks and sources does: with its own model, and by going to other pages.
record NetworkActions(NetworksViewModel model, Navigation navigation) implements NetworksView.Actions {
    @Override
    public void addSource(ChainId chain, String url, boolean insecureToo) {
        model.addSource(chain, url, insecureToo);
    }

    @Override
    public void addNetwork(NetworkDraft draft, String url, boolean insecureToo) {
        model.addNetwork(draft, url, insecureToo);
    }

    @Override
    public void trustAgain(SourceId id) {
        model.trustAgain(id);
    }

    @Override
    public void removeSource(SourceId id) {
        model.removeSource(id);
    }

    @Override
    public void removeNetwork(ChainId chain) {
        model.removeNetwork(chain);
    }

    @Override
    public void verification(ChainId chain) {
        navigation.open(new Place.Verification(Optional.of(chain)));
    }

    @Override
    public void reload() {
        model.load();
    }

    @Override
    public void timePassed() {
        model.timePassed();
    }

    @Override
    public void giveUp() {
        model.giveUp();
    }
}
