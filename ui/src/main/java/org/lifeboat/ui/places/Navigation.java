package org.lifeboat.ui.places;

/// How a screen asks for another page.
@FunctionalInterface
public interface Navigation {
    void open(Place place);
}
