package org.lifeboat.vault.signing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The struct types of one piece of typed data. Spec: EIP-712, "Definition of typed structured data" and
/// "Definition of encodeType".
final class TypedDataTypes {
    static final String DOMAIN = "EIP712Domain";

    /// The domain's fields in the order that the specification gives them.
    private static final List<Field> DOMAIN_FIELDS = List.of(
            new Field("name", "string"),
            new Field("version", "string"),
            new Field("chainId", "uint256"),
            new Field("verifyingContract", "address"),
            new Field("salt", "bytes32"));

    /// More than any contract asks for. Bounds the work and the depth: reading goes down one step a type and
    /// one a pair of brackets.
    private static final int MOST_STRUCTS = 256;

    private static final int LONGEST_NAME = 256;
    private static final String NAME = "[A-Za-z_$][A-Za-z0-9_$]*";
    private static final String ARRAY_SUFFIX = "(\\[[0-9]{0,9}]){0,8}";

    record Field(String name, String type) {}

    private final Map<String, List<Field>> structs;

    private TypedDataTypes(Map<String, List<Field>> structs) {
        this.structs = structs;
    }

    /// @param types the JSON member `types`
    /// @param domain the JSON member `domain`; gives the domain's type where `types` does not
    static TypedDataTypes read(JsonNode types, JsonNode domain) throws TypedDataException {
        require(types.isObject() && domain.isObject(), "types and domain must be objects");
        require(types.size() <= MOST_STRUCTS, "there are more than " + MOST_STRUCTS + " types");
        Map<String, List<Field>> structs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : types.properties()) {
            require(matches(entry.getKey(), NAME), "a type has no proper name");
            require(!isAtomic(entry.getKey()), "a struct bears the name of a basic type");
            structs.put(entry.getKey(), fields(entry.getValue()));
        }
        structs.putIfAbsent(DOMAIN, domainFields(domain));
        require(DOMAIN_FIELDS.containsAll(structs.get(DOMAIN)), "the domain has a field that EIP-712 does not know");
        return new TypedDataTypes(structs);
    }

    private static List<Field> fields(JsonNode list) throws TypedDataException {
        require(list.isArray(), "a type is not a list of fields");
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode field : list) {
            require(field.isObject() && field.size() == 2, "a field must have a name and a type");
            JsonNode name = field.path("name");
            JsonNode type = field.path("type");
            require(name.isString() && type.isString(), "a field must have a name and a type");
            require(matches(name.stringValue(), NAME), "a field has no proper name");
            require(matches(type.stringValue(), NAME + ARRAY_SUFFIX), "a field has no proper type");
            require(names.add(name.stringValue()), "a struct has two fields of one name");
            fields.add(new Field(name.stringValue(), type.stringValue()));
        }
        return List.copyOf(fields);
    }

    private static boolean matches(String text, String form) {
        return text.length() <= LONGEST_NAME && text.matches(form);
    }

    private static List<Field> domainFields(JsonNode domain) {
        return DOMAIN_FIELDS.stream().filter(field -> domain.has(field.name())).toList();
    }

    /// The fields of a struct.
    List<Field> fields(String struct) throws TypedDataException {
        List<Field> fields = structs.get(struct);
        if (fields == null) {
            throw new TypedDataException("unknown type " + ShownText.line(struct));
        }
        return fields;
    }

    boolean isStruct(String type) {
        return structs.containsKey(type);
    }

    /// `Mail(Person from,Person to)Person(string name)`: the struct, then all it refers to, sorted by name.
    String encodeType(String struct) throws TypedDataException {
        Set<String> referred = new TreeSet<>();
        collect(struct, referred);
        referred.remove(struct);
        StringBuilder encoded = new StringBuilder(one(struct));
        for (String other : referred) {
            encoded.append(one(other));
        }
        return encoded.toString();
    }

    private String one(String struct) throws TypedDataException {
        return fields(struct).stream()
                .map(field -> field.type() + " " + field.name())
                .collect(Collectors.joining(",", struct + "(", ")"));
    }

    private void collect(String struct, Set<String> found) throws TypedDataException {
        if (!found.add(struct)) {
            return;
        }
        for (Field field : fields(struct)) {
            String element = elementType(field.type());
            if (isStruct(element)) {
                collect(element, found);
            } else {
                require(isAtomic(element), "unknown type " + element);
            }
        }
    }

    /// The type without its array suffixes.
    private static String elementType(String type) {
        int bracket = type.indexOf('[');
        return bracket < 0 ? type : type.substring(0, bracket);
    }

    /// Whether `type` is one of the basic types: `bytes1` to `bytes32`, `uint8` to `uint256`, `int8` to `int256`,
    /// `bool`, `address`, `bytes`, `string`. EIP-712 knows no aliases such as `uint`.
    static boolean isAtomic(String type) {
        if (type.matches("bytes([1-9]|[12][0-9]|3[0-2])")) {
            return true;
        }
        if (type.matches("u?int[1-9][0-9]{0,2}")) {
            int bits = Integer.parseInt(type.substring(type.indexOf('t') + 1));
            return bits % 8 == 0 && bits <= 256;
        }
        return Set.of("bool", "address", "bytes", "string").contains(type);
    }

    static void require(boolean holds, String otherwise) throws TypedDataException {
        if (!holds) {
            throw new TypedDataException(otherwise);
        }
    }
}
