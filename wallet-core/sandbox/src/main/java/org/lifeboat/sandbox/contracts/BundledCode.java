package org.lifeboat.sandbox.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.resources.Words;

/// Reads the codes that are packed with the program.
public final class BundledCode {
    private BundledCode() {}

    /// @param name of a file in `contracts`, without `.hex`
    public static Bytes read(String name) {
        try (InputStream file = Words.class.getResourceAsStream("contracts/" + name + ".hex")) {
            if (file == null) {
                throw new IllegalStateException("the program's own file contracts/" + name + ".hex is missing");
            }
            return Bytes.fromHex(new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
