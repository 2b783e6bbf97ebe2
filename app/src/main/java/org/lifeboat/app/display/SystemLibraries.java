package org.lifeboat.app.display;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// Asks the real libraries through the foreign function interface.
@SuppressWarnings("restricted") // the program is started with --enable-native-access
public final class SystemLibraries implements NativeLibraries {
    /// `FcSetSystem`, the fonts of the machine. Source: fontconfig.h, `FcSetName`.
    private static final int SYSTEM_FONTS = 0;

    @Override
    public boolean load(String fileName) {
        try {
            SymbolLookup _ = SymbolLookup.libraryLookup(fileName, Arena.global());
            return true;
        } catch (IllegalArgumentException absent) {
            return false; // the documented answer for a library that cannot be loaded
        }
    }

    /// `FcConfigGetFonts(FcInitLoadConfigAndFonts(), FcSetSystem)->nfont`.
    @Override
    public int fonts() {
        SymbolLookup fontconfig = SymbolLookup.libraryLookup("libfontconfig.so.1", Arena.global());
        MemorySegment configuration =
                (MemorySegment) call(function(fontconfig, "FcInitLoadConfigAndFonts", FunctionDescriptor.of(ADDRESS)));
        MemorySegment set = (MemorySegment) call(
                function(fontconfig, "FcConfigGetFonts", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT)),
                configuration,
                SYSTEM_FONTS);
        return set.equals(MemorySegment.NULL)
                ? 0
                : set.reinterpret(JAVA_INT.byteSize()).get(JAVA_INT, 0);
    }

    /// `XOpenDisplay(NULL)`, which answers NULL where nobody listens or the caller is not let in.
    @Override
    public boolean displayAnswers() {
        SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
        MemorySegment display = (MemorySegment)
                call(function(x11, "XOpenDisplay", FunctionDescriptor.of(ADDRESS, ADDRESS)), MemorySegment.NULL);
        if (display.equals(MemorySegment.NULL)) {
            return false;
        }
        Object _ = call(function(x11, "XCloseDisplay", FunctionDescriptor.of(JAVA_INT, ADDRESS)), display);
        return true;
    }

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), shape);
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable broken) { // what MethodHandle declares; passed on whole, as the cause
            throw new IllegalStateException("a system library could not be called", broken);
        }
    }
}
