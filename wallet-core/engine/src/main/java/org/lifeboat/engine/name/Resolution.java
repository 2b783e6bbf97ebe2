package org.lifeboat.engine.name;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lifeboat.engine.abi.RevertReason;
import org.lifeboat.engine.abi.ShownText;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.verified.BlockCalls;
import org.lifeboat.engine.verified.Looped;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// Asks ENS's contracts in one block: registry, resolver, record (ENSIP-1 and 10). Used once.
final class Resolution {
    /// What a node allows a read by default (go-ethereum `ethconfig.Defaults.RPCGasCap`).
    private static final Gas MOST_GAS = new Gas(50_000_000);

    /// How much of a foreign host or reason is shown.
    private static final int SHOWN = 100;

    private final BlockCalls calls;
    private Assurance weakest = Assurance.MATCHED;

    Resolution(BlockCalls calls) {
        this.calls = calls;
    }

    /// What a record came to.
    sealed interface Entry<T> {
        record Value<T>(T value) implements Entry<T> {}

        record NoResolver<T>() implements Entry<T> {}

        record Empty<T>() implements Entry<T> {}

        /// @param hosts that the contract wants asked, fit for showing
        record Elsewhere<T>(List<String> hosts) implements Entry<T> {
            public Elsewhere {
                hosts = List.copyOf(hosts);
            }
        }

        record Broken<T>(String reason) implements Entry<T> {}
    }

    /// The weakest state that any call ran on so far.
    Assurance assurance() {
        return weakest;
    }

    Looped<Entry<Address>> address(String name, long coinType) {
        return record(
                name,
                EnsCalls.address(NameHash.of(name), coinType),
                coinType == EnsCalls.ETHER ? EnsCalls::readAddress : EnsCalls::readCoinAddress);
    }

    /// The name that whoever has `address` gave it.
    Looped<Entry<String>> name(String reverseName) {
        return record(
                reverseName,
                EnsCalls.name(NameHash.of(reverseName)),
                returned -> EnsCalls.readName(returned).filter(name -> !name.isEmpty()));
    }

    private <T> Looped<Entry<T>> record(String name, Bytes question, Function<Bytes, Optional<T>> reader) {
        return resolver(
                name,
                name,
                (resolver, exact) -> wildcards(resolver, extended -> {
                    if (!extended) {
                        return exact ? direct(resolver, question, reader) : done(new Entry.NoResolver<>());
                    }
                    Bytes wrapped = EnsCalls.resolve(NameHash.wire(name), question);
                    return direct(
                            resolver,
                            wrapped,
                            returned -> EnsCalls.readResolved(returned).flatMap(reader));
                }));
    }

    private interface WithResolver<T> {
        Looped<Entry<T>> use(Address resolver, boolean exact);
    }

    /// The resolver of the name, or of the next above it that has one.
    private <T> Looped<Entry<T>> resolver(String name, String at, WithResolver<T> use) {
        Hash32 node = NameHash.of(at);
        return run(EnsCalls.REGISTRY, EnsCalls.resolver(node), result -> {
            if (!(result instanceof CallResult.Returned(Bytes output, long _, var _))) {
                return done(new Entry.Broken<>(reason(result)));
            }
            if (output.isEmpty()) {
                return done(new Entry.Broken<>("no registry there"));
            }
            Optional<Address> resolver = EnsCalls.readAddress(output);
            if (resolver.isPresent()) {
                return use.use(resolver.get(), at.equals(name));
            }
            int dot = at.indexOf('.');
            return dot < 0 ? done(new Entry.NoResolver<>()) : resolver(name, at.substring(dot + 1), use);
        });
    }

    private <T> Looped<Entry<T>> wildcards(Address resolver, Function<Boolean, Looped<Entry<T>>> use) {
        return run(
                resolver,
                EnsCalls.supportsWildcards(),
                result -> use.apply(
                        result instanceof CallResult.Returned(Bytes output, long _, var _) && EnsCalls.isTrue(output)));
    }

    private <T> Looped<Entry<T>> direct(Address resolver, Bytes question, Function<Bytes, Optional<T>> reader) {
        return run(resolver, question, result -> switch (result) {
            case CallResult.Returned(Bytes output, long _, var _) ->
                done(reader.apply(output).<Entry<T>>map(Entry.Value::new).orElseGet(Entry.Empty::new));
            case CallResult.Reverted(Bytes output) ->
                done(EnsCalls.offchain(output)
                        .<Entry<T>>map(urls -> new Entry.Elsewhere<>(hosts(urls)))
                        .orElseGet(() -> output.isEmpty() ? new Entry.Empty<>() : new Entry.Broken<>(reason(result))));
            case CallResult.Halted _, CallResult.Unpaid _, CallResult.Needs _, CallResult.NotHere _ ->
                done(new Entry.Broken<>(reason(result)));
        });
    }

    private <R> Looped<R> run(Address contract, Bytes input, Function<CallResult, Looped<R>> use) {
        return switch (calls.call(ContractCall.read(contract, input, MOST_GAS))) {
            case Looped.Done<CallResult>(CallResult result, Assurance assurance) -> {
                weakest = assurance.compareTo(weakest) < 0 ? assurance : weakest;
                yield use.apply(result);
            }
            case Looped.Stopped<CallResult>(var reason) -> new Looped.Stopped<>(reason);
            case Looped.Lied<CallResult>(var contradiction) -> new Looped.Lied<>(contradiction);
        };
    }

    private <T> Looped<Entry<T>> done(Entry<T> value) {
        return new Looped.Done<>(value, weakest);
    }

    /// A contract's own words never stand alone: they are a stranger's.
    private static String reason(CallResult result) {
        return switch (result) {
            case CallResult.Reverted(Bytes output) ->
                switch (RevertReason.of(output)) {
                    case RevertReason.Words(String text) -> text;
                    case RevertReason.Panic(var code) -> "panic " + code;
                    case RevertReason.Custom(Bytes selector) -> selector.toHex();
                    case RevertReason.None _ -> "revert";
                };
            case CallResult.Halted(var why) -> why.toString();
            case CallResult.Returned _, CallResult.Unpaid _, CallResult.Needs _, CallResult.NotHere _ -> "no answer";
        };
    }

    private static List<String> hosts(List<String> urls) {
        List<String> hosts = new ArrayList<>();
        for (String url : urls) {
            String host = host(url);
            if (!host.isEmpty() && !hosts.contains(host)) {
                hosts.add(host);
            }
        }
        return hosts;
    }

    private static String host(String url) {
        try {
            String plain = url.replaceAll("\\{[a-z]*}", "");
            String host = new URI(plain).getHost();
            return ShownText.clean(host == null ? url : host, SHOWN).text();
        } catch (URISyntaxException notAnAddress) {
            return ShownText.clean(url, SHOWN).text();
        }
    }
}
