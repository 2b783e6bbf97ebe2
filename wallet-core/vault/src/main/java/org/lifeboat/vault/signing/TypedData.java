package org.lifeboat.vault.signing;

import static org.lifeboat.vault.signing.TypedDataTypes.require;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// EIP-712 typed data that was read, checked and hashed as a whole.
public final class TypedData {
    /// Larger than anything a person can read.
    public static final int MOST_BYTES = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> MEMBERS = Set.of("types", "primaryType", "domain", "message");

    private final Bytes json;
    private final String primaryType;
    private final String encodedType;
    private final Hash32 domainHash;
    private final Hash32 messageHash;
    private final List<TypedDataEncoder.Leaf> domain;
    private final List<TypedDataEncoder.Leaf> message;

    private TypedData(Bytes json, JsonNode root) throws TypedDataException {
        require(root.isObject(), "typed data is an object");
        require(
                Set.copyOf(root.propertyNames()).equals(MEMBERS),
                "typed data has exactly types, primaryType, domain and message");
        TypedDataTypes types = TypedDataTypes.read(root.get("types"), root.get("domain"));
        require(root.get("primaryType").isString(), "primaryType is not text");
        this.json = json;
        this.primaryType = root.get("primaryType").stringValue();
        require(types.isStruct(primaryType), "primaryType is not among the types");
        TypedDataEncoder domainEncoder = new TypedDataEncoder(types);
        this.domainHash = domainEncoder.hashStruct(TypedDataTypes.DOMAIN, root.get("domain"), "");
        TypedDataEncoder messageEncoder = new TypedDataEncoder(types);
        this.encodedType = types.encodeType(primaryType);
        this.messageHash = messageEncoder.hashStruct(primaryType, root.get("message"), "");
        this.domain = domainEncoder.leaves();
        this.message = messageEncoder.leaves();
    }

    /// Reads the JSON of `eth_signTypedData_v4`: `types`, `primaryType`, `domain`, `message`. Refuses whatever it
    /// could not show exactly as it would be signed: unknown or missing members, types out of range, doubled
    /// keys.
    public static TypedDataReading read(Bytes json) {
        if (json.size() > MOST_BYTES) {
            return new TypedDataReading.Refused("it is larger than " + MOST_BYTES + " bytes");
        }
        try {
            return new TypedDataReading.Valid(new TypedData(json, JSON.readTree(json.toArray())));
        } catch (TypedDataException e) {
            return new TypedDataReading.Refused(e.reason());
        } catch (JacksonException e) {
            return new TypedDataReading.Refused("it is not JSON");
        }
    }

    /// The text it was read from.
    public Bytes json() {
        return json;
    }

    public String primaryType() {
        return primaryType;
    }

    /// The whole type in the one form that is hashed. Source: EIP-712, "Definition of encodeType".
    String encodedType() {
        return encodedType;
    }

    public Hash32 domainHash() {
        return domainHash;
    }

    public Hash32 messageHash() {
        return messageHash;
    }

    /// `0x19 0x01 || domainSeparator || hashStruct(message)`.
    public Bytes signingPayload() {
        return Bytes.of((byte) 0x19, (byte) 0x01)
                .plus(Bytes.of(domainHash.toArray()))
                .plus(Bytes.of(messageHash.toArray()));
    }

    public Hash32 digest() {
        return Keccak256.hash(signingPayload());
    }

    /// The domain's chain; empty if it names none.
    public Optional<BigInteger> domainChain() {
        return find(domain, "chainId").map(BigInteger::new);
    }

    /// The contract that will check the signature; empty if the domain names none.
    public Optional<Address> verifyingContract() {
        return find(domain, "verifyingContract").map(Address::fromHex);
    }

    Optional<String> domainName() {
        return find(domain, "name");
    }

    List<TypedDataEncoder.Leaf> message() {
        return message;
    }

    /// One value of the message by its path, as it is shown.
    Optional<String> value(String path) {
        return find(message, path);
    }

    private static Optional<String> find(List<TypedDataEncoder.Leaf> leaves, String path) {
        return leaves.stream()
                .filter(leaf -> leaf.path().equals(path))
                .map(TypedDataEncoder.Leaf::value)
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedData that && digest().equals(that.digest());
    }

    @Override
    public int hashCode() {
        return digest().hashCode();
    }

    @Override
    public String toString() {
        return "TypedData " + digest();
    }
}
