package org.lifeboat.ui.parts;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.lifeboat.primitives.Address;

/// An address: all of it where money depends on it, its ends where there is little room.
public final class AddressText {
    /// Where its second five groups begin.
    private static final int HALF = 22;

    private AddressText() {}

    /// All forty digits in groups of four, and a copy button.
    public static HBox whole(Surroundings around, Address address) {
        Label label = Labels.wrapped(grouped(address), "lb-mono");
        label.setAccessibleText(address.toChecksum());
        HBox box = new HBox(4, label, new CopyButton(around, around.say("copy.address"), address.toChecksum()));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// As [#whole], below the name it is known by here, if there is one.
    public static Node named(Surroundings around, Address address, Optional<String> name) {
        HBox whole = whole(around, address);
        return name.<Node>map(known -> new VBox(2, Labels.wrapped(known, "lb-strong"), whole))
                .orElse(whole);
    }

    /// First and last digits; the tooltip holds all.
    public static Label ends(Address address) {
        Label label = Labels.styled(shortened(address), "lb-mono");
        Labels.explain(label, address::toChecksum);
        label.setAccessibleText(address.toChecksum());
        return label;
    }

    public static String shortened(Address address) {
        String text = address.toChecksum();
        return text.substring(0, 8) + "…" + text.substring(text.length() - 6);
    }

    /// `0x5aAe b605 3F3E …`: groups of four after the first six characters. Where they do not fit into one line, they
    /// break after the fifth and nowhere else: whoever compares them counts groups.
    public static String grouped(Address address) {
        String text = address.toChecksum();
        StringBuilder grouped = new StringBuilder("0x");
        for (int i = 2; i < text.length(); i += 4) {
            grouped.append(i == 2 ? "" : i == HALF ? " " : "\u00a0").append(text, i, i + 4);
        }
        return grouped.toString();
    }
}
