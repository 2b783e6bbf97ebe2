package org.lifeboat.engine.balances;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.fake.FakeToken;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.BlockSelector;
import org.lifeboat.engine.source.HeaderClaim;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.storage.BalanceStore;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

/// One chain with two accounts and a token, and sources that tell of it.
abstract class BalanceStory {
    static final Address ALICE = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    static final Address BOB = Address.fromHex("0x0000000000000000000000000000000000000b0b");
    static final Address TOKEN = Address.fromHex("0x1000000000000000000000000000000000000001");
    static final Bytes CODE = Bytes.of((byte) 0x60, (byte) 0x01);
    static final Patience QUICK = new Patience(Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofSeconds(5));

    final InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(FakeChain.NOW + 5));
    final FakeChain chain = new FakeChain(1).with(ALICE, 700).with(BOB, 30);
    final BalanceStore store = new InMemoryStorage().balances();
    final Balances balances = new Balances(store, clock);

    BalanceSheet refresh(List<? extends Source> sources, List<Token> tokens) throws InterruptedException {
        Watch watch = new Watch(network(), List.copyOf(sources), List.of(ALICE, BOB), tokens);
        return balances.refresh(List.of(watch), QUICK, _ -> {});
    }

    FakeSource honest(String host) {
        return new FakeSource(chain, host);
    }

    static FakeSource withoutProofs(FakeSource source) {
        return source.twist((query, reply) -> query instanceof Query.ProofOf
                ? new Reply.Refused<>(-32601, "the method eth_getProof does not exist", Optional.empty())
                : reply);
    }

    FakeSource tokenSource(FakeSource source, Token.BalanceSlot slot, Map<Address, Long> held) {
        chain.at(TOKEN).code = CODE;
        held.forEach(
                (owner, units) -> chain.at(TOKEN).storage.put(BalanceSlots.of(slot, owner), BigInteger.valueOf(units)));
        return source.token(TOKEN, new FakeToken("Token", "TOK", 6, owner -> BalanceSlots.of(slot, owner)));
    }

    static Token token(Optional<Token.Pin> pin) {
        return new Token(new ChainId(1), TOKEN, "Token", "TOK", 6, Optional.empty(), pin);
    }

    static Token.BalanceSlot slot(long base) {
        return new Token.BalanceSlot(Token.BalanceSlot.Order.KEY_THEN_SLOT, Hash32.ofNumber(base));
    }

    static Network network() {
        return new Network(new ChainId(1), "Test", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
    }

    static Row row(BalanceSheet sheet, Address account) {
        return sheet.networks().getFirst().rows().stream()
                .filter(row -> row.position().account().equals(account)
                        && row.position().asset() instanceof Asset.Coin)
                .findFirst()
                .orElseThrow();
    }

    static Figure.Known known(BalanceSheet sheet, Address account) {
        return (Figure.Known) row(sheet, account).newest();
    }

    static Figure.Known tokenFigure(BalanceSheet sheet, Address account) {
        return (Figure.Known) sheet.networks().getFirst().rows().stream()
                .filter(row -> row.position().account().equals(account)
                        && row.position().asset() instanceof Asset.Erc20)
                .findFirst()
                .orElseThrow()
                .newest();
    }

    static Reply<?> claim(Reply<?> reply, java.util.function.UnaryOperator<ProofClaim> change) {
        return reply instanceof Reply.Got<?>(Object value) && value instanceof ProofClaim claim
                ? new Reply.Got<>(change.apply(claim))
                : reply;
    }

    static Reply<?> header(Reply<?> reply, String field, String value) {
        if (reply instanceof Reply.Got<?>(Object got)
                && got instanceof Optional<?> optional
                && optional.orElse(null) instanceof HeaderClaim claim) {
            Map<String, String> fields = new HashMap<>(claim.fields());
            fields.put(field, value);
            return new Reply.Got<>(Optional.of(new HeaderClaim(claim.claimedHash(), fields)));
        }
        return reply;
    }

    static Reply<?> rehashed(Reply<?> reply) {
        HeaderClaim claim = (HeaderClaim) ((Optional<?>) reply.got().orElseThrow()).orElseThrow();
        return new Reply.Got<>(Optional.of(new HeaderClaim(Hash32.ofNumber(8), claim.fields())));
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Optional<BlockSelector> selector(Query<?> query) {
        return switch (query) {
            case Query.BalanceOf of -> Optional.of(of.block());
            case Query.ProofOf of -> Optional.of(of.block());
            case Query.CallOf of -> Optional.of(of.block());
            default -> Optional.empty();
        };
    }
}
