package org.lifeboat.vault.signing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// A message for people or websites (EIP-191, version 0x45, "personal message"). The prefix keeps it from
/// ever being a transaction.
public record MessageRequest(Bytes message) implements SigningRequest {
    private static final String PREFIX = "\u0019Ethereum Signed Message:\n";

    public static MessageRequest ofText(String text) {
        return new MessageRequest(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<ChainId> chain() {
        return Optional.empty();
    }

    @Override
    public Hash32 digest() {
        Bytes prefix = Bytes.of((PREFIX + message.size()).getBytes(StandardCharsets.UTF_8));
        return Keccak256.hash(prefix.plus(message));
    }

    /// Further lines are marked, so that none can be taken for a line of the description.
    private static String quoted(String text) {
        return text.contains("\n") ? "\n| " + text.replace("\n", "\n| ") : text;
    }

    @Override
    public Description describe(Address signer, Facts facts) {
        Lines lines = new Lines(facts, chain());
        lines.add(Severity.NOTE, "message.who", lines.address(signer));
        Optional<String> text = ShownText.utf8(message);
        if (text.isPresent()) {
            lines.add(Severity.NOTE, "message.text", Lines.text(quoted(ShownText.text(text.get()))));
            if (!ShownText.isPlain(text.get())) {
                lines.add(Severity.WARNING, "message.hiddenCharacters");
            }
        } else if (message.size() == Hash32.SIZE) {
            lines.add(Severity.DANGER, "message.hash", Lines.text(message.toHex()));
        } else {
            lines.add(Severity.WARNING, "message.bytes", Lines.number(message.size()), Lines.text(message.toString()));
        }
        lines.add(Severity.CALM, "message.everyChain");
        return lines.toDescription(signer, digest());
    }
}
