package org.lifeboat.vault.signing;

import static org.lifeboat.vault.signing.TypedDataTypes.require;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Hex;
import org.lifeboat.primitives.Keccak256;
import tools.jackson.databind.JsonNode;

/// Turns values into what is hashed, and at the same time into what is shown, so that the two cannot differ.
/// Spec: EIP-712, "Definition of encodeData" and "Definition of hashStruct".
final class TypedDataEncoder {
    /// One value as it is shown: `details.token` and `0x...`.
    record Leaf(String path, String type, String value) {}

    private final TypedDataTypes types;
    private final List<Leaf> leaves = new ArrayList<>();

    TypedDataEncoder(TypedDataTypes types) {
        this.types = types;
    }

    /// Every value encoded so far, in the order of the types.
    List<Leaf> leaves() {
        return List.copyOf(leaves);
    }

    /// `keccak256(typeHash || encodeData)`. Members that the type does not have are refused: they would be
    /// shown by others and not be signed.
    Hash32 hashStruct(String struct, JsonNode value, String path) throws TypedDataException {
        require(value.isObject(), "a " + struct + " is missing or not an object");
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(Keccak256.digest(types.encodeType(struct).getBytes(StandardCharsets.UTF_8)));
        List<TypedDataTypes.Field> fields = types.fields(struct);
        require(
                value.size() == fields.size(),
                "a " + struct + " has members that its type does not have, or lacks some");
        for (TypedDataTypes.Field field : fields) {
            require(value.has(field.name()), "a " + struct + " lacks the member " + field.name());
            String inner = path.isEmpty() ? field.name() : path + "." + field.name();
            encoded.writeBytes(
                    encode(field.type(), value.get(field.name()), inner).toArray());
        }
        return Keccak256.hash(encoded.toByteArray());
    }

    private Hash32 encode(String type, JsonNode value, String path) throws TypedDataException {
        if (type.endsWith("]")) {
            return encodeArray(type, value, path);
        }
        if (types.isStruct(type)) {
            return hashStruct(type, value, path);
        }
        require(TypedDataTypes.isAtomic(type), "unknown type " + type);
        return encodeAtomic(type, value, path);
    }

    private Hash32 encodeArray(String type, JsonNode value, String path) throws TypedDataException {
        int bracket = type.lastIndexOf('[');
        String element = type.substring(0, bracket);
        String size = type.substring(bracket + 1, type.length() - 1);
        require(value.isArray(), path + " is not a list");
        require(size.isEmpty() || Integer.parseInt(size) == value.size(), path + " has the wrong number of elements");
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        for (int i = 0; i < value.size(); i++) {
            encoded.writeBytes(
                    encode(element, value.get(i), path + "[" + i + "]").toArray());
        }
        if (value.isEmpty()) {
            leaves.add(new Leaf(path, type, "[]"));
        }
        return Keccak256.hash(encoded.toByteArray());
    }

    private Hash32 encodeAtomic(String type, JsonNode value, String path) throws TypedDataException {
        if (type.equals("bool")) {
            require(value.isBoolean(), path + " is neither true nor false");
            return leaf(path, type, Boolean.toString(value.booleanValue()), value.booleanValue() ? 1 : 0);
        }
        if (type.startsWith("uint") || type.startsWith("int")) {
            BigInteger number = number(type, value, path);
            leaves.add(new Leaf(path, type, number.toString()));
            return Hash32.ofNumber(number.signum() < 0 ? number.add(BigInteger.TWO.pow(256)) : number);
        }
        require(value.isString(), path + " is not text");
        String text = value.stringValue();
        if (type.equals("string")) {
            // Half a character has no bytes in UTF-8: something else would be signed than is shown.
            require(StandardCharsets.UTF_8.newEncoder().canEncode(text), path + " is not well-formed text");
            leaves.add(new Leaf(path, type, ShownText.line(text)));
            return Keccak256.hash(text.getBytes(StandardCharsets.UTF_8));
        }
        Bytes bytes = bytes(text, path);
        if (type.equals("address")) {
            require(bytes.size() == Address.SIZE, path + " is not an address");
            Address address = Address.of(bytes.toArray());
            leaves.add(new Leaf(path, type, address.toChecksum()));
            return address.toWord();
        }
        leaves.add(new Leaf(path, type, bytes.size() <= 1024 ? bytes.toHex() : bytes.toString()));
        if (type.equals("bytes")) {
            return Keccak256.hash(bytes);
        }
        require(bytes.size() == Integer.parseInt(type.substring(5)), path + " has the wrong length for " + type);
        return Hash32.of(
                bytes.plus(Bytes.of(new byte[Hash32.SIZE - bytes.size()])).toArray());
    }

    private Hash32 leaf(String path, String type, String shown, int number) {
        leaves.add(new Leaf(path, type, shown));
        return Hash32.ofNumber(number);
    }

    private static BigInteger number(String type, JsonNode value, String path) throws TypedDataException {
        BigInteger number = parse(value, path);
        boolean signed = type.startsWith("int");
        int bits = Integer.parseInt(type.substring(signed ? 3 : 4));
        boolean fits = signed ? number.bitLength() < bits : number.signum() >= 0 && number.bitLength() <= bits;
        require(fits, path + " does not fit " + type);
        return number;
    }

    private static BigInteger parse(JsonNode value, String path) throws TypedDataException {
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue();
        }
        require(value.isString(), path + " is not a whole number");
        String text = value.stringValue();
        if (text.matches("-?[0-9]{1,78}")) {
            return new BigInteger(text);
        }
        require(text.matches("0x[0-9a-fA-F]{1,64}"), path + " is not a whole number");
        return new BigInteger(text.substring(2), 16);
    }

    private static Bytes bytes(String text, String path) throws TypedDataException {
        try {
            return Bytes.of(Hex.decode(text));
        } catch (IllegalArgumentException e) {
            throw new TypedDataException(path + " is not hexadecimal");
        }
    }
}
