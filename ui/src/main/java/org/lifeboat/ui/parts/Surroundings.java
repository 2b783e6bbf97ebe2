package org.lifeboat.ui.parts;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.ui.phrases.ContradictionWords;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.tasks.Tasks;

/// What every view stands in.
/// @param hidden whether amounts are shown as dots
/// @param narrow whether there is so little room that rows become cards of two lines
/// @param layer for dialogs
public record Surroundings(
        Phrases phrases, Tasks tasks, ReadOnlyBooleanProperty hidden, ObservableBooleanValue narrow, Layer layer) {
    public String say(String key, Object... arguments) {
        return phrases.say(key, arguments);
    }

    /// Two statements that cannot both hold; what one holds is not said where amounts are hidden.
    /// @param coin symbol of the network's coin; may be empty
    public String contradiction(Contradiction contradiction, String coin) {
        return ContradictionWords.of(phrases, contradiction, coin, hidden.get());
    }
}
