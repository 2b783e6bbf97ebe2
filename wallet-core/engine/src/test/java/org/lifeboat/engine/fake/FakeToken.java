package org.lifeboat.engine.fake;

import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.abi.Erc20;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Answers calls as a token contract would, from a holder's storage.
/// @param slotOf where the balance of an owner is kept
public record FakeToken(String name, String symbol, int decimals, Function<Address, Hash32> slotOf) {
    Reply<Bytes> call(FakeChain.Holder holder, Bytes data) {
        String selector = data.slice(0, 4).toHex();
        if (selector.equals(Erc20.balanceOf(Address.ZERO).slice(0, 4).toHex())) {
            Address owner = Hash32.of(data.slice(4, 36).toArray()).toAddress();
            return new Reply.Got<>(word(holder.storage.getOrDefault(slotOf.apply(owner), BigInteger.ZERO)));
        }
        if (selector.equals(Erc20.NAME.selector().toHex())) {
            return new Reply.Got<>(string(name));
        }
        if (selector.equals(Erc20.SYMBOL.selector().toHex())) {
            return new Reply.Got<>(string(symbol));
        }
        if (selector.equals(Erc20.DECIMALS.selector().toHex())) {
            return new Reply.Got<>(word(BigInteger.valueOf(decimals)));
        }
        return new Reply.Refused<>(3, "execution reverted", Optional.of(Bytes.EMPTY));
    }

    public static Bytes word(BigInteger value) {
        return Bytes.of(Hash32.ofNumber(value).toArray());
    }

    public static Bytes string(String text) {
        TupleType<Tuple> type = TupleType.parse("(string)");
        return Bytes.of(type.encode(Tuple.from(text)).array());
    }
}
