package org.lifeboat.app.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.Storage;

/// When the process of a wallet dies: just before or just after it writes, reads or asks for the so-many-th time.
final class WorldFuse {
    private Optional<Thread> whose = Optional.empty();
    private int left;
    private boolean fromSignature;

    /// The process is no more. No exception, as nothing in the program may take it for one.
    static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    /// @param touches of disk and network by this thread until it dies
    void light(int touches) {
        left = touches;
        fromSignature = false;
        whose = Optional.of(Thread.currentThread());
    }

    /// As [#light(int)], counted from the next signature on.
    void lightAtSignature(int touches) {
        left = touches;
        fromSignature = true;
        whose = Optional.empty();
    }

    void hasSigned() {
        if (fromSignature) {
            light(left);
        }
    }

    void putOut() {
        fromSignature = false;
        whose = Optional.empty();
    }

    private void touch() {
        if (whose.filter(Thread.currentThread()::equals).isPresent() && --left <= 0) {
            throw new Died();
        }
    }

    /// The same storage, with its death in it.
    Storage within(Storage storage) {
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (_, method, arguments) -> {
                    if (method.getReturnType().getPackage() != Storage.class.getPackage()) {
                        return touched(storage, method, arguments);
                    }
                    Object store = call(storage, method, arguments);
                    return Proxy.newProxyInstance(
                            Storage.class.getClassLoader(),
                            new Class<?>[] {method.getReturnType()},
                            (_, own, given) -> touched(store, own, given));
                });
    }

    /// The same source, with death in it: what was asked has reached it, or has not.
    Source within(Source source) {
        return (Source) Proxy.newProxyInstance(
                Source.class.getClassLoader(),
                new Class<?>[] {Source.class},
                (_, method, arguments) -> method.getName().startsWith("ask")
                        ? touched(source, method, arguments)
                        : call(source, method, arguments));
    }

    private Object touched(Object target, Method method, Object[] arguments) throws Throwable {
        touch();
        Object found = call(target, method, arguments);
        touch();
        return found;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
