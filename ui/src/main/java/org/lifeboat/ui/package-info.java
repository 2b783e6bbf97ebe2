/// The window: what a person sees of the engine. JavaFX, one package a screen, nothing decided here.
///
/// A screen is a View (nodes only), a ViewModel (state and actions; no nodes, no text) and one sealed Screen
/// value. Screens do not know each other; they ask [org.lifeboat.ui.frame.Navigation] for a place.
@NullMarked
package org.lifeboat.ui;

import org.jspecify.annotations.NullMarked;
