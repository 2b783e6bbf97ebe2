package org.lifeboat.ui.frame;

import org.kordamp.ikonli.feather.Feather;
import org.lifeboat.ui.places.Place;

/// An entry of the menu on the left.
public record MenuItem(String name, Feather icon, Place place) {}
