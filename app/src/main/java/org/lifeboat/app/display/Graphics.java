package org.lifeboat.app.display;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Who draws the window: the graphics card, or the processor where there is none.
@SuppressWarnings("restricted") // the program is started with --enable-native-access
public final class Graphics {
    /// Where Linux shows graphics cards. Source: kernel documentation, "DRM Driver uAPI"; NVIDIA's own driver.
    private static final List<Path> CARDS = List.of(Path.of("/dev/dri"), Path.of("/dev/nvidia0"));

    private Graphics() {}

    /// Without a card GTK and JavaFX would each load Mesa's drawing by the processor, find it of no use, and keep some
    /// fifty megabytes of it. To be called before JavaFX starts.
    public static void prepare() {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        if (linux && CARDS.stream().noneMatch(Files::exists) && System.getProperty("prism.order") == null) {
            System.setProperty("prism.order", "sw");
            setEnvironment("GDK_GL", "disable");
        }
    }

    /// `setenv(name, value, 1)`: what GTK reads of its surroundings, Java itself cannot change.
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            Object _ = setenv.invokeWithArguments(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        } catch (Throwable broken) { // what MethodHandle declares; passed on whole, as the cause
            throw new IllegalStateException("a system library could not be called", broken);
        }
    }
}
