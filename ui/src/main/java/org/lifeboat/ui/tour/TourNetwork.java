package org.lifeboat.ui.tour;

/// A network that the tour may ask about.
/// @param chain its chain id
/// @param known the name of the bundled network with this chain id; empty: it is added by hand
/// @param coin the symbol of its coin
public record TourNetwork(String url, long chain, String known, String coin) {}
