package org.lifeboat.ui.pictures;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.lifeboat.engine.abi.Erc20;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.ui.ScriptedSource;

/// A source on whose chain every address is a token.
public final class Tokenish {
    private Tokenish() {}

    public static ScriptedSource source(SourceId id, String symbol, int decimals) {
        return new ScriptedSource(id, query -> answer(query, symbol, decimals));
    }

    private static Optional<Reply<?>> answer(Query<?> query, String symbol, int decimals) {
        return switch (query) {
            case Query.CodeOf _ -> Optional.of(new Reply.Got<>(Bytes.of((byte) 0x60)));
            case Query.CallOf call -> {
                Bytes data = call.call().data();
                Bytes returned = data.equals(Erc20.NAME.call())
                        ? text("Play dollar")
                        : data.equals(Erc20.SYMBOL.call()) ? text(symbol) : number(decimals);
                yield Optional.of(new Reply.Got<>(returned));
            }
            default -> Optional.empty();
        };
    }

    /// A word of text with zeros behind it, as tokens older than ERC-20 give it.
    private static Bytes text(String text) {
        byte[] word = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 32);
        return Bytes.of(word);
    }

    private static Bytes number(int number) {
        byte[] word = new byte[32];
        byte[] digits = BigInteger.valueOf(number).toByteArray();
        System.arraycopy(digits, 0, word, 32 - digits.length, digits.length);
        return Bytes.of(word);
    }
}
