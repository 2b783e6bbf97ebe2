package org.lifeboat.engine.abi;

import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.util.Optional;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// One function of one contract: encodes calls, reads results strictly.
public final class AbiFunction {
    private final Function function;

    /// @param signature as `balanceOf(address)`
    /// @param results as `(uint256)`
    public AbiFunction(String signature, String results) {
        this.function = Function.parse(signature, results);
    }

    /// @param arguments our own `Address`, `Bytes` and `BigInteger`, or what headlong takes
    public Bytes call(Object... arguments) {
        Object[] converted = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            converted[i] = toHeadlong(arguments[i]);
        }
        return Bytes.of(function.encodeCallWithArgs(converted).array());
    }

    /// The four bytes that name the function.
    public Bytes selector() {
        return Bytes.of(function.selector());
    }

    /// @return the decoded results, or empty if `returned` is not exactly such results
    public Optional<Tuple> results(Bytes returned) {
        try {
            return Optional.of(function.decodeReturn(returned.toArray()));
        } catch (IllegalArgumentException | BufferUnderflowException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// @return the one word a function answered with, or empty unless there are exactly 32 bytes
    public static Optional<BigInteger> word(Bytes returned) {
        return returned.size() == 32 ? Optional.of(new BigInteger(1, returned.toArray())) : Optional.empty();
    }

    static com.esaulpaugh.headlong.abi.Address wrap(Address address) {
        return com.esaulpaugh.headlong.abi.Address.wrap(address.toChecksum());
    }

    private static Object toHeadlong(Object argument) {
        return switch (argument) {
            case Address address -> wrap(address);
            case Bytes bytes -> bytes.toArray();
            default -> argument;
        };
    }
}
