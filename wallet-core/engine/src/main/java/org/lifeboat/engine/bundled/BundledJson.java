package org.lifeboat.engine.bundled;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a JSON file of the `resources` module into records whose components are its members, all of them
/// required.
public final class BundledJson {
    private static final String FOLDER = "/org/lifeboat/resources/";

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BundledJson() {}

    /// One `sources` entry of a bundled file.
    /// @param values the members that the source covers
    public record Source(String cite, String date, List<String> values) {}

    /// @param path below the resources folder, as `networks/networks.json`
    /// @throws IllegalStateException if the file is missing or not of the form of `type`: the build is wrong
    public static <T> T read(String path, Class<T> type) {
        try (InputStream json = BundledJson.class.getResourceAsStream(FOLDER + path)) {
            if (json == null) {
                throw new IllegalStateException("not packed with this program: " + path);
            }
            return read(json, path, type);
        } catch (IOException e) {
            throw new IllegalStateException("not readable: " + path, e);
        }
    }

    /// As above from a stream, which is read to its end.
    /// @param name for the message of an error
    public static <T> T read(InputStream json, String name, Class<T> type) {
        try {
            return STRICT.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(name + " is broken: " + e.getMessage(), e);
        }
    }

    /// Checks that the sources cover exactly what has to be cited, and turns them into citations.
    /// @param required the members that need a source
    /// @throws IllegalArgumentException if one has none, or a source covers something else
    public static List<Citation> citations(List<Source> sources, Set<String> required) {
        List<Citation> citations = sources.stream().map(BundledJson::citation).toList();
        Set<String> covered = new HashSet<>();
        citations.forEach(citation -> covered.addAll(citation.values()));
        if (!covered.equals(required)) {
            throw new IllegalArgumentException("sources cover " + covered + " and must cover " + required);
        }
        return citations;
    }

    private static Citation citation(Source source) {
        try {
            return new Citation(source.cite(), LocalDate.parse(source.date()), Set.copyOf(source.values()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no date: " + source.date(), e);
        }
    }
}
