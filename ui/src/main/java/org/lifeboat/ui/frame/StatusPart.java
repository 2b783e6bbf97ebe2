package org.lifeboat.ui.frame;

import org.kordamp.ikonli.feather.Feather;

/// One statement of the status bar.
/// @param warns whether something is not well
/// @param open the page behind the statement
public record StatusPart(String sentence, Feather icon, boolean warns, Runnable open) {}
