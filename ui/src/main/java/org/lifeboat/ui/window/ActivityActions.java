package org.lifeboat.ui.window;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.send.Replacement;
import org.lifeboat.ui.activity.ActivityView;
import org.lifeboat.ui.activity.ActivityViewModel;
import org.lifeboat.ui.evidence.EvidenceChain;
import org.lifeboat.ui.places.Navigation;
import org.lifeboat.ui.places.Place;

/// What the page of activity does: with its own model, and by going to other pages.
record ActivityActions(ActivityViewModel model, Navigation navigation) implements ActivityView.Actions {
    @Override
    public void filter(ActivityFilter filter) {
        model.load(filter);
    }

    @Override
    public void more() {
        model.more();
    }

    @Override
    public Supplier<String> csv(ActivityFilter filter) {
        return model.csv(filter);
    }

    @Override
    public void follow() {
        model.follow();
    }

    @Override
    public void stopFollowing() {
        model.stopFollowing();
    }

    @Override
    public void open(OwnTransaction transaction) {
        model.open(transaction);
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public void look() {
        model.look();
    }

    @Override
    public void chain(OwnTransaction own, EvidenceChain.Of of, Consumer<Optional<EvidenceChain>> found) {
        model.chain(own, of, found);
    }

    @Override
    public void resend() {
        model.resend();
    }

    @Override
    public void giveUp() {
        model.giveUp();
    }

    @Override
    public void replace(OwnTransaction transaction, Replacement.Way way) {
        navigation.open(new Place.Replace(transaction.chain(), transaction.hash(), way));
    }

    @Override
    public void go(Place place) {
        navigation.open(place);
    }
}
