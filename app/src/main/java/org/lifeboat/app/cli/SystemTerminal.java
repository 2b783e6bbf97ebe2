package org.lifeboat.app.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The process's own streams and keyboard.
public final class SystemTerminal implements Terminal {
    private final PrintStream out = stream(FileDescriptor.out, "stdout.encoding");
    private final PrintStream err = stream(FileDescriptor.err, "stderr.encoding");

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public boolean interactive() {
        return keyboard().isPresent();
    }

    @Override
    public Optional<String> ask(String prompt) {
        return keyboard().map(console -> console.readLine("%s", prompt));
    }

    @Override
    public Optional<char[]> askSecret(String prompt) {
        return keyboard().map(console -> console.readPassword("%s", prompt));
    }

    private static Optional<Console> keyboard() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    /// A terminal without a locale calls itself ASCII and shows UTF-8 all the same.
    private static PrintStream stream(FileDescriptor descriptor, String property) {
        String name = System.getProperty(property, "UTF-8");
        Charset charset = name.equals("US-ASCII") || name.startsWith("ANSI")
                ? StandardCharsets.UTF_8
                : Charset.forName(name, StandardCharsets.UTF_8);
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }
}
