package org.lifeboat.engine.token;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.engine.abi.Erc20;
import org.lifeboat.engine.abi.ShownText;
import org.lifeboat.engine.source.Batch;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.CallRequest;
import org.lifeboat.engine.source.Purpose;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;

/// Reads what a token says of itself: name, symbol and decimals. Claims of a server about claims of a
/// contract; two sources are compared where there are two.
public final class TokenReader {
    private final Duration patience;

    /// @param patience for each source
    public TokenReader(Duration patience) {
        this.patience = patience;
    }

    public sealed interface Result {
        /// @param sources hosts that said the same
        record Read(TokenFacts facts, List<Oddity> oddities, List<String> sources) implements Result {
            public Read {
                oddities = List.copyOf(oddities);
                sources = List.copyOf(sources);
            }
        }

        /// Two sources say different things: at least one of them is wrong. Stop.
        record SourcesDiffer(String oneHost, TokenFacts one, String otherHost, TokenFacts other) implements Result {}

        /// The address does not answer as a token does.
        record NotAToken(String reason) implements Result {}

        /// Nobody answered. Retry.
        record Unanswered(String reason) implements Result {}
    }

    /// What is unusual about a token's facts; the sentences are in the bundle `balances`.
    public enum Oddity {
        NO_NAME("token.noName"),
        NO_SYMBOL("token.noSymbol"),
        /// Amounts are then shown in the smallest unit.
        NO_DECIMALS("token.noDecimals"),
        TEXT_CLEANED("token.textCleaned");

        private final String messageKey;

        Oddity(String messageKey) {
            this.messageKey = messageKey;
        }

        public String messageKey() {
            return messageKey;
        }
    }

    /// @param sources in the user's order; at most two are asked
    public Result read(List<Source> sources, Address contract) {
        Result first = new Result.Unanswered(
                sources.isEmpty() ? "no source" : "a proof disagreed with every source, so none is asked");
        for (Source source : sources.stream()
                .filter(source -> !source.health().setAside())
                .limit(2)
                .toList()) {
            Result next = readFrom(source, contract);
            first = switch (first) {
                case Result.Read known -> compare(known, next, source.id().shown());
                case Result.NotAToken _, Result.SourcesDiffer _ -> first;
                case Result.Unanswered _ -> next;
            };
        }
        return first;
    }

    private static Result compare(Result.Read known, Result next, String host) {
        return switch (next) {
            case Result.Read(TokenFacts facts, var _, var _) ->
                facts.equals(known.facts())
                        ? new Result.Read(
                                facts, known.oddities(), List.of(known.sources().getFirst(), host))
                        : new Result.SourcesDiffer(known.sources().getFirst(), known.facts(), host, facts);
            case Result.NotAToken _, Result.SourcesDiffer _, Result.Unanswered _ -> known;
        };
    }

    private Result readFrom(Source source, Address contract) {
        Answers answers = new Answers();
        Batch batch = new Batch();
        batch.add(new Query.CodeOf(contract, BlockSelector.LATEST), reply -> answers.code = reply);
        batch.add(call(contract, Erc20.NAME), reply -> answers.name = reply);
        batch.add(call(contract, Erc20.SYMBOL), reply -> answers.symbol = reply);
        batch.add(call(contract, Erc20.DECIMALS), reply -> answers.decimals = reply);
        batch.add(
                new Query.CallOf(CallRequest.read(contract, Erc20.balanceOf(contract)), BlockSelector.LATEST),
                reply -> answers.balance = reply);
        batch.ask(source, Purpose.READ_TOKEN, patience);
        return answers.judge(source.id().shown(), contract);
    }

    private static Query.CallOf call(Address contract, AbiFunction function) {
        return new Query.CallOf(CallRequest.read(contract, function.call()), BlockSelector.LATEST);
    }

    private static final class Answers {
        private Reply<Bytes> code = Reply.notAsked();
        private Reply<Bytes> name = Reply.notAsked();
        private Reply<Bytes> symbol = Reply.notAsked();
        private Reply<Bytes> decimals = Reply.notAsked();
        private Reply<Bytes> balance = Reply.notAsked();

        private Result judge(String host, Address contract) {
            for (Reply<Bytes> reply : List.of(code, name, symbol, decimals, balance)) {
                if (reply instanceof Reply.Failed<Bytes>(var _, String detail)) {
                    return new Result.Unanswered(host + ": " + detail);
                }
            }
            if (code.got().filter(found -> !found.isEmpty()).isEmpty()) {
                return new Result.NotAToken("there is no contract at this address");
            }
            if (balance.got().flatMap(AbiFunction::word).isEmpty()) {
                return new Result.NotAToken("it does not answer balanceOf");
            }
            List<Oddity> oddities = new ArrayList<>();
            Optional<Integer> places = decimals(oddities);
            if (places.isEmpty()) {
                return new Result.NotAToken("its decimals are no number from 0 to 255");
            }
            String shownName = text(name, Erc20.NAME, TokenFacts.NAME_LIMIT, Oddity.NO_NAME, oddities);
            String shownSymbol = text(symbol, Erc20.SYMBOL, TokenFacts.SYMBOL_LIMIT, Oddity.NO_SYMBOL, oddities);
            String anySymbol = shownSymbol.isBlank() ? contract.toChecksum().substring(0, 8) : shownSymbol;
            return new Result.Read(new TokenFacts(shownName, anySymbol, places.get()), oddities, List.of(host));
        }

        /// `decimals` is optional in ERC-20: a contract without it is counted in its smallest unit.
        private Optional<Integer> decimals(List<Oddity> oddities) {
            Optional<Bytes> returned = decimals.got().filter(bytes -> !bytes.isEmpty());
            if (returned.isEmpty()) {
                oddities.add(Oddity.NO_DECIMALS);
                return Optional.of(0);
            }
            return returned.flatMap(AbiFunction::word)
                    .filter(word -> word.bitLength() <= 8)
                    .map(BigInteger::intValueExact);
        }

        private static String text(
                Reply<Bytes> reply, AbiFunction function, int limit, Oddity missing, List<Oddity> oddities) {
            Optional<String> raw = reply.got().flatMap(bytes -> decode(bytes, function));
            if (raw.isEmpty()) {
                oddities.add(missing);
                return "";
            }
            ShownText shown = ShownText.clean(raw.get(), limit);
            if (shown.altered() && !oddities.contains(Oddity.TEXT_CLEANED)) {
                oddities.add(Oddity.TEXT_CLEANED);
            }
            if (shown.text().isEmpty()) {
                oddities.add(missing);
            }
            return cut(shown.text(), limit);
        }

        /// A limit in code points can still be over it in UTF-16; no character is cut in two.
        private static String cut(String text, int limit) {
            if (text.length() <= limit) {
                return text;
            }
            int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
            return text.substring(0, end);
        }

        /// A `string`, or 32 bytes of text with zeros behind it, as tokens older than ERC-20 have it.
        private static Optional<String> decode(Bytes returned, AbiFunction function) {
            if (returned.size() == 32) {
                return legacy(returned);
            }
            return function.results(returned).map(tuple -> tuple.get(0));
        }

        private static Optional<String> legacy(Bytes word) {
            int end = 32;
            while (end > 0 && word.at(end - 1) == 0) {
                end--;
            }
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(word.slice(0, end).toArray()))
                        .toString());
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }
    }
}
