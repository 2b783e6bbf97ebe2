package org.lifeboat.engine.profile;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Base64;
import java.util.function.Function;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.network.Endpoint;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// The JSON inside a backup: records by their components, cases of sealed types by a member `case`, read
/// strictly.
final class ProfileJson {
    /// Evidence can be long; a whole file has to fit into memory anyway. Unit: characters.
    private static final int LONGEST_TEXT = 256 << 20;

    static final JsonMapper MAPPER = mapper();

    private ProfileJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "case")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Account.Kind.Derived.class, name = "derived"),
        @JsonSubTypes.Type(value = Account.Kind.Imported.class, name = "imported"),
        @JsonSubTypes.Type(value = Account.Kind.WatchOnly.class, name = "watchOnly")
    })
    private interface AccountKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "case")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Network.Layer.L1.class, name = "l1"),
        @JsonSubTypes.Type(value = Network.Layer.L2.class, name = "l2"),
        @JsonSubTypes.Type(value = Network.Layer.Sidechain.class, name = "sidechain"),
        @JsonSubTypes.Type(value = Network.Layer.Unstated.class, name = "unstated")
    })
    private interface Layers {}

    /// A network as the user has described it: what its contracts on L1 say of its coin is read there anew.
    private record Described(
            ChainId chain,
            String name,
            String coinSymbol,
            Network.Layer layer,
            boolean testNet,
            Network.Origin origin) {
        static Described of(Network network) {
            return new Described(
                    network.chain(),
                    network.name(),
                    network.coinSymbol(),
                    network.layer(),
                    network.testNet(),
                    network.origin());
        }

        Network network() {
            return new Network(chain, name, coinSymbol, layer, testNet, origin);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "case")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Endpoint.Consent.None.class, name = "none"),
        @JsonSubTypes.Type(value = Endpoint.Consent.Given.class, name = "given")
    })
    private interface Consents {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "case")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = OwnTransaction.Asset.Coin.class, name = "coin"),
        @JsonSubTypes.Type(value = OwnTransaction.Asset.Erc20.class, name = "erc20")
    })
    private interface Assets {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "case")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Status.Saved.class, name = "saved"),
        @JsonSubTypes.Type(value = Status.Sent.class, name = "sent"),
        @JsonSubTypes.Type(value = Status.Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = Status.Mined.class, name = "mined"),
        @JsonSubTypes.Type(value = Status.Reverted.class, name = "reverted"),
        @JsonSubTypes.Type(value = Status.Replaced.class, name = "replaced"),
        @JsonSubTypes.Type(value = Status.Dropped.class, name = "dropped")
    })
    private interface Statuses {}

    private static JsonMapper mapper() {
        SimpleModule values = new SimpleModule("values");
        asText(values, Address.class, Address::toChecksum, Address::fromHex);
        asText(values, Hash32.class, Hash32::toHex, Hash32::fromHex);
        asText(values, ChainId.class, ChainId::toString, text -> new ChainId(Long.parseLong(text)));
        asText(
                values,
                Bytes.class,
                bytes -> Base64.getEncoder().encodeToString(bytes.toArray()),
                text -> Bytes.of(Base64.getDecoder().decode(text)));
        values.addSerializer(Network.class, new ValueSerializer<Network>() {
            @Override
            public void serialize(Network value, JsonGenerator json, SerializationContext context) {
                context.writeValue(json, Described.of(value));
            }
        });
        values.addDeserializer(Network.class, new ValueDeserializer<Network>() {
            @Override
            public Network deserialize(JsonParser json, DeserializationContext context) {
                return context.readValue(json, Described.class).network();
            }
        });
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(values)
                .addMixIn(Account.Kind.class, AccountKinds.class)
                .addMixIn(Network.Layer.class, Layers.class)
                .addMixIn(Endpoint.Consent.class, Consents.class)
                .addMixIn(OwnTransaction.Asset.class, Assets.class)
                .addMixIn(Status.class, Statuses.class)
                .changeDefaultVisibility(visibility -> visibility
                        .withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                        .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                        .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static <T> void asText(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                String text = json.getValueAsString("");
                try {
                    return read.apply(text);
                } catch (IllegalArgumentException e) {
                    return context.reportInputMismatch(type, "not a %s", type.getSimpleName());
                }
            }
        });
    }
}
