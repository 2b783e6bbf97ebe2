package org.lifeboat.ui.secrets;

import java.util.List;
import javafx.scene.Node;
import org.lifeboat.ui.parts.Field;
import org.lifeboat.ui.parts.Surroundings;
import org.lifeboat.vault.Secret;

/// A password that is being chosen: typed twice, with a meter between.
public final class NewPassword {
    private final Surroundings around;
    private final PasswordBox first = new PasswordBox();
    private final PasswordBox second = new PasswordBox();
    private final Field one;
    private final Field two;
    private final StrengthMeter meter;

    /// @param name of the first field
    public NewPassword(Surroundings around, String name) {
        this.around = around;
        one = new Field(name, first.control(), "");
        two = new Field(around.say("password.again"), second.control(), "");
        meter = new StrengthMeter(around, first);
    }

    /// In the order in which they stand.
    public List<Node> nodes() {
        return List.of(one, meter, two);
    }

    public boolean isEmpty() {
        return first.isEmpty() && second.isEmpty();
    }

    /// Whether it can be taken; if not, what is wrong stands under the field.
    public boolean isFine() {
        one.right();
        two.right();
        Strength strength = first.strength();
        if (strength == Strength.NONE || strength == Strength.TOO_SHORT) {
            one.wrong(around.phrases().choice(Strength.TOO_SHORT));
            first.control().requestFocus();
            return false;
        }
        if (!first.sameAs(second)) {
            two.wrong(around.say("password.differ"));
            second.control().requestFocus();
            return false;
        }
        return true;
    }

    /// Hands it over and empties both boxes. The caller closes the secret.
    public Secret take() {
        second.empty();
        return first.take();
    }

    /// To be called when the page is left.
    public void empty() {
        first.empty();
        second.empty();
    }
}
